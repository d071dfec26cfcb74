import { useEffect, useId, useRef } from 'react'

export type SummarisedError = { fieldId: string; message: string }

type ErrorSummaryProps = { heading: string; errors: readonly SummarisedError[] }

/** What is wrong, first, with a link to each field. Takes focus whenever the errors change. */
export function ErrorSummary({ heading, errors }: ErrorSummaryProps) {
  const headingId = useId()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) frame.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups links to them.
    <div ref={frame} className="error-summary" role="group" aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId}>{heading}</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={message}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(fieldId)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
