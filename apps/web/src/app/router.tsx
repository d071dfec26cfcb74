import type { SignedInPerson } from '@accord/api-client'
import type { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject, redirect } from 'react-router'
import { dashboardPath, type Place, partnershipPath, partnershipsPath, signInPath } from '#lib/paths.ts'
import { mayReadDashboards } from '#lib/permission.ts'
import {
  councilsQuery,
  dashboardQuery,
  deploymentQuery,
  newestQuarterQuery,
  sessionQuery,
} from '#lib/queries.ts'
import { DashboardPage } from '#pages/dashboard-page.tsx'
import { CrashedPage, MissingPage } from './error-pages.tsx'
import { Frame, FrameSpace } from './frame.tsx'

/**
 * Every address of the app. Pages arrive when they are needed; what they read is asked for at the same time.
 * The dashboard comes with the app, because it is where everyone lands: one journey to the server fewer.
 */
export function createRouter(queries: QueryClient) {
  return createBrowserRouter([
    {
      Component: Frame,
      HydrateFallback: FrameSpace,
      ErrorBoundary: CrashedPage,
      loader: () => loadFrame(queries),
      shouldRevalidate: () => false,
      children: [
        {
          path: 'sign-in',
          lazy: async () => ({ Component: (await import('#pages/sign-in-page.tsx')).SignInPage }),
        },
        {
          path: 'accessibility',
          lazy: async () => ({
            Component: (await import('#pages/accessibility-page.tsx')).AccessibilityPage,
          }),
        },
        {
          path: 'ratings',
          lazy: async () => ({ Component: (await import('#pages/ratings-page.tsx')).RatingsPage }),
        },
        {
          path: 'invitations/:token',
          lazy: async () => ({ Component: (await import('#pages/invitation-page.tsx')).InvitationPage }),
        },
        {
          loader: ({ request }) => requireSession(queries, request),
          ErrorBoundary: CrashedPage,
          children: [
            { index: true, loader: ({ request }) => goHome(queries, request), Component: FrameSpaceBody },
            {
              path: 'councils/:council/quarters/:quarter',
              loader: (args) => startDashboard(queries, args),
              Component: DashboardPage,
            },
            {
              path: 'partnerships',
              lazy: async () => ({
                Component: (await import('#pages/partnerships-page.tsx')).PartnershipsPage,
              }),
            },
            {
              path: 'partnerships/:id',
              lazy: async () => ({
                Component: (await import('#pages/partnership-page.tsx')).PartnershipPage,
              }),
            },
            {
              path: 'indicators',
              lazy: async () => ({ Component: (await import('#pages/indicators-page.tsx')).IndicatorsPage }),
            },
            {
              path: 'indicators/compare',
              lazy: async () => ({ Component: (await import('#pages/compare-page.tsx')).ComparePage }),
            },
            {
              path: 'indicators/new',
              lazy: async () => ({
                Component: (await import('#pages/new-indicator-page.tsx')).NewIndicatorPage,
              }),
            },
            {
              path: 'indicators/changes',
              lazy: async () => ({
                Component: (await import('#pages/indicator-changes-page.tsx')).IndicatorChangesPage,
              }),
            },
            {
              path: 'indicators/changes/:id',
              lazy: async () => ({
                Component: (await import('#pages/indicator-change-page.tsx')).IndicatorChangePage,
              }),
            },
            {
              path: 'indicators/:id/change',
              lazy: async () => ({
                Component: (await import('#pages/indicator-settings-page.tsx')).IndicatorSettingsPage,
              }),
            },
            {
              path: 'indicators/:id/targets',
              lazy: async () => ({
                Component: (await import('#pages/indicator-targets-page.tsx')).IndicatorTargetsPage,
              }),
            },
            {
              path: 'frameworks',
              lazy: async () => ({ Component: (await import('#pages/frameworks-page.tsx')).FrameworksPage }),
            },
            {
              path: 'frameworks/new',
              lazy: async () => ({
                Component: (await import('#pages/new-framework-page.tsx')).NewFrameworkPage,
              }),
            },
            {
              path: 'frameworks/:id',
              lazy: async () => ({ Component: (await import('#pages/framework-page.tsx')).FrameworkPage }),
            },
            {
              path: 'indicators/:id',
              lazy: async () => ({ Component: (await import('#pages/indicator-page.tsx')).IndicatorPage }),
            },
            {
              path: 'imports',
              lazy: async () => ({ Component: (await import('#pages/imports-page.tsx')).ImportsPage }),
            },
            {
              path: 'imports/:id',
              lazy: async () => ({ Component: (await import('#pages/import-page.tsx')).ImportPage }),
            },
            {
              path: 'returns',
              lazy: async () => ({ Component: (await import('#pages/returns-page.tsx')).ReturnsPage }),
            },
            returnRoutes,
            {
              path: 'value-for-money',
              lazy: async () => ({
                Component: (await import('#pages/value-for-money-page.tsx')).ValueForMoneyPage,
              }),
            },
            {
              path: 'value-for-money/:partnership',
              lazy: async () => ({
                Component: (await import('#pages/value-for-money-partnership-page.tsx'))
                  .ValueForMoneyPartnershipPage,
              }),
            },
            {
              path: 'value-for-money/:partnership/assessment',
              lazy: async () => ({
                Component: (await import('#pages/value-for-money-assessment-page.tsx'))
                  .ValueForMoneyAssessmentPage,
              }),
            },
            {
              path: 'value-for-money/criteria',
              lazy: async () => ({
                Component: (await import('#pages/value-for-money-scheme-page.tsx')).ValueForMoneySchemePage,
              }),
            },
            {
              path: 'value-for-money/pack',
              lazy: async () => ({ Component: (await import('#pages/pack-page.tsx')).PackPage }),
            },
            {
              path: 'scrutiny',
              lazy: async () => ({ Component: (await import('#pages/scrutiny-page.tsx')).ScrutinyPage }),
            },
            {
              path: 'cycle',
              lazy: async () => ({ Component: (await import('#pages/cycle-page.tsx')).CyclePage }),
            },
            {
              path: 'notifications',
              lazy: async () => ({
                Component: (await import('#pages/notifications-page.tsx')).NotificationsPage,
              }),
            },
          ],
        },
        { path: '*', Component: MissingPage },
      ],
    },
  ])
}

