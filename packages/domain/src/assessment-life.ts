import { capitalise, countWord, joinWithAnd } from './figures.ts'
import { isBlankText } from './typed-texts.ts'
import type { VfmRating } from './value-for-money.ts'
import { shortTitle } from './vfm-criteria.ts'

export type AssessmentState = 'draft' | 'moderated' | 'agreed'

/** What moves an assessment. Saving a draft is not a move. */
export type AssessmentAction = 'moderate' | 'agree' | 'back_to_draft'

type AssessmentMove = {
  action: AssessmentAction
  from: readonly AssessmentState[]
  to: AssessmentState
  needsReason: boolean
}

/** The life of an assessment: draft, moderated by another, agreed by another, and back to draft with a reason. */
export const assessmentMoves: readonly AssessmentMove[] = [
  { action: 'moderate', from: ['draft'], to: 'moderated', needsReason: false },
  { action: 'agree', from: ['moderated'], to: 'agreed', needsReason: false },
  { action: 'back_to_draft', from: ['moderated', 'agreed'], to: 'draft', needsReason: true },
]

export const assessmentActions: readonly AssessmentAction[] = assessmentMoves.map(({ action }) => action)

/** The state that an action leads to; null where the table has no such move. */
export function assessmentAfter(state: AssessmentState, action: AssessmentAction): AssessmentState | null {
  return assessmentMoves.find((move) => move.action === action && move.from.includes(state))?.to ?? null
}

export type JudgedCriterion = {
  slug: string
  title: string
  rating: VfmRating | null
  judgement: string | null
  /** Items of evidence that have not been withdrawn. */
  evidenceCount: number
}

export type AssessmentAnswer = 'in_line' | 'not_yet' | 'not_in_line'

export type AssessmentStanding = {
  state: AssessmentState
  criteria: readonly JudgedCriterion[]
  rating: VfmRating | null
  ratingReason: string | null
  answer: AssessmentAnswer | null
  answerReason: string | null
  /** Whether the person asking made this assessment. */
  isAssessor: boolean
  /** What the person may do for this council (`assessments:edit`, `assessments:agree`). */
  mayEdit: boolean
  mayAgree: boolean
}

export type AssessmentObstacleCode =
  | 'wrong_state'
  | 'not_yours'
  | 'own_assessment'
  | 'reason_needed'
  | 'criteria_unrated'
  | 'judgement_missing'
  | 'evidence_missing'
  | 'overall_missing'
  | 'answer_missing'

/** Why a move is refused. `pointer`: the part of the assessment to go to, as in its JSON; null where none helps. */
export type AssessmentObstacle = { code: AssessmentObstacleCode; sentence: string; pointer: string | null }

/**
 * Everything between a person and a move, in the order to deal with it; empty where the move is allowed. Whoever
 * made an assessment neither moderates nor agrees it. An assessment that is moderated is whole: each criterion has
 * a rating, a judgement and evidence, and the overall rating and the answer have their reasons.
 */
export function whyCannotMove(
  standing: AssessmentStanding,
  { action, reason }: { action: AssessmentAction; reason: string | null },
): AssessmentObstacle[] {
  const barred = barredFrom(standing, action)
  if (barred.length > 0) return barred
  if (action === 'back_to_draft') {
    const sentence = 'Say why it goes back to draft. The reason is kept with the assessment.'
    return isBlankText(reason) ? [{ code: 'reason_needed', sentence, pointer: '/reason' }] : []
  }
  return [...missingFrom(standing), ...ownAssessment(standing, action)]
}

/** The moves a person may make now, where those that need a reason are given one. In the table’s order. */
export function allowedMoves(standing: AssessmentStanding): AssessmentAction[] {
  return assessmentActions.filter(
    (action) => whyCannotMove(standing, { action, reason: 'given' }).length === 0,
  )
}

/** The move that would come next for anybody: what a screen offers or explains. */
export function nextMove(state: AssessmentState): AssessmentAction | null {
  if (state === 'draft') return 'moderate'
  return state === 'moderated' ? 'agree' : null
}

/** Only a draft is edited, and only by those who assess for its council. */
export function mayEditAssessment({
  state,
  mayEdit,
}: Pick<AssessmentStanding, 'state' | 'mayEdit'>): boolean {
  return mayEdit && state === 'draft'
}

const stateSentences: Readonly<Record<AssessmentState, string>> = {
  draft: 'The assessment is a draft. It is moderated first.',
  moderated: 'The assessment has been moderated. Agree it, or take it back to draft.',
  agreed: 'The assessment is agreed. Take it back to draft first.',
}

function barredFrom(standing: AssessmentStanding, action: AssessmentAction): AssessmentObstacle[] {
  const { state, mayEdit, mayAgree } = standing
  const found: AssessmentObstacle[] = []
  const add = (code: AssessmentObstacleCode, sentence: string) =>
    found.push({ code, sentence, pointer: null })
  if (assessmentAfter(state, action) === null) add('wrong_state', stateSentences[state])
  if (action === 'agree' && !mayAgree) {
    add('not_yours', 'An Executive member or a performance officer of the council agrees an assessment.')
  }
  if (action !== 'agree' && !mayEdit) {
    add('not_yours', 'A performance officer of the council moderates an assessment or takes it back.')
  }
  return found
}

/** Last: whoever made it can still see to everything else. */
function ownAssessment({ isAssessor }: AssessmentStanding, action: AssessmentAction): AssessmentObstacle[] {
  if (!isAssessor) return []
  const sentence = `You made this assessment: someone else ${action === 'agree' ? 'agrees' : 'moderates'} it.`
  return [{ code: 'own_assessment', sentence, pointer: null }]
}

function missingFrom(standing: AssessmentStanding): AssessmentObstacle[] {
  const { criteria, rating, ratingReason, answer, answerReason } = standing
  const found: AssessmentObstacle[] = [
    ...criteriaMissing(criteria, ({ rating: given }) => given === null, 'criteria_unrated', 'no rating'),
    ...criteriaMissing(criteria, (one) => isBlankText(one.judgement), 'judgement_missing', 'no judgement'),
    ...criteriaMissing(criteria, (one) => one.evidenceCount === 0, 'evidence_missing', 'no evidence'),
  ]
  const add = (code: AssessmentObstacleCode, sentence: string, pointer: string) =>
    found.push({ code, sentence, pointer })
  if (rating === null) add('overall_missing', 'There is no overall rating.', '/rating')
  if (isBlankText(ratingReason)) add('overall_missing', 'The overall rating has no reason.', '/ratingReason')
  if (answer === null) {
    add('answer_missing', 'The first question has no answer: is the investment in line?', '/answer')
  }
  if (isBlankText(answerReason)) add('answer_missing', 'The answer has no reason.', '/answerReason')
  return found
}

function criteriaMissing(
  criteria: readonly JudgedCriterion[],
  isMissing: (criterion: JudgedCriterion) => boolean,
  code: AssessmentObstacleCode,
  what: string,
): AssessmentObstacle[] {
  const missing = criteria.filter(isMissing)
  const [first] = missing
  if (first === undefined) return []
  const noun = missing.length === 1 ? 'criterion has' : 'criteria have'
  const titles = joinWithAnd(missing.map(({ title }) => shortTitle(title)))
  const sentence = `${capitalise(countWord(missing.length))} ${noun} ${what}: ${titles}.`
  return [{ code, sentence, pointer: `/criteria/${first.slug}` }]
}
