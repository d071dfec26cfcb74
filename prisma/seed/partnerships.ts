import {
  MemberInvolvement,
  PartnershipLevel,
  type PartnershipScope,
  type Prisma,
} from '../client/generated/client.ts'
import { dateOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'
import { organisationId } from './organisations.ts'
import { partnershipId, partnershipSlug } from './partnership-names.ts'
import { personIdNamed } from './people.ts'

/** The significant partnerships of the mock, in its order, with what the demonstration adds to them. */
export const SIGNIFICANT: readonly DataRow[] = readDataFile('partnerships.csv').map((row) => {
  const more = readDataFile('significant-partnerships.csv').find(
    (other) => other.partnership === row.partnership,
  )
  return { ...row, ...more }
})

export const OTHERS: readonly DataRow[] = readDataFile('other-partnerships.csv')

function levelOf(text: string): PartnershipLevel {
  const level = Object.values(PartnershipLevel).find((value) => value === text)
  if (!level) throw new Error(`Not a level: ${text}`)
  return level
}

function involvementOf(text: string): MemberInvolvement {
  const involvement = Object.values(MemberInvolvement).find((value) => value === text)
  if (!involvement) throw new Error(`Not a kind of member involvement: ${text}`)
  return involvement
}

function linkTo(name: string): string | null {
  return name ? partnershipId(name) : null
}

function commonFields(row: DataRow, name: string) {
  return {
    id: partnershipId(name),
    slug: partnershipSlug(name),
    name,
    shortName: cell(row, 'short name'),
    level: levelOf(cell(row, 'level')),
    theme: cell(row, 'theme'),
    isStatutory: cell(row, 'statutory') === 'yes',
    memberInvolvement: involvementOf(cell(row, 'involvement')),
    reportsToId: linkTo(cell(row, 'reports to')),
    predecessorId: linkTo(cell(row, 'predecessor')),
    startedOn: dateOf(cell(row, 'started')),
  }
}

function scopeOf(text: string): PartnershipScope {
  return text === 'countywide' ? 'countywide' : 'district_specific'
}

function significantRow(row: DataRow): Prisma.PartnershipCreateManyInput {
  const countywide = cell(row, 'scope') === 'countywide'
  return {
    ...commonFields(row, cell(row, 'partnership')),
    purpose: cell(row, 'purpose'),
    scope: scopeOf(cell(row, 'scope')),
    leadOfficerId: personIdNamed(cell(row, 'lead_officer')),
    supportOfficerId: personIdNamed(countywide ? 'Hugh Carlisle' : 'Tom Ashdown'),
  }
}

function otherRow(row: DataRow): Prisma.PartnershipCreateManyInput {
  const ended = cell(row, 'ended')
  return {
    ...commonFields(row, cell(row, 'name')),
    scope: scopeOf(cell(row, 'scope')),
    endedOn: ended ? dateOf(ended) : null,
  }
}

// A partnership is written after those it names; foreign keys are checked at the end of the statement, so one
// statement takes them all in any order.
export function partnershipRows(): Prisma.PartnershipCreateManyInput[] {
  return [...SIGNIFICANT.map(significantRow), ...OTHERS.map(otherRow)]
}

function membersOf(row: DataRow): string[] {
  const districts = ['cherwell', 'oxford', 'south-oxfordshire', 'vale-of-white-horse', 'west-oxfordshire']
  const invited = [cell(row, 'chair'), ...cell(row, 'members').split(' ')]
  if (cell(row, 'scope') === 'countywide') invited.push(...districts)
  return [...new Set(invited)]
}

// Bodies made after a partnership began joined when they were made.
const JOINED_LATER: Record<string, string> = {
  'community-transport-forum': '2007-06-01',
  'cherwell-valley-homes': '2004-03-01',
}

export function membershipRows(): Prisma.MembershipCreateManyInput[] {
  const current = SIGNIFICANT.flatMap((row) =>
    membersOf(row).map((organisation, place) => {
      const started = cell(row, 'started')
      const later = JOINED_LATER[organisation] ?? started
      return {
        id: idFor('membership', cell(row, 'partnership'), organisation),
        partnershipId: partnershipId(cell(row, 'partnership')),
        organisationId: organisationId(organisation),
        capacity:
          place === 0 ? 'chair' : organisation === 'government-office-south-east' ? 'observer' : 'member',
        joinedOn: new Date(Math.max(dateOf(later).getTime(), dateOf(started).getTime())),
        leftOn: null,
      }
    }),
  )
  return [...current, ...formerMembers()]
}

function formerMembers(): Prisma.MembershipCreateManyInput[] {
  return [
    {
      id: idFor('membership', 'Learning and Skills Partnership', 'oxford-brookes-university', 'former'),
      partnershipId: partnershipId('Learning and Skills Partnership'),
      organisationId: organisationId('oxford-brookes-university'),
      capacity: 'member',
      joinedOn: dateOf('2002-04-01'),
      leftOn: dateOf('2008-07-31'),
    },
  ]
}
