import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { askQuestion, closeQuestion } from './questions.service.ts'
import { partnershipParameters, questionBody, recordParameters } from './scrutiny.bodies.ts'
import { Question } from './scrutiny.schemas.ts'

const tags = ['scrutiny']

export function questionRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/councils/:council/partnerships/:partnership/questions',
    config: { access: 'questions:ask' },
    schema: {
      tags,
      operationId: 'askQuestion',
      summary: 'Ask a partnership: its next return has to answer',
      params: partnershipParameters,
      body: questionBody,
      response: { 200: Question, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request, reply) => {
      const question = await askQuestion(contextOf(request, services), request.params, {
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(question)).send(question)
    },
  })

  app.route({
    method: 'POST',
    url: '/questions/:id/close',
    config: { access: 'questions:ask' },
    schema: {
      tags,
      operationId: 'closeQuestion',
      summary: 'Close a question whose answer was seen',
      params: recordParameters,
      response: { 200: Question, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const question = await closeQuestion(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request), asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(question)).send(question)
    },
  })
}
