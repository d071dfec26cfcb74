import type { Tally, TallyChange } from '@accord/api-client'
import type { Status } from '@accord/domain'
import { TallyUnits } from '#charts/draw/unit-row.tsx'
import { changeWords } from './headings.ts'

type CountKey = 'offTarget' | 'nearTarget' | 'onTarget' | 'notRated'

// Worst first, as everywhere.
const rows: readonly { status: Status; key: CountKey; word: string }[] = [
  { status: 'off_target', key: 'offTarget', word: 'Off target' },
  { status: 'near_target', key: 'nearTarget', word: 'Near target' },
  { status: 'on_target', key: 'onTarget', word: 'On target' },
  { status: 'not_rated', key: 'notRated', word: 'Not rated' },
]

type TallyListProps = { tally: Tally; change: TallyChange | null; notRatedWord?: string }

/** Counts of each status, each mark one indicator. */
export function TallyList({ tally, change, notRatedWord = 'Not rated' }: TallyListProps) {
  return (
    <dl className="tally">
      {rows.map(({ status, key, word }) => (
        <div key={key}>
          <dt className="count">{tally[key]}</dt>
          <dd className="word">
            {status === 'not_rated' ? notRatedWord : word}
            {change === null ? null : <span className="change">{changeWords(change[key])}</span>}
          </dd>
          <dd className="units">
            <TallyUnits status={status} count={tally[key]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
