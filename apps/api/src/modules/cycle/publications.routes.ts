import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import {
  councilParameters,
  Publication,
  Published,
  publicationBody,
  publicationParameters,
} from './publications.schemas.ts'
import { getPublication, publishQuarter } from './publications.service.ts'

const tags = ['publications']

export function publicationRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/councils/:council/publications',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'publishQuarter',
      summary:
        'Publish a council’s quarter: its accepted returns, and a copy of its dashboard that never changes',
      params: councilParameters,
      body: publicationBody,
      response: { 201: Published, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request, reply) => {
      const { council } = request.params
      const published = await publishQuarter(contextOf(request, services), council, {
        body: request.body,
        asked: idempotencyOf(request),
      })
      return reply
        .code(201)
        .header('location', `/api/v1/councils/${council}/publications/${published.quarter}`)
        .send(published)
    },
  })

  app.route({
    method: 'GET',
    url: '/councils/:council/publications/:quarter',
    config: { access: 'dashboards:read' },
    schema: {
      tags,
      operationId: 'getPublication',
      summary: 'A quarter as it was published, and which of its figures are different now',
      params: publicationParameters,
      response: { 200: Publication, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) => getPublication(contextOf(request, services), request.params),
  })
}
