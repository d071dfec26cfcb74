import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import {
  councilParameters,
  recordParameters,
  workItemBody,
  workItemChangeBody,
  workItemMoveBody,
} from './scrutiny.bodies.ts'
import { WorkItem } from './scrutiny.schemas.ts'
import { addWorkItem, changeWorkItem, moveWorkItem } from './work-items.service.ts'

const tags = ['scrutiny']
const access = 'scrutiny:manage'
const response = { 200: WorkItem, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) }

export function workItemRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/councils/:council/work-items',
    config: { access },
    schema: {
      tags,
      operationId: 'addWorkItem',
      summary: 'Put something on the work programme',
      params: councilParameters,
      body: workItemBody,
      response: { 200: WorkItem, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const added = await addWorkItem(contextOf(request, services), request.params.council, {
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(added)).send(added)
    },
  })

  app.route({
    method: 'POST',
    url: '/work-items/:id/move',
    config: { access },
    schema: {
      tags,
      operationId: 'moveWorkItem',
      summary: 'Begin an item, report what was found, or drop it and say why',
      params: recordParameters,
      body: workItemMoveBody,
      response,
    },
    handler: async (request, reply) => {
      const moved = await moveWorkItem(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(moved)).send(moved)
    },
  })

  app.route({
    method: 'PUT',
    url: '/work-items/:id',
    config: { access },
    schema: {
      tags,
      operationId: 'changeWorkItem',
      summary: 'Change what an item is, its day or its meeting',
      params: recordParameters,
      body: workItemChangeBody,
      response,
    },
    handler: async (request, reply) => {
      const changed = await changeWorkItem(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request) },
        ...{ body: request.body, asked: idempotencyOf(request) },
      })
      return reply.header('etag', etagOf(changed)).send(changed)
    },
  })
}
