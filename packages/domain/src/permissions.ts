export type Role =
  | 'executive_member'
  | 'portfolio_holder'
  | 'scrutiny_member'
  | 'performance_officer'
  | 'administrator'
  | 'partnership_lead'
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

export const roles: readonly Role[] = [
  'executive_member',
  'portfolio_holder',
  'scrutiny_member',
  'performance_officer',
  'administrator',
  'partnership_lead',
  'contributor',
]

export const permissions: readonly Permission[] = [
  'session:read',
  'councils:read',
  'quarters:read',
  'partnerships:read',
  'frameworks:read',
  'indicators:read',
  'measurements:read',
  'dashboards:read',
]

/**
 * Who may do what: our choice. Everyone signed in may read all, but a contributor, who works on the section
 * handed to them, has no need of a council’s dashboard.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  executive_member: permissions,
  portfolio_holder: permissions,
  scrutiny_member: permissions,
  performance_officer: permissions,
  administrator: permissions,
  partnership_lead: permissions,
  contributor: permissions.filter((permission) => permission !== 'dashboards:read'),
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
  contributor: 'Contributor',
}

export function roleLabel(role: Role): string {
  return roleLabels[role]
}
