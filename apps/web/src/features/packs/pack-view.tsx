import type { Pack } from '@accord/api-client'
import { Button } from '#ui/button.tsx'
import { PackSection, PackTable } from './pack-section.tsx'

/** What scrutiny takes to a meeting: a sheet to print, or the same as a tagged PDF. */
export function PackView({ pack, pdf }: { pack: Pack; pdf: string }) {
  return (
    <article className="pack">
      <p className="print-choice">
        <Button onClick={() => window.print()}>Print</Button>
        <a href={pdf} download>
          Download as PDF
        </a>
      </p>
      {pack.marking === '' ? null : (
        <p>
          <b>{pack.marking}</b>
        </p>
      )}
      <p className="kicker">{pack.running}</p>
      <h1>{pack.title}</h1>
      {pack.opening.map((sentence) => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      {pack.partnerships.length < 2 ? null : <Summary summary={pack.summary} />}
      <Contents partnerships={pack.partnerships} />
      {pack.partnerships.map(({ id, name, finding, sections }) => (
        <section key={id} id={id} className="pack-partnership" tabIndex={-1}>
          <h2>{name}</h2>
          <p className="lead">{finding}</p>
          {sections.map((section) => (
            <PackSection key={section.title} section={section} />
          ))}
        </section>
      ))}
      <p className="muted small">{pack.built}</p>
    </article>
  )
}

function Summary({ summary }: Pick<Pack, 'summary'>) {
  return (
    <div className="pack-section">
      <h2>{summary.title}</h2>
      <PackTable section={summary} />
    </div>
  )
}

function Contents({ partnerships }: Pick<Pack, 'partnerships'>) {
  if (partnerships.length < 2) return null
  return (
    <nav aria-labelledby="pack-contents" className="pack-section">
      <h2 id="pack-contents">Contents</h2>
      <ol>
        {partnerships.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
