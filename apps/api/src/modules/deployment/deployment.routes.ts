import { roleLabel } from '@accord/domain'
import { type App, problemsOf, type Services } from '#api/route.ts'
import { Deployment } from './deployment.schemas.ts'

/** The people to be, in the order in which someone new would try them. */
async function demonstrationPeople({ database }: Services) {
  const rows = await database.prisma.person.findMany({
    where: { passwordHash: { not: null }, disabledAt: null },
    select: { email: true, name: true, roles: { select: { role: true }, orderBy: { role: 'asc' }, take: 1 } },
  })
  return rows
    .flatMap(({ email, name, roles: [first] }) =>
      first === undefined ? [] : [{ email, name, role: first.role }],
    )
    .sort(
      (a, b) =>
        DEMONSTRATION_ORDER.indexOf(a.role) - DEMONSTRATION_ORDER.indexOf(b.role) ||
        (a.email < b.email ? -1 : 1),
    )
    .map(({ role, ...person }) => ({ ...person, role: roleLabel(role) }))
}

const DEMONSTRATION_ORDER = [
  'executive_member',
  'portfolio_holder',
  'scrutiny_member',
  'performance_officer',
  'administrator',
  'partnership_lead',
  'signatory',
  'contributor',
]

export async function deploymentRoutes(app: App, services: Services): Promise<void> {
  const { database, clock, config } = services
  app.route({
    method: 'GET',
    url: '/deployment',
    config: { access: 'public' },
    schema: {
      tags: ['service'],
      operationId: 'getDeployment',
      summary: 'What anyone may know before signing in',
      response: { 200: Deployment, ...problemsOf(503) },
    },
    handler: async () => {
      const row = await database.prisma.deployment.findFirst({ select: { area: true } })
      return {
        mode: config.mode,
        area: row?.area ?? 'This area',
        today: clock.today(),
        people: config.mode === 'demonstration' ? await demonstrationPeople(services) : [],
      }
    },
  })
}
