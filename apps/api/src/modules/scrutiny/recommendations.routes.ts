import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import {
  closeRecommendation,
  makeRecommendation,
  respondToRecommendation,
} from './recommendations.service.ts'
import {
  closingBody,
  partnershipParameters,
  recommendationBody,
  recordParameters,
  responseBody,
} from './scrutiny.bodies.ts'
import { Recommendation } from './scrutiny.schemas.ts'

const tags = ['scrutiny']
const response = { 200: Recommendation, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) }

export function recommendationRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/councils/:council/partnerships/:partnership/recommendations',
    config: { access: 'scrutiny:manage' },
    schema: {
      tags,
      operationId: 'makeRecommendation',
      summary: 'Recommend something to the Executive about a partnership',
      params: partnershipParameters,
      body: recommendationBody,
      response: { 200: Recommendation, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const made = await makeRecommendation(contextOf(request, services), request.params, {
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(made)).send(made)
    },
  })

  app.route({
    method: 'POST',
    url: '/recommendations/:id/response',
    config: { access: 'recommendations:respond' },
    schema: {
      tags,
      operationId: 'respondToRecommendation',
      summary: 'Accept, accept in part or reject; what is accepted may open an action',
      params: recordParameters,
      body: responseBody,
      response,
    },
    handler: async (request, reply) => {
      const changed = await respondToRecommendation(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(changed)).send(changed)
    },
  })

  app.route({
    method: 'POST',
    url: '/recommendations/:id/close',
    config: { access: 'scrutiny:manage' },
    schema: {
      tags,
      operationId: 'closeRecommendation',
      summary: 'Record what came of a recommendation, and close it',
      params: recordParameters,
      body: closingBody,
      response,
    },
    handler: async (request, reply) => {
      const changed = await closeRecommendation(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(changed)).send(changed)
    },
  })
}
