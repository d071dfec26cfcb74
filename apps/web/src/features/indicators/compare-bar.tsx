import { capitalise, countWord } from '@accord/domain'
import { Link } from 'react-router'
import { comparePath, type Place } from '#lib/paths.ts'
import { mostCompared } from './catalogue-words.ts'

type CompareBarProps = { chosen: readonly string[]; place: Place; clearHref: string }

/** What is chosen so far, and where it is compared. */
export function CompareBar({ chosen, place, clearHref }: CompareBarProps) {
  const isFull = chosen.length === mostCompared
  return (
    <div className="compare-bar">
      <p role="status" id="compare-said">
        {wordsFor(chosen.length)}
        {isFull ? ' Four is the most: take one off to choose another.' : ''}
      </p>
      {chosen.length < 2 ? null : <Link to={comparePath(place, chosen)}>Compare them</Link>}
      {chosen.length === 0 ? null : (
        <Link to={clearHref} preventScrollReset>
          Choose none
        </Link>
      )}
    </div>
  )
}

function wordsFor(count: number): string {
  if (count === 0) return 'Tick up to four indicators to compare them.'
  if (count === 1) return 'One chosen: tick another to compare.'
  return `${capitalise(countWord(count))} chosen.`
}
