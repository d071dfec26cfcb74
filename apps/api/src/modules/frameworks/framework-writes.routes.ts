import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { frameworkDetail } from './framework-detail.service.ts'
import {
  FrameworkDetail,
  frameworkBody,
  frameworkParameters,
  newFrameworkBody,
  outcomesBody,
  placeBody,
  placeParameters,
} from './framework-writes.schemas.ts'
import {
  addFramework,
  placeIndicator,
  setFramework,
  setFrameworkOutcomes,
} from './framework-writes.service.ts'

const tags = ['frameworks']
const access = 'frameworks:manage'
const response = { 200: FrameworkDetail, ...problemsOf(401, 403, 404, 409, 412, 415, 422, 428, 503) }

export async function frameworkWriteRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/frameworks/:id',
    config: { access: 'frameworks:read' },
    schema: {
      tags,
      operationId: 'getFramework',
      summary: 'One framework with its outcomes and indicators',
      params: frameworkParameters,
      response: { 200: FrameworkDetail, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const framework = await frameworkDetail(contextOf(request, services), request.params.id)
      return reply.header('etag', etagOf(framework)).send(framework)
    },
  })

  app.route({
    method: 'POST',
    url: '/frameworks',
    config: { access },
    schema: {
      tags,
      operationId: 'addFramework',
      summary: 'Set up a framework',
      body: newFrameworkBody,
      response: { 200: FrameworkDetail, ...problemsOf(401, 403, 415, 422, 503) },
    },
    handler: async (request, reply) => {
      const asked = idempotencyOf(request)
      const framework = await addFramework(contextOf(request, services), { body: request.body, asked })
      return reply.header('etag', etagOf(framework)).send(framework)
    },
  })

  app.route({
    method: 'PUT',
    url: '/frameworks/:id',
    config: { access },
    schema: {
      tags,
      operationId: 'setFramework',
      summary: 'Change a framework’s title, years or councils',
      params: frameworkParameters,
      body: frameworkBody,
      response,
    },
    handler: async (request, reply) => {
      const framework = await setFramework(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(framework)).send(framework)
    },
  })

  app.route({
    method: 'PUT',
    url: '/frameworks/:id/outcomes',
    config: { access },
    schema: {
      tags,
      operationId: 'setFrameworkOutcomes',
      summary: 'Add, rename, order or take out its outcomes',
      params: frameworkParameters,
      body: outcomesBody,
      response,
    },
    handler: async (request, reply) => {
      const framework = await setFrameworkOutcomes(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(framework)).send(framework)
    },
  })

  app.route({
    method: 'PUT',
    url: '/frameworks/:id/indicators/:indicator',
    config: { access },
    schema: {
      tags,
      operationId: 'placeIndicator',
      summary: 'Place an indicator in a framework, or designate it there',
      params: placeParameters,
      body: placeBody,
      response,
    },
    handler: async (request, reply) => {
      const { id, indicator } = request.params
      const framework = await placeIndicator(contextOf(request, services), {
        ...{ id, indicator, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(framework)).send(framework)
    },
  })
}
