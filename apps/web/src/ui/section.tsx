import { type ReactNode, useId } from 'react'

type SectionProps = { heading: ReactNode; note?: ReactNode; children: ReactNode }

/** A part of a page under its finding, marked off by the section rule. */
export function Section({ heading, note, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{heading}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </div>
      {children}
    </section>
  )
}
