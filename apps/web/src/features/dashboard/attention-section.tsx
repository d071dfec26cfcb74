import type { Dashboard, DashboardIndicator } from '@accord/api-client'
import { ActualKey, BulletKey, ForecastPointKey, ProvisionalKey, TargetKey } from '#charts/key.tsx'
import { Section } from '#ui/section.tsx'
import { GroupRow, HeadCell, Table } from '#ui/table.tsx'
import { AttentionRow } from './attention-row.tsx'
import { attentionHeading } from './headings.ts'
import { indicatorsOf } from './indicators-of.ts'

const columns = 7

type AttentionSectionProps = { dashboard: Dashboard; mayAsk: boolean }

/** Off target now, worst gap first; then near now but forecast off; then not reported. */
export function AttentionSection({ dashboard, mayAsk }: AttentionSectionProps) {
  const { quarter } = dashboard
  const groups = groupsOf(dashboard)
  if (groups.length === 0) {
    return (
      <Section heading={attentionHeading(dashboard)}>
        <p className="muted">
          {dashboard.now.rated === 0
            ? 'No indicator is rated in this quarter.'
            : 'No indicator needs an action today.'}
        </p>
      </Section>
    )
  }
  return (
    <Section
      heading={attentionHeading(dashboard)}
      note="Worst gap first. Cause and action are in the words of the partnership."
    >
      <Table
        className="attention-table"
        caption="Indicators off target now or forecast to be off target at year end"
        head={
          <>
            <HeadCell>Indicator and partnership</HeadCell>
            <HeadCell>Last eight quarters</HeadCell>
            <HeadCell>{quarter.name} against target</HeadCell>
            <HeadCell>Now</HeadCell>
            <HeadCell>Year end: forecast, chance of target</HeadCell>
            <HeadCell>Cause</HeadCell>
            <HeadCell>Action, owner, date</HeadCell>
          </>
        }
      >
        {groups.map(({ title, indicators }) => (
          <GroupRows
            key={title}
            title={title}
            indicators={indicators}
            dashboard={dashboard}
            mayAsk={mayAsk}
          />
        ))}
      </Table>
      <ul className="key">
        <ActualKey />
        <ProvisionalKey />
        <TargetKey>target, stepped where it changes</TargetKey>
        <BulletKey />
        <ForecastPointKey />
      </ul>
    </Section>
  )
}

type Group = { title: string; indicators: DashboardIndicator[] }

function groupsOf(dashboard: Dashboard): Group[] {
  const { offNow, forecastOff, notReported } = dashboard.attention
  const named = [
    { title: 'Off target now', ids: offNow },
    { title: 'Near target now, forecast to end the year off target', ids: forecastOff },
    { title: 'Not reported', ids: notReported },
  ]
  return named
    .map(({ title, ids }) => ({ title, indicators: indicatorsOf(dashboard, ids) }))
    .filter(({ indicators }) => indicators.length > 0)
}

function GroupRows({ title, indicators, dashboard, mayAsk }: Group & AttentionSectionProps) {
  const place = { council: dashboard.council.id, quarter: dashboard.quarter.key }
  return (
    <>
      <GroupRow columns={columns}>{title}</GroupRow>
      {indicators.map((indicator) => (
        <AttentionRow
          key={indicator.id}
          indicator={indicator}
          place={place}
          mayAsk={mayAsk}
          framework={dashboard.framework?.id ?? null}
        />
      ))}
    </>
  )
}
