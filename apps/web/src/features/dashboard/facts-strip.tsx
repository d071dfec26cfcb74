import type { Dashboard } from '@accord/api-client'
import { countOf, formatDate, parseQuarterKey, quarterEndsOn, yearEndIndex } from '@accord/domain'
import { ReturnsFact } from './returns-fact.tsx'
import { RewardFact } from './reward-fact.tsx'
import { TallyList } from './tally-list.tsx'

export function yearEndDate(quarterKey: string): string {
  const index = parseQuarterKey(quarterKey)
  return index === null ? '' : formatDate(quarterEndsOn(yearEndIndex(index)))
}

/** Now, year end, reward and returns: four facts, never merged. */
export function FactsStrip({ dashboard }: { dashboard: Dashboard }) {
  const { now, yearEnd, quarter, previousQuarter } = dashboard
  return (
    <div className="facts">
      <div className="fact">
        <h2>
          Now{' '}
          <small>{`${countOf(now.total, 'indicator')}, against ${quarter.name.toLowerCase()} targets`}</small>
        </h2>
        <TallyList tally={now} change={now.change} />
        <p className="note">
          {now.change === null || previousQuarter === null
            ? 'There is no earlier quarter to compare with.'
            : `Change is since ${previousQuarter.name.toLowerCase()}.`}
        </p>
      </div>
      <div className="fact">
        <h2>
          Year end <small>forecast to {yearEndDate(quarter.key)}</small>
        </h2>
        <TallyList tally={yearEnd} change={yearEnd.change} notRatedWord="No forecast" />
        <p className="note">Change is against now.{yearEnd.note === null ? '' : ` ${yearEnd.note}`}</p>
      </div>
      <RewardFact reward={dashboard.reward} />
      <ReturnsFact dashboard={dashboard} />
    </div>
  )
}
