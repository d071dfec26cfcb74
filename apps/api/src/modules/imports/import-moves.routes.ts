import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { abandonImport, applyImport, takeBackImport } from './import-moves.service.ts'
import { Import, importParameters, undoBody } from './imports.schemas.ts'

const tags = ['imports']
const config = { access: 'imports:manage' } as const

/** Loading, undoing and giving up: each once, and of the version that was seen. */
export function movingRoutes(app: App, services: Services): void {
  const moves = [
    {
      ...{ path: 'load', operationId: 'loadImport', summary: 'Load what was checked: all of it, or nothing' },
      move: applyImport,
    },
    {
      ...{ path: 'abandon', operationId: 'abandonImport', summary: 'Give up an import that is not loaded' },
      move: abandonImport,
    },
  ] as const
  for (const { path, operationId, summary, move } of moves) {
    app.route({
      method: 'POST',
      url: `/imports/:id/${path}`,
      config,
      schema: {
        ...{ tags, operationId, summary, params: importParameters },
        response: { 200: Import, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
      },
      handler: async (request, reply) => {
        const moved = await move(contextOf(request, services), {
          ...{ id: request.params.id, version: versionIn(request), asked: idempotencyOf(request) },
        })
        return reply.header('etag', etagOf(moved)).send(moved)
      },
    })
  }

  app.route({
    method: 'POST',
    url: '/imports/:id/undo',
    config,
    schema: {
      tags,
      operationId: 'undoImport',
      summary: 'Take back a loaded import by restatement; what was changed since is left',
      params: importParameters,
      body: undoBody,
      response: { 200: Import, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const step = { id: request.params.id, version: versionIn(request), asked: idempotencyOf(request) }
      const undone = await takeBackImport(contextOf(request, services), step, request.body.reason)
      return reply.header('etag', etagOf(undone)).send(undone)
    },
  })
}
