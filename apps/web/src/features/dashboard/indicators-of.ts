import type { Dashboard, DashboardIndicator } from '@accord/api-client'

/** The indicators with these ids, in the order of the ids. */
export function indicatorsOf({ outcomes }: Dashboard, ids: readonly string[]): DashboardIndicator[] {
  const byId = new Map(
    outcomes.flatMap(({ indicators }) => indicators).map((indicator) => [indicator.id, indicator]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
