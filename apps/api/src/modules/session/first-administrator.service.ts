import { type Database, hashPassword, StartError } from '@accord/database'
import { z } from 'zod'

const SHORTEST_PASSWORD = 12

const FirstAdministrator = z.object({
  name: z.string().trim().min(1, { error: 'Give the administrator’s name.' }),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'Give an e-mail address, for example name@council.gov.uk.' })),
  council: z
    .string()
    .trim()
    .min(1, { error: 'Give the council’s name, for example Cherwell District Council.' }),
  area: z.string().trim().min(1, { error: 'Give the area’s name, for example Oxfordshire.' }),
  password: z
    .string()
    .min(SHORTEST_PASSWORD, { error: `Choose a password of ${SHORTEST_PASSWORD} characters or more.` }),
})

export type FirstAdministrator = z.input<typeof FirstAdministrator>

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The first person of a live service, with the council they belong to. Refused once there is one. */
export async function createFirstAdministrator(
  database: Database,
  given: FirstAdministrator,
  now: Date,
): Promise<{ email: string }> {
  const parsed = FirstAdministrator.safeParse(given)
  if (!parsed.success) throw new StartError(parsed.error.issues.map(({ message }) => message).join('\n'))
  const { name, email, council, area, password } = parsed.data
  const passwordHash = await hashPassword(password)
  await database.prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`
    if ((await transaction.personRole.count({ where: { role: 'administrator' } })) > 0) {
      throw new StartError('There is an administrator already. Ask them to add people.')
    }
    if ((await transaction.deployment.count()) === 0) {
      await transaction.deployment.create({ data: { mode: 'live', area, loadedAt: now } })
    }
    const organisation = {
      slug: slugOf(council),
      name: council,
      shortName: council.replace(/ (District|County|City|Borough) Council$/, ''),
      sector: 'statutory' as const,
      isCouncil: true,
      keepsRegister: true,
    }
    await transaction.organisation.upsert({
      where: { slug: organisation.slug },
      create: organisation,
      update: {},
    })
    const person = await transaction.person.create({
      data: {
        name,
        email,
        passwordHash,
        createdAt: now,
        roles: { create: { role: 'administrator', council: { connect: { slug: organisation.slug } } } },
      },
    })
    await transaction.auditEvent.create({
      data: {
        happenedAt: now,
        actorName: name,
        source: 'command',
        action: 'create administrator',
        subjectType: 'person',
        subjectId: person.id,
        newValue: { name, email },
        reason: 'The first administrator of a live service',
      },
    })
  })
  return { email }
}
