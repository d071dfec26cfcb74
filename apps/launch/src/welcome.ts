import type { Config } from '@accord/api/config'
import type { RunningServer } from '@accord/api/server'
import { roleLabel } from '@accord/domain'

const PASSWORD = 'demonstration'

async function peopleToBe({ database }: RunningServer): Promise<string[]> {
  const people = await database.prisma.person.findMany({
    where: { passwordHash: { not: null }, disabledAt: null },
    select: { email: true, name: true, roles: { select: { role: true }, orderBy: { role: 'asc' }, take: 1 } },
    orderBy: { email: 'asc' },
  })
  const width = Math.max(...people.map(({ email }) => email.length))
  return people.map(({ email, name, roles: [held] }) => {
    const role = held === undefined ? '' : `, ${roleLabel(held.role)}`
    return `  ${email.padEnd(width)}  ${name}${role}`
  })
}

/** The address, and who can sign in. */
export async function welcome(config: Config, server: RunningServer): Promise<string> {
  const ready = `\nAccord is ready at ${server.address}\n`
  if (config.mode === 'demonstration') {
    const people = await peopleToBe(server)
    return `${ready}Demonstration data: every figure is illustrative and every person is fictional.\n\nSign in with the password “${PASSWORD}” as:\n${people.join('\n')}\n\nCtrl-C stops it.\n`
  }
  const administrators = await server.database.prisma.personRole.count({ where: { role: 'administrator' } })
  const next =
    administrators === 0 ? 'Nobody can sign in yet. Create the first administrator: pnpm admin:create\n' : ''
  return `${ready}${next}`
}
