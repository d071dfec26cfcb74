import { Link } from 'react-router'
import { type Place, partnershipValuePath } from '#lib/paths.ts'
import type { PartnershipValue } from './value-types.ts'

/** Previous and next of those with the same rating, in the register’s order. */
export function SameRating({ value, place }: { value: PartnershipValue; place: Place }) {
  const { sameRating, rating, year } = value
  if (sameRating === null || rating === null) return null
  const { position, count, previous, next } = sameRating
  const word = rating.word.toLowerCase()
  const href = (id: string) => partnershipValuePath(id, { ...place, year: year.key })
  return (
    <nav className="quarter-switcher" aria-label={`Partnerships rated ${word}`}>
      {previous === null ? (
        <span className="quarter-closed">First in list</span>
      ) : (
        <Link to={href(previous.id)}>
          <span>Previous</span>
          {previous.shortName}
        </Link>
      )}
      <div className="quarter-current">
        <b>
          {position} of {count} rated {word}
        </b>
        {year.label}
      </div>
      {next === null ? (
        <span className="quarter-closed">Last in list</span>
      ) : (
        <Link to={href(next.id)}>
          <span>Next</span>
          {next.shortName}
        </Link>
      )}
    </nav>
  )
}
