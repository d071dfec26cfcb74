import type { Prisma, Role } from '../client/generated/client.ts'
import { hashPasswordWithSalt } from '../password.ts'
import { dateOf } from './calendar.ts'
import { cell, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { COUNCILS, organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'

/** Anyone may be any of the people who have it: it opens nothing but the demonstration. */
export const DEMONSTRATION_PASSWORD = 'demonstration'

export function personId(email: string): string {
  return idFor('person', email)
}

const EMAIL_BY_NAME = new Map(
  readDataFile('people.csv').map((row) => [cell(row, 'name'), cell(row, 'email')]),
)

export function personIdNamed(name: string): string {
  const email = EMAIL_BY_NAME.get(name)
  if (!email) throw new Error(`Nobody is named ${name}`)
  return personId(email)
}

const NAME_BY_ID = new Map([...EMAIL_BY_NAME].map(([name, email]) => [personId(email), name]))

export function nameOfPerson(id: string): string {
  return NAME_BY_ID.get(id) ?? ''
}

// The password is public, so one salt serves all who have it, and is fixed so that every load gives the same rows.
const DEMONSTRATION_SALT = Buffer.from(idFor('salt').replaceAll('-', ''), 'hex')

export async function personRows(): Promise<Prisma.PersonCreateManyInput[]> {
  const passwordHash = await hashPasswordWithSalt(DEMONSTRATION_PASSWORD, DEMONSTRATION_SALT)
  return readDataFile('people.csv').map((row) => ({
    id: personId(cell(row, 'email')),
    email: cell(row, 'email'),
    name: cell(row, 'name'),
    jobTitle: cell(row, 'job title'),
    passwordHash: cell(row, 'password') === 'yes' ? passwordHash : null,
    createdAt: dateOf('2009-04-01'),
  }))
}

type Held = { email: string; role: Role; council?: string; partnership?: string }

const CHERWELL_ROLES: Held[] = [
  { email: 'executive@cherwell.example', role: 'executive_member', council: 'cherwell' },
  { email: 'executive@cherwell.example', role: 'portfolio_holder', council: 'cherwell' },
  { email: 'portfolio@cherwell.example', role: 'portfolio_holder', council: 'cherwell' },
  { email: 'judith.vane@cherwell.example', role: 'portfolio_holder', council: 'cherwell' },
  { email: 'edmund.sayers@cherwell.example', role: 'portfolio_holder', council: 'cherwell' },
  { email: 'miriam.holt@cherwell.example', role: 'portfolio_holder', council: 'cherwell' },
  { email: 'alan.petrie@cherwell.example', role: 'portfolio_holder', council: 'cherwell' },
  { email: 'scrutiny@cherwell.example', role: 'scrutiny_member', council: 'cherwell' },
  { email: 'owen.tranter@cherwell.example', role: 'scrutiny_member', council: 'cherwell' },
  { email: 'performance@cherwell.example', role: 'performance_officer', council: 'cherwell' },
  { email: 'tom.ashdown@cherwell.example', role: 'performance_officer', council: 'cherwell' },
  { email: 'administrator@cherwell.example', role: 'administrator', council: 'cherwell' },
]

const CONTRIBUTORS: Held[] = [
  { email: 'colleague@waste.example', role: 'contributor', partnership: 'Waste Partnership' },
  {
    email: 'keith.arden@oxfordshire.example',
    role: 'contributor',
    partnership: 'Cherwell Rural Transport Partnership',
  },
  {
    email: 'farah.siddle@cherwell.example',
    role: 'contributor',
    partnership: 'Cherwell Rural Transport Partnership',
  },
  {
    email: 'alison.crewe@oxfordshire.example',
    role: 'contributor',
    partnership: 'Children and Young People’s Partnership',
  },
  { email: 'nia.prosser@oxfordshire.example', role: 'contributor', partnership: 'Environment Forum' },
]

function officersElsewhere(): Held[] {
  return COUNCILS.filter((council) => council !== 'cherwell').map((council) => ({
    email: `performance@${council}.example`,
    role: 'performance_officer',
    council,
  }))
}

function namedIn(file: string, column: string, role: Role): Held[] {
  return readDataFile(file).map((row) => ({
    email: EMAIL_BY_NAME.get(cell(row, column)) ?? '',
    role,
    partnership: cell(row, 'partnership'),
  }))
}

function leadsAndSignatories(): Held[] {
  return [
    ...namedIn('partnerships.csv', 'lead_officer', 'partnership_lead'),
    ...namedIn('signatories.csv', 'signatory', 'signatory'),
  ]
}

export function roleRows(): Prisma.PersonRoleCreateManyInput[] {
  return [...CHERWELL_ROLES, ...officersElsewhere(), ...leadsAndSignatories(), ...CONTRIBUTORS].map(
    (held) => ({
      id: idFor('role', held.email, held.role, held.council ?? '', held.partnership ?? ''),
      personId: personId(held.email),
      role: held.role,
      councilId: held.council ? organisationId(held.council) : null,
      partnershipId: held.partnership ? partnershipId(held.partnership) : null,
    }),
  )
}
