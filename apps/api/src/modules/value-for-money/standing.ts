import {
  type AssessmentAction,
  type AssessmentStanding,
  type AssessmentState,
  allowedMoves,
  assessmentActions,
  assessmentAfter,
  mayEditAssessment,
  type VfmRating,
  whyCannotMove,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'
import type { AssessmentContent } from './assessment-content.ts'

type Allowed = ValueForMoneyDetail['allowedActions'][number]
type Blocked = ValueForMoneyDetail['blockedBecause'][number]

export type StandingInput = {
  state: AssessmentState
  assessedById: string
  content: Pick<
    AssessmentContent,
    'rating' | 'ratingReason' | 'answer' | 'answerReason' | 'judgements' | 'evidence'
  >
  criteria: readonly { id: string; title: string }[]
  councilId: string
}

export function standingOf({ actor }: Pick<Context, 'actor'>, input: StandingInput): AssessmentStanding {
  const { content, councilId } = input
  return {
    state: input.state,
    criteria: input.criteria.map(({ id, title }) => {
      const judged = content.judgements.find(({ criterion }) => criterion === id)
      return {
        slug: id,
        title,
        rating: (judged?.rating ?? null) as VfmRating | null,
        judgement: judged?.judgement ?? null,
        evidenceCount: content.evidence.filter(({ criterion }) => criterion === id).length,
      }
    }),
    rating: content.rating,
    ratingReason: content.ratingReason,
    answer: content.answer,
    answerReason: content.answerReason,
    isAssessor: input.assessedById === actor.personId,
    mayEdit: mayIn(actor, 'assessments:edit', councilId),
    mayAgree: mayIn(actor, 'assessments:agree', councilId),
  }
}

function blocked(standing: AssessmentStanding, action: AssessmentAction): Blocked[] {
  return whyCannotMove(standing, { action, reason: 'given' }).map((obstacle) => ({ action, ...obstacle }))
}

/** Why the moves that this state has cannot be made now, for someone who takes part in making assessments. */
function blockedOf(standing: AssessmentStanding): Blocked[] {
  if (!standing.mayEdit && !standing.mayAgree) return []
  return assessmentActions
    .filter((action) => assessmentAfter(standing.state, action) !== null)
    .filter((action) => standing.mayEdit || action === 'agree')
    .flatMap((action) => blocked(standing, action))
}

/** What a person may do with an assessment that they see. */
export function actionsWith(standing: AssessmentStanding): {
  allowedActions: Allowed[]
  blockedBecause: Blocked[]
} {
  return {
    allowedActions: [
      ...(mayEditAssessment(standing) ? (['edit'] as const) : []),
      ...(standing.mayEdit ? (['add_action'] as const) : []),
      ...allowedMoves(standing),
    ],
    blockedBecause: blockedOf(standing),
  }
}

/** Where there is no assessment of the year: it can be begun by those who assess, once there is a scheme. */
export function actionsWithout(
  { actor }: Pick<Context, 'actor'>,
  { councilId, hasScheme }: { councilId: string; hasScheme: boolean },
): { allowedActions: Allowed[]; blockedBecause: Blocked[] } {
  if (!mayIn(actor, 'assessments:edit', councilId)) return { allowedActions: [], blockedBecause: [] }
  if (hasScheme) return { allowedActions: ['start'], blockedBecause: [] }
  const sentence = 'The council has no criteria for this year. Set them first.'
  return {
    allowedActions: [],
    blockedBecause: [{ action: 'start', code: 'no_scheme', sentence, pointer: null }],
  }
}
