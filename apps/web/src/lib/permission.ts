import type { SignedInPerson } from '@accord/api-client'

/** As the server says: a permission is never worked out from a role here. */
export function mayReadDashboards({ permissions }: SignedInPerson): boolean {
  return permissions.includes('dashboards:read')
}
