import type { Membership, Partnership, Prisma, RegisterEntry, VfmRating } from '../client/generated/client.ts'
import { day, ownWord, type Writer } from './builder.ts'

export function aPartnership(
  writer: Writer,
  fields: Partial<Prisma.PartnershipUncheckedCreateInput> = {},
): Promise<Partnership> {
  const slug = fields.slug ?? ownWord('partnership')
  return writer.partnership.create({
    data: {
      slug,
      name: slug,
      shortName: slug,
      scope: 'countywide',
      level: 'thematic',
      memberInvolvement: 'members_and_officers',
      startedOn: day('2006-04-01'),
      ...fields,
    },
  })
}

type Placed = { councilId: string; partnershipId: string }

export function aRegisterEntry(
  writer: Writer,
  fields: Placed & Partial<Prisma.RegisterEntryUncheckedCreateInput>,
): Promise<RegisterEntry> {
  return writer.registerEntry.create({ data: { position: 1, addedOn: day('2006-04-01'), ...fields } })
}

/** On the register and significant since it was added. */
export function aSignificantEntry(
  writer: Writer,
  fields: Placed & Partial<Prisma.RegisterEntryUncheckedCreateInput>,
): Promise<RegisterEntry> {
  const significance = { significantSince: day('2006-04-01'), significantReason: 'Delivers the agreement' }
  return aRegisterEntry(writer, { ...significance, ...fields })
}

export function aMembership(
  writer: Writer,
  fields: { partnershipId: string; organisationId: string } & Partial<Prisma.MembershipUncheckedCreateInput>,
): Promise<Membership> {
  return writer.membership.create({ data: { capacity: 'member', joinedOn: day('2006-04-01'), ...fields } })
}

/** A rating with the change that records it: 3 is good. */
export function aVfmRating(
  writer: Writer,
  {
    changedById,
    ...fields
  }: Placed & { changedById: string } & Partial<Prisma.VfmRatingUncheckedCreateInput>,
): Promise<VfmRating> {
  const rating = fields.rating ?? 3
  const reason = fields.reason ?? 'Outcomes are met at a fair cost'
  const ratedOn = fields.ratedOn ?? day('2009-06-22')
  const changes = { create: { newRating: rating, reason, changedOn: ratedOn, changedById } }
  return writer.vfmRating.create({ data: { startYear: 2008, ...fields, rating, reason, ratedOn, changes } })
}