/** One return: its sections share a draft, which outlives the going from one to the next. */
const returnRoutes: RouteObject = {
  path: 'returns/:id',
  lazy: async () => ({ Component: (await import('#pages/return-page.tsx')).ReturnPage }),
  children: [
    {
      path: 'check',
      lazy: async () => ({ Component: (await import('#pages/return-check-page.tsx')).ReturnCheckPage }),
    },
    {
      path: 'sign-off',
      lazy: async () => ({ Component: (await import('#pages/return-sign-off-page.tsx')).ReturnSignOffPage }),
    },
    {
      path: 'print',
      lazy: async () => ({ Component: (await import('#pages/return-print-page.tsx')).ReturnPrintPage }),
    },
    {
      path: 'restate',
      lazy: async () => ({ Component: (await import('#pages/return-restate-page.tsx')).ReturnRestatePage }),
    },
    {
      path: 'workbook',
      lazy: async () => ({ Component: (await import('#pages/return-workbook-page.tsx')).ReturnWorkbookPage }),
    },
    {
      path: ':section?',
      lazy: async () => ({ Component: (await import('#pages/return-page.tsx')).ReturnSectionPage }),
    },
  ],
}

function FrameSpaceBody() {
  return null
}

async function loadFrame(queries: QueryClient): Promise<null> {
  await Promise.all([queries.ensureQueryData(sessionQuery()), queries.prefetchQuery(deploymentQuery())])
  return null
}

async function requireSession(queries: QueryClient, request: Request): Promise<null> {
  const person = await queries.ensureQueryData(sessionQuery())
  if (person !== null) return null
  const { pathname, search } = new URL(request.url)
  throw redirect(signInPath(pathname + search))
}

/** To the person’s council, or the first that keeps a register, at the newest quarter that has opened. */
async function goHome(queries: QueryClient, request: Request): Promise<Response | null> {
  const person = await queries.ensureQueryData(sessionQuery())
  if (person === null) return null
  const asked = new URL(request.url).searchParams.get('council')
  const [quarters, councils] = await Promise.all([
    queries.ensureQueryData(newestQuarterQuery()),
    queries.ensureQueryData(councilsQuery()),
  ])
  const place = {
    council: asked ?? person.council?.id ?? councils.items[0]?.id ?? null,
    quarter: quarters.items[0]?.key ?? null,
  }
  if (place.council === null || place.quarter === null) return redirect(partnershipsPath(place))
  return redirect(mayReadDashboards(person) ? dashboardPath(place) : firstPageWithout(person, place))
}

/** Someone who may not see a dashboard begins with their own partnership. */
function firstPageWithout({ roles }: SignedInPerson, place: Place): string {
  const own = roles.find(({ partnership }) => partnership !== null)?.partnership
  return own ? partnershipPath(own.id, place) : partnershipsPath(place)
}

/** Not awaited: the answer and the page travel at the same time. */
async function startDashboard(queries: QueryClient, { params, request }: LoaderFunctionArgs): Promise<null> {
  const { council, quarter } = params
  if (council === undefined || quarter === undefined) return null
  const search = new URL(request.url).searchParams
  const asked = { council, quarter, framework: search.get('framework'), portfolio: search.get('portfolio') }
  if (queries.getQueryData(sessionQuery().queryKey) !== null)
    void queries.prefetchQuery(dashboardQuery(asked))
  return null
}
