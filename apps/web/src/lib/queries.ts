import {
  getCatalogueChoicesOptions,
  getCycleOptions,
  getDashboardOptions,
  getDeploymentOptions,
  getFrameworkOptions,
  getImport,
  getImportOptions,
  getIndicatorChangeOptions,
  getIndicatorNotesOptions,
  getIndicatorOptions,
  getIndicatorSettingsOptions,
  getIndicatorTargetsOptions,
  getPackOptions,
  getPartnershipOptions,
  getPartnershipScrutinyOptions,
  getPartnershipValueForMoneyOptions,
  getPublicationOptions,
  getReturnCellHistoryOptions,
  getReturnOptions,
  getScrutinyOptions,
  getSession,
  getValueForMoneyOptions,
  getValueForMoneySchemeOptions,
  listCouncils,
  listCouncilsOptions,
  listFrameworksOptions,
  listImportDifferencesOptions,
  listImportFaultsOptions,
  listImportsOptions,
  listIndicatorChangesOptions,
  listIndicatorsOptions,
  listMeasurementsOptions,
  listNotificationsOptions,
  listPartnershipsOptions,
  listQuarters,
  listQuartersOptions,
  listReminderSettingsOptions,
  listReturnsOptions,
  type SignedInPerson,
} from '@accord/api-client'
import { queryOptions } from '@tanstack/react-query'
import { ProblemError, problemOf } from './problem.ts'

/** What a page asks for: one place, so that a route can begin to ask before its page has arrived. */

type Filters = Readonly<Record<string, string | null>>

/** Drops what is not set: a filter that is absent is not sent. */
function present(filters: Filters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}

export function deploymentQuery() {
  return { ...getDeploymentOptions(), staleTime: Number.POSITIVE_INFINITY }
}

async function readSession(): Promise<SignedInPerson | null> {
  try {
    const { data } = await getSession({ throwOnError: true })
    return data
  } catch (error) {
    const problem = problemOf(error)
    if (problem.status === 401) return null
    throw new ProblemError(problem)
  }
}

/** Null when nobody is signed in. */
export function sessionQuery() {
  return queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 })
}

// The way home waits for these two while the frame reads them: they take no signal, so that a part of the
// frame that comes and goes cannot cancel what a route is waiting for.
const councilsAsked = { query: { keepsRegister: 'true', sort: 'name' } } as const
const newestQuarterAsked = { query: { open: 'true', sort: '-quarter', pageSize: 1 } } as const

export function councilsQuery() {
  return {
    ...listCouncilsOptions(councilsAsked),
    queryFn: async () => (await listCouncils({ ...councilsAsked, throwOnError: true })).data,
    staleTime: 300_000,
  }
}

/** Every council there is, also those known only from imported series. */
export function everyCouncilQuery() {
  return { ...listCouncilsOptions({ query: { sort: 'name', pageSize: 500 } }), staleTime: 60_000 }
}

/** The newest quarter that has opened. */
export function newestQuarterQuery() {
  return {
    ...listQuartersOptions(newestQuarterAsked),
    queryFn: async () => (await listQuarters({ ...newestQuarterAsked, throwOnError: true })).data,
  }
}

export type DashboardRequest = {
  council: string
  quarter: string
  framework: string | null
  portfolio: string | null
}

export function dashboardQuery({ council, quarter, framework, portfolio }: DashboardRequest) {
  return getDashboardOptions({ path: { council, quarter }, query: present({ framework, portfolio }) })
}

export function frameworksQuery(council: string | null) {
  return listFrameworksOptions({ query: present({ council }) })
}

export function indicatorsQuery(filters: Filters) {
  return listIndicatorsOptions({ query: present(filters) })
}

/** What the catalogue can be filtered by, and what the reader may do with it. */
export function catalogueChoicesQuery() {
  return getCatalogueChoicesOptions()
}

export function indicatorSettingsQuery(id: string, filters: Filters) {
  return getIndicatorSettingsOptions({ path: { id }, query: present(filters) })
}

export function indicatorTargetsQuery(id: string, filters: Filters) {
  return getIndicatorTargetsOptions({ path: { id }, query: present(filters) })
}

export function indicatorChangesQuery(filters: Filters) {
  return listIndicatorChangesOptions({ query: present(filters) })
}

export function indicatorChangeQuery(id: string) {
  return getIndicatorChangeOptions({ path: { id } })
}

export function frameworkQuery(id: string) {
  return getFrameworkOptions({ path: { id } })
}

export function indicatorQuery(id: string, filters: Filters) {
  return getIndicatorOptions({ path: { id }, query: present(filters) })
}

