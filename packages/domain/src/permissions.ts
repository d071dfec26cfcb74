export type Role =
  | 'executive_member'
  | 'portfolio_holder'
  | 'scrutiny_member'
  | 'performance_officer'
  | 'administrator'
  | 'partnership_lead'
  | 'signatory'
  | 'contributor'

export type Permission =
  | 'session:read'
  | 'councils:read'
  | 'quarters:read'
  | 'partnerships:read'
  | 'frameworks:read'
  | 'indicators:read'
  | 'measurements:read'
  | 'dashboards:read'
  | 'returns:read'
  | 'returns:edit'
  | 'returns:assign'
  | 'returns:sign-off'
  | 'returns:review'
  | 'cycle:read'
  | 'cycle:manage'
  | 'assessments:read'
  | 'assessments:edit'
  | 'assessments:agree'
  | 'scrutiny:read'
  | 'scrutiny:manage'
  | 'questions:ask'
  | 'recommendations:respond'
  | 'indicators:annotate'
  | 'indicators:recalculate'
  | 'indicators:propose'
  | 'indicators:approve'
  | 'frameworks:manage'
  | 'imports:manage'

export const roles: readonly Role[] = [
  'executive_member',
  'portfolio_holder',
  'scrutiny_member',
  'performance_officer',
  'administrator',
  'partnership_lead',
  'signatory',
  'contributor',
]

/** What anyone signed in may read; a contributor all but the councils’ own. */
const readings: readonly Permission[] = [
  'session:read',
  'councils:read',
  'quarters:read',
  'partnerships:read',
  'frameworks:read',
  'indicators:read',
  'measurements:read',
  'returns:read',
  'dashboards:read',
  'assessments:read',
  'scrutiny:read',
]

/** Of these a contributor has no need: what a council makes of its partnerships. */
const councilsOwn: readonly Permission[] = ['dashboards:read', 'assessments:read', 'scrutiny:read']

export const permissions: readonly Permission[] = [
  ...readings,
  'returns:edit',
  'returns:assign',
  'returns:sign-off',
  'returns:review',
  'cycle:read',
  'cycle:manage',
  'assessments:edit',
  'assessments:agree',
  'scrutiny:manage',
  'questions:ask',
  'recommendations:respond',
  'indicators:annotate',
  'indicators:recalculate',
  'indicators:propose',
  'indicators:approve',
  'frameworks:manage',
  'imports:manage',
]

/** Those who keep the figures: a lead pins what happened, but does not decide where a process begins anew. */
const figureKeeping: readonly Permission[] = [
  'indicators:annotate',
  'indicators:recalculate',
  'indicators:propose',
  'indicators:approve',
  'imports:manage',
]

const councilReadings: readonly Permission[] = [...readings, 'cycle:read']

/**
 * Who may do what: our choice. Everyone signed in may read the figures and the returns, but a contributor, who
 * works on the section handed to them, has no need of a council’s dashboard. Figures of a file are loaded by
 * performance officers and administrators. The board of the quarter is for
 * the council. Assessments are made by its performance officers and agreed by one who did not make them or by an
 * Executive member; scrutiny’s record is kept by its members and the officers who serve them. Changes of indicators
 * are proposed and decided by performance officers and administrators, never by one person alone. A permission opens
 * the door; a person’s part in one return decides there (`partsIn`).
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  executive_member: [...councilReadings, 'assessments:agree', 'questions:ask', 'recommendations:respond'],
  portfolio_holder: [...councilReadings, 'questions:ask', 'recommendations:respond'],
  scrutiny_member: [...councilReadings, 'scrutiny:manage', 'questions:ask'],
  performance_officer: [
    ...councilReadings,
    'returns:review',
    'cycle:manage',
    'assessments:edit',
    'assessments:agree',
    'scrutiny:manage',
    ...figureKeeping,
  ],
  administrator: [...councilReadings, ...figureKeeping, 'frameworks:manage'],
  partnership_lead: [
    ...readings,
    'returns:edit',
    'returns:assign',
    'returns:sign-off',
    'indicators:annotate',
  ],
  signatory: [...readings, 'returns:sign-off'],
  contributor: [...readings.filter((reading) => !councilsOwn.includes(reading)), 'returns:edit'],
}

/** A person may do what any of their roles may. Without a role, nothing. */
export function may(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => permissionsOf[role].includes(permission))
}

/** The roles to name on a screen that refuses someone. */
export function rolesThatMay(permission: Permission): Role[] {
  return roles.filter((role) => permissionsOf[role].includes(permission))
}

const roleLabels: Readonly<Record<Role, string>> = {
  executive_member: 'Executive member',
  portfolio_holder: 'Portfolio holder',
  scrutiny_member: 'Scrutiny member',
  performance_officer: 'Performance officer',
  administrator: 'Administrator',
  partnership_lead: 'Partnership lead',
  signatory: 'Signatory',
  contributor: 'Contributor',
}

export function roleLabel(role: Role): string {
  return roleLabels[role]
}
