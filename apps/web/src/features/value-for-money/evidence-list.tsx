import { Link } from 'react-router'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { Explain } from '#ui/explain.tsx'
import type { Criterion, EvidenceItem } from './value-types.ts'

const sizeWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** The thing itself: a page elsewhere, a file to download, the indicator, or the words of a note. */
export function EvidenceThing({ evidence, place }: { evidence: EvidenceItem; place: Place }) {
  const { title, url, file, indicator, note } = evidence
  if (url !== null) {
    return (
      <a href={url} rel="noreferrer">
        {title}
      </a>
    )
  }
  if (file !== null) {
    return (
      <a href={file.href} download>
        {title} <span className="muted">(file, {sizeWords(file.size)})</span>
      </a>
    )
  }
  if (indicator !== null) return <Link to={indicatorPath(indicator.id, place)}>{title}</Link>
  return (
    <Explain explanation={note ?? ''} purpose="read the note">
      {title}
    </Explain>
  )
}

/** What a judgement rests on, and what is withheld of it. */
export function EvidenceList({ criterion, place }: { criterion: Criterion; place: Place }) {
  const { evidence, withheld } = criterion
  if (evidence.length === 0 && withheld === null) return <span className="muted">None recorded</span>
  return (
    <ul className="evidence">
      {evidence.map((item) => (
        <li key={item.id}>
          <EvidenceThing evidence={item} place={place} />
          {item.marking === null ? null : <b className="marking">{item.marking}</b>}
        </li>
      ))}
      {withheld === null ? null : <li className="muted">{withheld}</li>}
    </ul>
  )
}
