import type { Role } from './permissions.ts'

/**
 * What a person is to one return (our choice). `lead` fills it in and sends it; `contributor` fills in what was
 * handed to them; `signatory` signs it off; `officer` checks it for a council.
 */
export type ReturnPart = 'lead' | 'contributor' | 'signatory' | 'officer'

/** A role as it is held: for one council or for one partnership. */
export type HeldRole = { role: Role; councilId: string | null; partnershipId: string | null }

/** In the order in which sentences name them. */
export const returnParts: readonly ReturnPart[] = ['lead', 'contributor', 'signatory', 'officer']

/**
 * The parts a person has in the return of one partnership; none for whoever only reads.
 *
 * `councilIds`: the councils that have the partnership on their register, whose officers check its return.
 * `hasAssignment`: whether a section or a cell of this return was handed to the person. Without one, the role of
 * contributor gives no part. A lead may sign too, though never what they entered themselves.
 */
export function partsIn({
  roles,
  partnershipId,
  councilIds,
  hasAssignment,
}: {
  roles: readonly HeldRole[]
  partnershipId: string
  councilIds: readonly string[]
  hasAssignment: boolean
}): ReturnPart[] {
  const holdsHere = (role: Role) =>
    roles.some((held) => held.role === role && held.partnershipId === partnershipId)
  const isLead = holdsHere('partnership_lead')
  const holds: Readonly<Record<ReturnPart, boolean>> = {
    lead: isLead,
    contributor: hasAssignment && holdsHere('contributor'),
    signatory: isLead || holdsHere('signatory'),
    officer: roles.some(
      ({ role, councilId }) =>
        role === 'performance_officer' && councilId !== null && councilIds.includes(councilId),
    ),
  }
  return returnParts.filter((part) => holds[part])
}
