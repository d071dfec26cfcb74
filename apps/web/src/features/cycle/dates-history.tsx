import type { Cycle } from '@accord/api-client'
import { countOf, formatMediumDate, londonDate } from '@accord/domain'

type Change = Cycle['dateChanges'][number]

const names = { opensOn: 'opens', dueOn: 'due', closesOn: 'closes' } as const

function movesOf({ from, to }: Change): string {
  return (['opensOn', 'dueOn', 'closesOn'] as const)
    .filter((field) => from[field] !== to[field])
    .map((field) => `${names[field]} ${formatMediumDate(from[field])} to ${formatMediumDate(to[field])}`)
    .join('; ')
}

/** Every change of the quarter’s dates, the newest first. */
export function DatesHistory({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <details className="cycle-history">
      <summary>
        The dates were moved {changes.length === 1 ? 'once' : countOf(changes.length, 'time')}
      </summary>
      <ul>
        {changes.map((change) => (
          <li key={change.at}>
            {formatMediumDate(londonDate(new Date(change.at)))}, {change.by}: {movesOf(change)}. “
            {change.reason}”
          </li>
        ))}
      </ul>
    </details>
  )
}
