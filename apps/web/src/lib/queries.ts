import {
  getDashboardOptions,
  getDeploymentOptions,
  getIndicatorOptions,
  getPartnershipOptions,
  getSession,
  listCouncils,
  listCouncilsOptions,
  listFrameworksOptions,
  listIndicatorsOptions,
  listMeasurementsOptions,
  listPartnershipsOptions,
  listQuarters,
  listQuartersOptions,
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

export function indicatorQuery(id: string, filters: Filters) {
  return getIndicatorOptions({ path: { id }, query: present(filters) })
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
