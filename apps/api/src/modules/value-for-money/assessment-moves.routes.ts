import type { AssessmentAction } from '@accord/domain'
import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { moveAssessment } from './assessment-moves.service.ts'
import { assessmentParameters, ChangedAssessment, reasonBody } from './drafts.schemas.ts'

const tags = ['value for money']

const changes = { 200: ChangedAssessment, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) }

type MoveRoute = {
  action: Exclude<AssessmentAction, 'back_to_draft'>
  operationId: string
  summary: string
  access: 'assessments:edit' | 'assessments:agree'
}

const onwards: readonly MoveRoute[] = [
  {
    action: 'moderate',
    operationId: 'moderateAssessment',
    summary: 'Moderate an assessment that someone else made',
    access: 'assessments:edit',
  },
  {
    action: 'agree',
    operationId: 'agreeAssessment',
    summary: 'Agree a moderated assessment: its rating is the one that everyone reads',
    access: 'assessments:agree',
  },
]

export async function assessmentMoveRoutes(app: App, services: Services): Promise<void> {
  for (const { action, operationId, summary, access } of onwards) {
    app.route({
      method: 'POST',
      url: `/assessments/:id/${action}`,
      config: { access },
      schema: { tags, operationId, summary, params: assessmentParameters, response: changes },
      handler: async (request, reply) => {
        const move = { id: request.params.id, action, reason: null }
        const moved = await moveAssessment(contextOf(request, services), {
          ...move,
          version: versionIn(request),
          asked: idempotencyOf(request),
        })
        return reply.header('etag', etagOf(moved)).send(moved)
      },
    })
  }

  app.route({
    method: 'POST',
    url: '/assessments/:id/back-to-draft',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'returnAssessmentToDraft',
      summary: 'Take an assessment back to draft, with a reason; what was agreed stays readable meanwhile',
      params: assessmentParameters,
      body: reasonBody,
      response: changes,
    },
    handler: async (request, reply) => {
      const moved = await moveAssessment(contextOf(request, services), {
        id: request.params.id,
        action: 'back_to_draft',
        reason: request.body.reason,
        version: versionIn(request),
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(moved)).send(moved)
    },
  })
}
