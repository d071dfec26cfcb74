import { type AssessmentAction, assessmentAfter, whyCannotMove } from '@accord/domain'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem, type ProblemCode } from '#api/problem.ts'
import { firstAnswer, type Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { agreeRating, moveAssessment as writeMove } from './assessment-moves.queries.ts'
import type { LoadedAssessment } from './assessments.queries.ts'
import type { ChangedAssessment } from './drafts.schemas.ts'
import { changed, openAssessment } from './open-assessment.service.ts'
import { standingOf } from './standing.ts'

type Move = {
  id: string
  version: number
  action: AssessmentAction
  reason: string | null
  asked: Idempotency | null
}

const codeOf: Readonly<Record<string, ProblemCode>> = {
  not_yours: 'not-allowed',
  own_assessment: 'not-allowed',
  reason_needed: 'invalid-request',
}

function refuse(context: Context, found: LoadedAssessment, { action, reason }: Move): void {
  const obstacles = whyCannotMove(standingOf(context, found), { action, reason })
  const [first] = obstacles
  if (first === undefined) return
  const sentences = obstacles.map(({ sentence }) => sentence).join(' ')
  throw new Problem(codeOf[first.code] ?? 'not-possible', sentences, {
    parts: obstacles.map(({ code, sentence, pointer }) => ({
      pointer: `#/assessment${pointer ?? `/${code}`}`,
      detail: sentence,
    })),
  })
}

/** One move in the life of an assessment: by the domain’s rules, at the version that was seen, kept with its reason. */
export async function moveAssessment(context: Context, move: Move): Promise<ChangedAssessment> {
  const { id, version, action, reason, asked } = move
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as ChangedAssessment
  const found = await openAssessment(
    context,
    id,
    action === 'agree' ? 'assessments:agree' : 'assessments:edit',
  )
  if (found.version !== version) throw stale()
  refuse(context, found, move)
  const to = assessmentAfter(found.state, action)
  if (to === null) throw stale()
  return answeredOnce(context, asked, async (client) => {
    if (!(await writeMove(client, context, { id, version, from: found.state, to, reason }))) throw stale()
    if (action === 'agree') await agreeRating(client, context, found)
    await writeAudit(client, context, {
      ...{
        action: `assessment ${action.replaceAll('_', ' ')}`,
        subjectType: 'assessment',
        subjectId: id,
        reason,
      },
      oldValue: { state: found.state },
      newValue: { state: to, ...(action === 'agree' ? { rating: found.content.rating } : {}) },
    })
    return changed({ ...found, state: to, version: version + 1 })
  })
}
