import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { assessmentMoveRoutes } from './assessment-moves.routes.ts'
import { partnershipParameters } from './comparison.schemas.ts'
import {
  Added,
  actionBody,
  assessmentParameters,
  ChangedAssessment,
  evidenceBody,
  evidenceParameters,
  saveBody,
  startBody,
} from './drafts.schemas.ts'
import { saveDraft, startAssessment } from './drafts.service.ts'
import { addEvidence, withdrawEvidence } from './evidence.service.ts'
import { addImprovement } from './improvements.service.ts'

const tags = ['value for money']

const changes = { 200: ChangedAssessment, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) }

function draftRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/councils/:council/partnerships/:partnership/assessments',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'startAssessment',
      summary: 'Start a draft for a year',
      params: partnershipParameters,
      body: startBody,
      response: { 200: ChangedAssessment, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request, reply) => {
      const started = await startAssessment(contextOf(request, services), {
        ...request.params,
        year: request.body.year,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(started)).send(started)
    },
  })

  app.route({
    method: 'PUT',
    url: '/assessments/:id',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'saveAssessment',
      summary: 'Save parts of a draft; a part that is left out stays as it is',
      params: assessmentParameters,
      body: saveBody,
      response: changes,
    },
    handler: async (request, reply) => {
      const saved = await saveDraft(contextOf(request, services), {
        id: request.params.id,
        version: versionIn(request),
        body: request.body,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(saved)).send(saved)
    },
  })
}

function evidenceRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/assessments/:id/evidence',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'addEvidence',
      summary: 'Add a note, a link, a file or an indicator that a judgement rests on',
      params: assessmentParameters,
      body: evidenceBody,
      response: changes,
    },
    handler: async (request, reply) => {
      const added = await addEvidence(contextOf(request, services), {
        id: request.params.id,
        version: versionIn(request),
        body: request.body,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(added)).send(added)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/assessments/:id/evidence/:evidence',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'withdrawEvidence',
      summary: 'Withdraw evidence; it stays in the record',
      params: evidenceParameters,
      response: changes,
    },
    handler: async (request, reply) => {
      const withdrawn = await withdrawEvidence(contextOf(request, services), {
        id: request.params.id,
        version: versionIn(request),
        evidenceId: request.params.evidence,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(withdrawn)).send(withdrawn)
    },
  })

  app.route({
    method: 'POST',
    url: '/assessments/:id/actions',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'addImprovementAction',
      summary: 'Turn an area for improvement into an action with an owner and a date',
      params: assessmentParameters,
      body: actionBody,
      response: { 200: Added, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) =>
      addImprovement(contextOf(request, services), {
        id: request.params.id,
        body: request.body,
        asked: idempotencyOf(request),
      }),
  })
}

export async function assessmentRoutes(app: App, services: Services): Promise<void> {
  draftRoutes(app, services)
  evidenceRoutes(app, services)
  await assessmentMoveRoutes(app, services)
}
