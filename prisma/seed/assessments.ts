import type { AssessmentState, Prisma } from '../client/generated/client.ts'
import { ASSESSMENTS, daysBefore, isTold, type SeededAssessment } from './assessment-years.ts'
import { dateOf, londonInstant } from './calendar.ts'
import { cell } from './data-file.ts'
import { idFor } from './identity.ts'
import { organisationId } from './organisations.ts'
import { partnershipId } from './partnership-names.ts'
import { personIdNamed } from './people.ts'

const ASSESSOR = 'Philippa Dane'
const MODERATOR = 'Tom Ashdown'
const AGREED_BY = 'Cllr Helen Marsden'

const ANSWERS = ['in_line', 'not_yet', 'not_in_line'] as const

function answerOf(text: string): (typeof ANSWERS)[number] {
  const answer = ANSWERS.find((value) => value === text)
  if (!answer) throw new Error(`Not an answer: ${text}`)
  return answer
}

/** Days from the judgement, and from the moderation, to the agreement. */
function daysOf(assessment: SeededAssessment): { assessed: number; moderated: number } {
  return isTold(assessment) ? { assessed: 0, moderated: 0 } : { assessed: 14, moderated: 7 }
}

function assessmentRow(assessment: SeededAssessment): Prisma.VfmAssessmentCreateManyInput {
  const { id, partnership, startYear, row, rating, reason, agreedOn } = assessment
  const days = daysOf(assessment)
  return {
    id,
    councilId: organisationId('cherwell'),
    partnershipId: partnershipId(partnership),
    startYear,
    state: 'agreed',
    version: 4,
    rating,
    ratingReason: reason,
    answer: answerOf(cell(row, 'answer')),
    answerReason: cell(row, 'answer reason'),
    assessedById: personIdNamed(ASSESSOR),
    assessedOn: daysBefore(agreedOn, days.assessed),
    moderatedById: personIdNamed(MODERATOR),
    moderatedOn: daysBefore(agreedOn, days.moderated),
    agreedById: personIdNamed(AGREED_BY),
    agreedOn: dateOf(agreedOn),
  }
}

export function assessmentRows(): Prisma.VfmAssessmentCreateManyInput[] {
  return ASSESSMENTS.map(assessmentRow)
}

type Step = {
  from: AssessmentState | null
  to: AssessmentState
  by: string
  days: number
  clock: string
  reason?: string
}

// Waste was agreed as good in June and opened again when the second half of its savings was signed.
const WASTE_IN_JUNE: Step[] = [
  { from: 'draft', to: 'moderated', by: MODERATOR, days: 91, clock: '11:20' },
  { from: 'moderated', to: 'agreed', by: AGREED_BY, days: 84, clock: '16:40' },
  {
    from: 'agreed',
    to: 'draft',
    by: ASSESSOR,
    days: 14,
    clock: '09:15',
    reason: 'Finance has signed the second half of its savings.',
  },
]

function stepsOf(assessment: SeededAssessment): Step[] {
  const { moderated } = daysOf(assessment)
  const isWaste = assessment.partnership === 'Waste Partnership' && assessment.startYear === 2008
  return [
    { from: null, to: 'draft', by: ASSESSOR, days: 98, clock: '09:30' },
    ...(isWaste ? WASTE_IN_JUNE : []),
    { from: 'draft', to: 'moderated', by: MODERATOR, days: moderated, clock: '11:20' },
    { from: 'moderated', to: 'agreed', by: AGREED_BY, days: 0, clock: '16:40' },
  ]
}

function eventsOf(assessment: SeededAssessment): Prisma.VfmAssessmentEventCreateManyInput[] {
  return stepsOf(assessment).map(({ from, to, by, days, clock, reason }, place) => ({
    id: idFor('assessment event', assessment.id, String(place)),
    assessmentId: assessment.id,
    fromState: from,
    toState: to,
    reason: reason ?? null,
    happenedAt: londonInstant(daysBefore(assessment.agreedOn, days), clock),
    actorId: personIdNamed(by),
  }))
}

export function assessmentEventRows(): Prisma.VfmAssessmentEventCreateManyInput[] {
  return ASSESSMENTS.flatMap(eventsOf)
}
