import type { AccessLevel, Prisma } from '../client/generated/client.ts'
import { dateOf } from './calendar.ts'
import { cell } from './data-file.ts'
import { idFor, nth } from './identity.ts'
import { partnershipId } from './partnership-names.ts'
import { SIGNIFICANT } from './partnerships.ts'
import { personIdNamed } from './people.ts'

type Kind = {
  cause: string
  effect: string
  mitigation: string
  isJoint: boolean
  access: AccessLevel
  paragraph: number | null
}

const RED_KINDS: Kind[] = [
  {
    cause: 'The recession lasts into 2010/11',
    effect: 'Partners withdraw match funding and targets are missed',
    mitigation: 'Funding reviewed with each partner every quarter',
    isJoint: true,
    access: 'internal',
    paragraph: null,
  },
  {
    cause: 'A contractor’s price rises at renewal',
    effect: 'The work costs more than the partners have set aside',
    mitigation: 'Soft market test before the tender',
    isJoint: true,
    access: 'exempt',
    paragraph: 3,
  },
  {
    cause: 'Demand grows faster than the service',
    effect: 'People wait longer and outcomes fall',
    mitigation: 'Weekly triage and shared waiting list',
    isJoint: false,
    access: 'internal',
    paragraph: null,
  },
]

const LESSER_KINDS: Kind[] = [
  {
    cause: 'Key officers leave during the councils’ reviews',
    effect: 'Knowledge is lost and work slips',
    mitigation: 'Deputies named for each post',
    isJoint: false,
    access: 'internal',
    paragraph: null,
  },
  {
    cause: 'Partners count the same thing in different ways',
    effect: 'Figures cannot be compared or trusted',
    mitigation: 'One definition agreed and checked yearly',
    isJoint: true,
    access: 'public',
    paragraph: null,
  },
  {
    cause: 'A named officer is the subject of a grievance',
    effect: 'The programme is without its manager',
    mitigation: 'Interim manager in place',
    isJoint: false,
    access: 'exempt',
    paragraph: 1,
  },
]

type Score = { before: [number, number]; after: [number, number] }

const RED_SCORES: Score[] = [
  { before: [5, 4], after: [4, 4] },
  { before: [5, 5], after: [5, 3] },
  { before: [5, 5], after: [4, 5] },
]
const LESSER_SCORES: Score[] = [
  { before: [4, 4], after: [3, 4] },
  { before: [3, 4], after: [2, 4] },
  { before: [4, 3], after: [2, 2] },
]

/** A risk of one partnership; `name` tells its risks apart. */
export type PlacedRisk = {
  partnership: string
  lead: string
  kind: Kind
  score: Score
  name: string
  closedOn: string | null
}

export function riskId({ partnership, name }: Pick<PlacedRisk, 'partnership' | 'name'>): string {
  return idFor('risk', partnership, name)
}

function riskRow({ partnership, lead, kind, score, name, closedOn }: PlacedRisk): Prisma.RiskCreateManyInput {
  return {
    id: riskId({ partnership, name }),
    partnershipId: partnershipId(partnership),
    cause: kind.cause,
    effect: kind.effect,
    mitigation: kind.mitigation,
    likelihoodBefore: score.before[0],
    impactBefore: score.before[1],
    likelihoodAfter: score.after[0],
    impactAfter: score.after[1],
    ownerId: personIdNamed(lead),
    isJoint: kind.isJoint,
    access: kind.access,
    exemptParagraph: kind.paragraph,
    openedOn: dateOf('2008-10-06'),
    reviewedOn: dateOf(closedOn ?? '2009-10-05'),
    closedOn: closedOn ? dateOf(closedOn) : null,
  }
}

function risksOf(row: (typeof SIGNIFICANT)[number], place: number): PlacedRisk[] {
  const own = { partnership: cell(row, 'partnership'), lead: cell(row, 'lead_officer') }
  const red = Array.from({ length: Number(cell(row, 'red_risks')) }, (_, count) => ({
    ...own,
    kind: nth(RED_KINDS, count),
    score: nth(RED_SCORES, count),
    name: `red ${count}`,
    closedOn: null,
  }))
  // Each partnership leaves out a different one of the lesser risks.
  const lesser = LESSER_KINDS.filter((_, count) => count !== place % LESSER_KINDS.length).map(
    (kind, count) => ({
      ...own,
      kind,
      score: nth(LESSER_SCORES, place + count),
      name: `lesser ${count}`,
      closedOn: null,
    }),
  )
  return [...red, ...lesser]
}

// A red risk that is closed no longer counts.
function closedRisk(): PlacedRisk {
  return {
    partnership: 'Waste Partnership',
    lead: 'Daniel Okafor',
    kind: {
      cause: 'South Oxfordshire’s contract is not let by April',
      effect: 'Recycling stands still for a quarter',
      mitigation: 'Weekly meetings with the bidder',
      isJoint: true,
      access: 'internal',
      paragraph: null,
    },
    score: { before: [5, 4], after: [5, 4] },
    name: 'closed',
    closedOn: '2009-06-08',
  }
}

export function placedRisks(): PlacedRisk[] {
  return [...SIGNIFICANT.flatMap(risksOf), closedRisk()]
}

export function riskRows(): Prisma.RiskCreateManyInput[] {
  return placedRisks().map(riskRow)
}
