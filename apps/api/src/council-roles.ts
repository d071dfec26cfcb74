import { may, mayReadRecord, type Permission, type RecordAccess, type Role } from '@accord/domain'
import type { Actor } from './context.ts'

/** The roles that a person holds in one council: what they hold elsewhere opens nothing of its own there. */
export function rolesIn(actor: Actor, councilId: string): Role[] {
  return actor.roles.filter((held) => held.councilId === councilId).map(({ role }) => role)
}

export function mayIn(actor: Actor, permission: Permission, councilId: string): boolean {
  return may(rolesIn(actor, councilId), permission)
}

/** Exempt and confidential records are for those of the council they belong to; internal ones for all signed in. */
export function mayReadOf(actor: Actor, access: RecordAccess, councilId: string): boolean {
  if (access === 'public' || access === 'internal') {
    return mayReadRecord(
      access,
      actor.roles.map(({ role }) => role),
    )
  }
  return mayReadRecord(access, rolesIn(actor, councilId))
}
