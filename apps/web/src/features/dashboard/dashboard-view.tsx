import type { Dashboard } from '@accord/api-client'
import { daysBetween, formatDate, type Status } from '@accord/domain'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dashboardPath } from '#lib/paths.ts'
import { PageHead } from '#ui/page-head.tsx'
import { AllIndicators } from './all-indicators.tsx'
import { AttentionSection } from './attention-section.tsx'
import { ChangesSection } from './changes-section.tsx'
import { FactsStrip } from './facts-strip.tsx'
import { PartnershipsSection } from './partnerships-section.tsx'

type DashboardViewProps = {
  dashboard: Dashboard
  status: Status | null
  /** The reader’s own portfolio in this council, where they hold one. */
  ownPortfolio: { id: string; title: string } | null
  /** Whether the reader asks questions of this council’s partnerships. */
  mayAsk?: boolean
  quarterSwitcher: ReactNode
}

/** Finding first; then the facts, the exceptions, what changed, everything. */
export function DashboardView({
  dashboard,
  status,
  ownPortfolio,
  mayAsk = false,
  quarterSwitcher,
}: DashboardViewProps) {
  const { council, quarter, framework, headline, summary, denominator } = dashboard
  const filters = { portfolio: dashboard.portfolio?.id ?? null, framework: chosenFramework(dashboard) }
  const place = { council: council.id, quarter: quarter.key }
  return (
    <>
      <PageHead
        kicker={
          <>
            <b>Quarterly dashboard</b> for the Executive{framework === null ? '' : `, ${kickerOf(framework)}`}
          </>
        }
        headline={headline}
        aside={quarterSwitcher}
      />
      <p className="lead">
        {summary} {denominator}
      </p>
      <p className="position">
        {positionSentence(dashboard)} <ViewLinks dashboard={dashboard} ownPortfolio={ownPortfolio} />
      </p>
      <FactsStrip dashboard={dashboard} />
      <AttentionSection dashboard={dashboard} mayAsk={mayAsk} />
      <ChangesSection dashboard={dashboard} />
      <PartnershipsSection dashboard={dashboard} />
      <AllIndicators
        dashboard={dashboard}
        status={status}
        hrefFor={(next) => dashboardPath(place, { ...filters, status: next })}
      />
    </>
  )
}

/** The name says its years already in some frameworks, and then they are not said twice. */
function kickerOf({ name, years }: { name: string; years: string }): string {
  return name.includes(years) ? name : `${name} ${years}`
}

/** The newest framework is what the address means without one. */
function chosenFramework({ framework, frameworks }: Dashboard): string | null {
  return framework === null || frameworks[0]?.id === framework.id ? null : framework.id
}

function positionSentence({ asAt, quarter, provisionalCount, executiveOn }: Dashboard): string {
  const days = daysBetween(quarter.endsOn, asAt)
  const after = days > 0 ? `, ${days === 1 ? '1 day' : `${days} days`} after the quarter ended` : ''
  const provisional =
    provisionalCount === 0
      ? ''
      : ` ${provisionalCount} ${provisionalCount === 1 ? 'figure is' : 'figures are'} provisional.`
  const executive = executiveOn === null ? '' : ` Goes to the Executive on ${formatDate(executiveOn)}.`
  return `Position on ${formatDate(asAt)}${after}.${provisional}${executive}`
}

function ViewLinks({ dashboard, ownPortfolio }: Pick<DashboardViewProps, 'dashboard' | 'ownPortfolio'>) {
  const { council, quarter, portfolio, frameworks, framework } = dashboard
  const place = { council: council.id, quarter: quarter.key }
  const chosen = chosenFramework(dashboard)
  return (
    <>
      {portfolio === null ? null : (
        <>
          {`Shows only the portfolio ${portfolio.title}${portfolio.holder === null ? '' : `, held by ${portfolio.holder}`}. `}
          <Link to={dashboardPath(place, { framework: chosen })}>Whole council</Link>
        </>
      )}
      {portfolio === null && ownPortfolio !== null ? (
        <Link to={dashboardPath(place, { framework: chosen, portfolio: ownPortfolio.id })}>
          My portfolio only
        </Link>
      ) : null}
      {frameworks
        .filter(({ id }) => id !== framework?.id)
        .map((other) => (
          <span key={other.id}>
            {' '}
            <Link
              to={dashboardPath(place, {
                framework: frameworks[0]?.id === other.id ? null : other.id,
                portfolio: portfolio?.id ?? null,
              })}
            >
              Show {other.name}
            </Link>
          </span>
        ))}
    </>
  )
}
