import type { Organisation, Person, PersonRole, Prisma } from '../client/generated/client.ts'
import { ownWord, type Writer } from './builder.ts'

type OrganisationFields = Partial<Prisma.OrganisationUncheckedCreateInput>

export function anOrganisation(writer: Writer, fields: OrganisationFields = {}): Promise<Organisation> {
  const slug = fields.slug ?? ownWord('organisation')
  return writer.organisation.create({
    data: { slug, name: slug, shortName: slug, sector: 'statutory', ...fields },
  })
}

/** A council that keeps a register. */
export function aCouncil(writer: Writer, fields: OrganisationFields = {}): Promise<Organisation> {
  const slug = fields.slug ?? ownWord('council')
  return anOrganisation(writer, { slug, tier: 'district', isCouncil: true, keepsRegister: true, ...fields })
}

export function aPerson(
  writer: Writer,
  fields: Partial<Prisma.PersonUncheckedCreateInput> = {},
): Promise<Person> {
  const word = ownWord('person')
  return writer.person.create({ data: { email: `${word}@council.example`, name: word, ...fields } })
}

/** Gives a person a role; the caller names the council or the partnership. */
export function aRole(writer: Writer, fields: Prisma.PersonRoleUncheckedCreateInput): Promise<PersonRole> {
  return writer.personRole.create({ data: fields })
}
