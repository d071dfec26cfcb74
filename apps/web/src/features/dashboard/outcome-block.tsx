import type { Dashboard, Tally } from '@accord/api-client'
import { countOf, type Status, statusWord } from '@accord/domain'
import { StatusMark } from '#charts/draw/status-mark.tsx'
import { IndicatorMultiple } from './indicator-multiple.tsx'

type Outcome = Dashboard['outcomes'][number]

type OutcomeBlockProps = {
  outcome: Outcome
  dashboard: Dashboard
  /** On a phone each outcome folds, so that a reader need not pass 35 charts to reach the last. */
  folding: 'none' | 'open' | 'closed'
}

export function OutcomeBlock({ outcome, dashboard, folding }: OutcomeBlockProps) {
  const place = { council: dashboard.council.id, quarter: dashboard.quarter.key }
  const head = (
    <div className="outcome-head">
      <h3>{outcome.title}</h3>
      <OutcomeCounts tally={outcome.tally} />
    </div>
  )
  const list = (
    <ul className="multiples">
      {outcome.indicators.map((indicator) => (
        <IndicatorMultiple
          key={indicator.id}
          indicator={indicator}
          place={place}
          framework={dashboard.framework?.id ?? null}
        />
      ))}
    </ul>
  )
  if (folding === 'none') {
    return (
      <div className="outcome">
        {head}
        {list}
      </div>
    )
  }
  return (
    <div className="outcome">
      <details open={folding === 'open'}>
        <summary>{head}</summary>
        {list}
      </details>
    </div>
  )
}

function OutcomeCounts({ tally }: { tally: Tally }) {
  const counts: [Status, number][] = [
    ['off_target', tally.offTarget],
    ['near_target', tally.nearTarget],
    ['on_target', tally.onTarget],
    ['not_rated', tally.notRated],
  ]
  return (
    <span className="outcome-counts">
      <span>{countOf(tally.total, 'indicator')}</span>
      {counts
        .filter(([, count]) => count > 0)
        .map(([status, count]) => (
          <span key={status} className="status">
            <StatusMark status={status} sizePixels={11} />
            <span>
              {count} {statusWord(status).toLowerCase()}
            </span>
          </span>
        ))}
    </span>
  )
}
