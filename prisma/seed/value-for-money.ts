import type { Prisma } from '../client/generated/client.ts'
import { dateOf } from './calendar.ts'
import { cell } from './data-file.ts'
import { idFor } from './identity.ts'
import { organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'
import { SIGNIFICANT } from './partnerships.ts'
import { personIdNamed } from './people.ts'

const SCALE = ['poor', 'fair', 'good', 'excellent']

const REASONS = [
  'Costs are high for what is delivered, and outcomes are neither stated nor measured.',
  'Some outcomes are measured and some benefits evidenced; costs are above most others.',
  'Outcomes are measured and mostly met at a cost in line with the rest.',
  'Each outcome’s cost is known, savings are signed by finance, and results lead the rest.',
]

const OWN_REASONS: Record<string, string> = {
  'Cherwell Rural Transport Partnership 2008':
    'Governance has improved and partners value it. Until costs fall and access stops falling it cannot be good.',
  'Cherwell Rural Transport Partnership 2007':
    'Terms of reference renewed and risks recorded; costs have not fallen.',
  'Waste Partnership 2008':
    'Joint contracts have cut the cost of each tonne for the third year, and finance has signed the savings.',
  'Economic Partnership 2008': 'Two boards still share one programme, and neither counts its officers’ time.',
  'Cherwell Community Planning Partnership 2008':
    'The community plan is strong, and only half its outcomes have a measure.',
}

type Rating = {
  council: string
  partnership: string
  startYear: number
  word: string
  assessor: string
  ratedOn: string
}

function cherwellRatings(): Rating[] {
  return SIGNIFICANT.flatMap((row) => {
    const partnership = cell(row, 'partnership')
    const own = { council: 'cherwell', partnership, assessor: 'Philippa Dane' }
    const latest = partnership === 'Cherwell Rural Transport Partnership' ? '2009-09-14' : '2009-06-22'
    return [
      { ...own, startYear: 2006, word: cell(row, 'vfm_2006_07'), ratedOn: '2007-06-25' },
      { ...own, startYear: 2007, word: cell(row, 'vfm_2007_08'), ratedOn: '2008-06-23' },
      { ...own, startYear: 2008, word: cell(row, 'vfm_2008_09'), ratedOn: latest },
    ]
  }).filter((rating) => SCALE.includes(rating.word))
}

const ELSEWHERE: Rating[] = [
  { council: 'oxfordshire', partnership: 'Waste Partnership', word: 'good', assessor: 'Hugh Carlisle' },
  { council: 'oxfordshire', partnership: 'Economic Partnership', word: 'good', assessor: 'Hugh Carlisle' },
  {
    council: 'oxfordshire',
    partnership: 'Safer Communities Partnership',
    word: 'good',
    assessor: 'Hugh Carlisle',
  },
  { council: 'oxford', partnership: 'Oxford Strategic Partnership', word: 'good', assessor: 'Nadia Bright' },
  { council: 'oxford', partnership: 'Housing Partnership', word: 'fair', assessor: 'Nadia Bright' },
  {
    council: 'south-oxfordshire',
    partnership: 'South Oxfordshire Partnership',
    word: 'good',
    assessor: 'Clive Rowan',
  },
  { council: 'vale-of-white-horse', partnership: 'Vale Partnership', word: 'fair', assessor: 'Ellen Marsh' },
  {
    council: 'west-oxfordshire',
    partnership: 'West Oxfordshire Strategic Partnership',
    word: 'good',
    assessor: 'Douglas Peel',
  },
].map((rating) => ({ ...rating, startYear: 2008, ratedOn: '2009-07-13' }))

// Waste was first rated good for 2008/09 and moved when the second half of its savings was signed.
const MOVED = { partnership: 'Waste Partnership', startYear: 2008, from: 'good', movedOn: '2009-09-14' }

function hasMoved(rating: Rating): boolean {
  return (
    rating.council === 'cherwell' &&
    rating.partnership === MOVED.partnership &&
    rating.startYear === MOVED.startYear
  )
}

function scoreOf(word: string): number {
  return SCALE.indexOf(word) + 1
}

function ratingId(rating: Rating): string {
  return idFor('rating', rating.council, rating.partnership, String(rating.startYear))
}

function reasonOf(rating: Rating, word: string): string {
  const own = word === rating.word ? OWN_REASONS[`${rating.partnership} ${rating.startYear}`] : undefined
  return own ?? REASONS[SCALE.indexOf(word)] ?? ''
}

const RATINGS: Rating[] = [...cherwellRatings(), ...ELSEWHERE]

export function ratingRows(): Prisma.VfmRatingCreateManyInput[] {
  return RATINGS.map((rating) => ({
    id: ratingId(rating),
    councilId: organisationId(rating.council),
    partnershipId: partnershipId(rating.partnership),
    startYear: rating.startYear,
    rating: scoreOf(rating.word),
    reason: reasonOf(rating, rating.word),
    ratedOn: dateOf(hasMoved(rating) ? MOVED.movedOn : rating.ratedOn),
  }))
}

function changesOf(rating: Rating): Prisma.VfmRatingChangeCreateManyInput[] {
  const first = hasMoved(rating) ? MOVED.from : rating.word
  const change = (step: number, oldWord: string | null, newWord: string, changedOn: string) => ({
    id: idFor('rating change', ratingId(rating), String(step)),
    ratingId: ratingId(rating),
    oldRating: oldWord === null ? null : scoreOf(oldWord),
    newRating: scoreOf(newWord),
    reason: reasonOf(rating, newWord),
    changedOn: dateOf(changedOn),
    changedById: personIdNamed(rating.assessor),
  })
  const begun = change(1, null, first, rating.ratedOn)
  return hasMoved(rating) ? [begun, change(2, first, rating.word, MOVED.movedOn)] : [begun]
}

export function ratingChangeRows(): Prisma.VfmRatingChangeCreateManyInput[] {
  return RATINGS.flatMap(changesOf)
}
