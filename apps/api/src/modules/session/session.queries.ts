import type { Database } from '@accord/database'
import { may, type Permission, permissions, roleLabel } from '@accord/domain'
import type { Actor } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { SignedInPerson } from './session.schemas.ts'

const organisation = { select: { slug: true, name: true, shortName: true } } as const

const select = {
  id: true,
  name: true,
  email: true,
  jobTitle: true,
  roles: {
    select: { role: true, council: organisation, partnership: organisation },
    orderBy: { role: 'asc' },
  },
  portfolios: { select: { slug: true, title: true, council: { select: { slug: true } } } },
} as const

const toReference = (row: { slug: string; name: string; shortName: string }) => ({
  id: row.slug,
  name: row.name,
  shortName: row.shortName,
})

/** A partner with no council of its own starts from the first register its partnership is on. */
async function startingCouncil(database: Database, personId: string) {
  const row = await database.prisma.organisation.findFirst({
    where: {
      keepsRegister: true,
      register: { some: { partnership: { roles: { some: { personId } } }, significantSince: { not: null } } },
    },
    orderBy: { name: 'asc' },
    select: { slug: true, name: true, shortName: true },
  })
  return row === null ? null : toReference(row)
}

/** What someone who came by an invitation’s link may use. */
const BY_INVITATION: readonly Permission[] = ['session:read', 'returns:edit']

export async function readSignedInPerson(
  database: Database,
  { personId, assignmentId = null }: Pick<Actor, 'personId' | 'assignmentId'>,
): Promise<SignedInPerson> {
  const row = await database.prisma.person.findUnique({ where: { id: personId }, select })
  if (row === null) throw new Problem('not-signed-in', 'Sign in, then try again.')
  const isInvited = assignmentId !== null
  const held = isInvited ? [] : row.roles
  const roles = held.map(({ role, council, partnership }) => ({
    role,
    label: roleLabel(role),
    council: council === null ? null : toReference(council),
    partnership: partnership === null ? null : toReference(partnership),
  }))
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    jobTitle: row.jobTitle,
    roles,
    permissions: permissions.filter((permission) =>
      isInvited
        ? BY_INVITATION.includes(permission)
        : may(
            roles.map(({ role }) => role),
            permission,
          ),
    ),
    council:
      roles.find(({ council }) => council !== null)?.council ?? (await startingCouncil(database, personId)),
    portfolios: row.portfolios.map(({ slug, title, council }) => ({
      id: slug,
      title,
      council: council.slug,
    })),
  }
}

export async function readCredentials(database: Database, email: string) {
  return database.prisma.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
}
