import type { SignedInPerson } from '@accord/api-client'

/** As the server says: a permission is never worked out from a role here. */
export function mayReadDashboards({ permissions }: SignedInPerson): boolean {
  return permissions.includes('dashboards:read')
}

/** Someone who came by an invitation’s link sees the answers handed to them, and no room of the house. */
export function mayGoRound({ permissions }: SignedInPerson): boolean {
  return permissions.includes('councils:read')
}

export function mayReadReturns({ permissions }: SignedInPerson): boolean {
  return permissions.includes('returns:read')
}

/** Whoever opens, chases, accepts and publishes; others who may read the board find it by its address. */
export function mayManageCycle({ permissions }: SignedInPerson): boolean {
  return permissions.includes('cycle:manage')
}

/** What a council makes of its partnerships’ value for money. */
export function mayReadAssessments({ permissions }: SignedInPerson): boolean {
  return permissions.includes('assessments:read')
}

export function mayReadScrutiny({ permissions }: SignedInPerson): boolean {
  return permissions.includes('scrutiny:read')
}

export function mayAskQuestions({ permissions }: SignedInPerson): boolean {
  return permissions.includes('questions:ask')
}

export function mayAssess({ permissions }: SignedInPerson): boolean {
  return permissions.includes('assessments:edit')
}

/** Whoever brings figures in from files. */
export function mayImport({ permissions }: SignedInPerson): boolean {
  return permissions.includes('imports:manage')
}
