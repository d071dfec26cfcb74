import { type Status, statusOrder } from '@accord/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { DashboardSpace } from '#features/dashboard/dashboard-space.tsx'
import { DashboardView } from '#features/dashboard/dashboard-view.tsx'
import { QuarterSwitcher } from '#features/quarters/quarter-switcher.tsx'
import { useSession } from '#features/session/use-session.ts'
import { Loaded } from '#lib/loaded.tsx'
import { dashboardPath } from '#lib/paths.ts'
import { mayAskQuestions } from '#lib/permission.ts'
import { dashboardQuery } from '#lib/queries.ts'

// Only a published quarter has it, and nothing waits for it.
const PublishedNote = lazy(async () => ({
  default: (await import('#features/cycle/published-note.tsx')).PublishedNote,
}))

function statusFrom(text: string | null): Status | null {
  return statusOrder.find((status) => status === text) ?? null
}

export function DashboardPage() {
  const { council = '', quarter = '' } = useParams()
  const [search] = useSearchParams()
  const person = useSession()
  const filters = { framework: search.get('framework'), portfolio: search.get('portfolio') }
  const query = useQuery({
    ...dashboardQuery({ council, quarter, ...filters }),
    placeholderData: keepPreviousData,
  })
  const ownPortfolio = person?.portfolios.find((portfolio) => portfolio.council === council) ?? null
  return (
    <Loaded query={query} what="The dashboard" space={<DashboardSpace />}>
      {(dashboard) => (
        <>
          <title>{`${dashboard.quarter.label} dashboard – ${dashboard.council.shortName} – Accord`}</title>
          <DashboardView
            dashboard={dashboard}
            status={statusFrom(search.get('status'))}
            ownPortfolio={ownPortfolio}
            mayAsk={person !== null && person.council?.id === council && mayAskQuestions(person)}
            quarterSwitcher={
              <QuarterSwitcher
                quarter={dashboard.quarter}
                previous={dashboard.previousQuarter}
                next={dashboard.nextQuarter}
                hrefFor={(key) =>
                  dashboardPath({ council, quarter: key }, { ...filters, status: search.get('status') })
                }
              />
            }
          />
          {dashboard.publishedOn === null ? null : (
            <Suspense fallback={null}>
              <PublishedNote council={council} quarter={quarter} />
            </Suspense>
          )}
        </>
      )}
    </Loaded>
  )
}