/** What was noted about an indicator’s series, and what the reader may do about it. */
export function indicatorNotesQuery(id: string) {
  return getIndicatorNotesOptions({ path: { id } })
}

/** The newest figure of an indicator, for any body. */
export function newestMeasurementQuery(id: string) {
  return listMeasurementsOptions({ path: { id }, query: { sort: '-quarter', pageSize: 1 } })
}

export function partnershipsQuery(filters: Filters) {
  return listPartnershipsOptions({ query: present(filters) })
}

export function partnershipQuery(id: string, filters: Filters) {
  return getPartnershipOptions({ path: { id }, query: present(filters) })
}

/** Every quarter there is, newest first: for going from one to the next. */
export function quartersQuery() {
  return { ...listQuartersOptions({ query: { sort: '-quarter', pageSize: 100 } }), staleTime: 300_000 }
}

export function returnsQuery(filters: Filters) {
  return listReturnsOptions({ query: present(filters) })
}

export function returnQuery(id: string) {
  return getReturnOptions({ path: { id } })
}

export function cellHistoryQuery(id: string, cell: string) {
  return getReturnCellHistoryOptions({ path: { id }, query: { cell } })
}

/** Where a quarter’s returns have got to, of one council’s partnerships or of all. */
export function cycleQuery({ quarter, council }: { quarter: string; council: string | null }) {
  return getCycleOptions({ path: { quarter }, query: present({ council }) })
}

/** A council’s scrutiny: its programme, questions and recommendations. */
export function scrutinyQuery(council: string, filters: Filters) {
  return getScrutinyOptions({ path: { council }, query: present(filters) })
}

export function partnershipScrutinyQuery(path: { council: string; partnership: string }) {
  return getPartnershipScrutinyOptions({ path })
}

export function publicationQuery(asked: { council: string; quarter: string }) {
  return getPublicationOptions({ path: asked })
}

export function reminderSettingsQuery() {
  return listReminderSettingsOptions()
}

const notificationsAsked = { query: { pageSize: 500 } } as const

export function notificationsQuery() {
  return listNotificationsOptions(notificationsAsked)
}

/** Only how many: the list is read on its own page. */
export function unreadQuery() {
  return { ...listNotificationsOptions({ query: { unread: 'true', pageSize: 1 } }), staleTime: 60_000 }
}

type PackAsked = { council: string; year: string | null; partnership: string | null; rating: string | null }

export function packQuery({ council, ...asked }: PackAsked) {
  return getPackOptions({ path: { council }, query: present(asked) })
}

/** A council’s partnerships side by side for a year. */
export function valueForMoneyQuery({ council, ...filters }: Filters & { council: string }) {
  return getValueForMoneyOptions({ path: { council }, query: present(filters) })
}

/** One partnership’s value for money in a year. */
export function partnershipValueQuery(asked: { council: string; partnership: string; year: string | null }) {
  const { council, partnership, year } = asked
  return getPartnershipValueForMoneyOptions({ path: { council, partnership }, query: present({ year }) })
}

/** The words and criteria in force in the year that runs. */
export function schemeQuery(council: string) {
  return getValueForMoneySchemeOptions({ path: { council } })
}

export function importsQuery(page: number) {
  return listImportsOptions({ query: { page } })
}

const IMPORT_SEEN_EVERY = 1000

/** While something is being done with it, it is looked at again and again. */
export function importQuery(id: string) {
  return {
    ...getImportOptions({ path: { id } }),
    refetchInterval: (query: { state: { data?: { state: string } | undefined } }) =>
      ['reading', 'checking'].includes(query.state.data?.state ?? '') ? IMPORT_SEEN_EVERY : false,
  } as const
}

/** How far it is, asked apart: the page itself does not change under the hands of who waits. */
export function importProgressQuery(id: string) {
  return queryOptions({
    queryKey: ['import progress', id],
    queryFn: async () => (await getImport({ path: { id }, throwOnError: true })).data.progress,
    refetchInterval: IMPORT_SEEN_EVERY / 2,
    gcTime: 0,
  })
}

export type DifferencesAsked = { page: number; outcome: 'added' | 'changed' | 'same' | null; version: number }

/** `version`: of the import, so that what was found before another check is not shown after it. */
export function differencesQuery(id: string, { page, outcome, version }: DifferencesAsked) {
  const options = listImportDifferencesOptions({
    path: { id },
    query: { page, pageSize: 50, ...(outcome === null ? {} : { outcome }) },
  })
  return { ...options, meta: { version } }
}

export function faultsQuery(id: string, asked: { kind?: 'error' | 'note'; group?: string; page?: number }) {
  return listImportFaultsOptions({ path: { id }, query: { pageSize: 50, ...asked } })
}
