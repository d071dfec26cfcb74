import type { Dashboard } from '@accord/api-client'
import { countOf, type Status, statusWord } from '@accord/domain'
import { ActualKey, ForecastFanKey, ProvisionalKey, TargetKey } from '#charts/key.tsx'
import { Section } from '#ui/section.tsx'
import { useIsNarrow } from '#ui/use-is-narrow.ts'
import { allHeading } from './headings.ts'
import { OutcomeBlock } from './outcome-block.tsx'
import { StatusFilter } from './status-filter.tsx'

type AllIndicatorsProps = {
  dashboard: Dashboard
  status: Status | null
  hrefFor: (status: Status | null) => string
}

/** Every indicator by outcome, or those of one status: the choice is kept in the address. */
export function AllIndicators({ dashboard, status, hrefFor }: AllIndicatorsProps) {
  const isNarrow = useIsNarrow()
  const { now, outcomes, quarter } = dashboard
  if (now.total === 0) {
    return (
      <Section heading={allHeading(now)}>
        <p className="muted">No indicator of this agreement belongs to what is shown.</p>
      </Section>
    )
  }
  const shown = outcomes
    .map((outcome) => ({
      ...outcome,
      indicators: outcome.indicators.filter(
        (indicator) => status === null || indicator.now.status === status,
      ),
    }))
    .filter(({ indicators }) => indicators.length > 0)
  const count = shown.reduce((sum, { indicators }) => sum + indicators.length, 0)
  return (
    <Section
      heading={allHeading(now)}
      note="Two years of quarters, then the forecast to the year’s end. Each chart has its own scale. Vertical lines mark the start of a financial year."
    >
      <StatusFilter tally={now} status={status} hrefFor={hrefFor} />
      <p className="visually-hidden" role="status">
        {status === null ? '' : `${countOf(count, 'indicator')} ${statusWord(status).toLowerCase()}`}
      </p>
      <ul className="key">
        <ActualKey />
        <ProvisionalKey />
        <TargetKey>target</TargetKey>
        <ForecastFanKey />
      </ul>
      {shown.length === 0 && status !== null ? (
        <p className="note">{`No indicator is ${statusWord(status).toLowerCase()} in ${quarter.name.toLowerCase()}.`}</p>
      ) : null}
      {shown.map((outcome, index) => (
        <OutcomeBlock
          key={outcome.id}
          outcome={outcome}
          dashboard={dashboard}
          folding={isNarrow ? (index === 0 || status !== null ? 'open' : 'closed') : 'none'}
        />
      ))}
    </Section>
  )
}
