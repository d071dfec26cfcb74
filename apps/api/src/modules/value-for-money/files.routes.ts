import { z } from 'zod'
import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { councilParameters } from './comparison.schemas.ts'
import { assessmentParameters, fileQuery, StoredFile } from './drafts.schemas.ts'
import { LARGEST_FILE, openFile, storeFile } from './files.service.ts'

const tags = ['value for money']

const bytes = { type: 'string', format: 'binary' }
const OCTETS = 'application/octet-stream'

/** What they are is looked at when they are read. */
const fileToStore = z.unknown().meta(bytes)
const fileStored = z.unknown().meta({ description: 'The file', content: { [OCTETS]: { schema: bytes } } })

// A file a little too large is refused with a sentence of its own; one far too large is not even received.
const ROOM_TO_REFUSE = 1024 * 1024

function uploadRoute(app: App, services: Services): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.route({
    method: 'POST',
    url: '/councils/:council/files',
    config: { access: 'assessments:edit' },
    bodyLimit: LARGEST_FILE + ROOM_TO_REFUSE,
    schema: {
      tags,
      operationId: 'storeFile',
      summary: 'Keep a file, so that evidence can rely on it; its type is found in its content',
      consumes: [OCTETS],
      params: councilParameters,
      querystring: fileQuery,
      body: fileToStore,
      response: { 200: StoredFile, ...problemsOf(401, 403, 404, 413, 422, 503) },
    },
    handler: async (request) => {
      const { name, access, paragraph } = request.query
      return storeFile(contextOf(request, services), {
        ...{ council: request.params.council, name, access, paragraph: paragraph ?? null },
        file: request.body,
        asked: idempotencyOf(request),
      })
    },
  })
}

/** A name in a header: its plain letters for the old, and all of it for the rest (RFC 6266). */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

function downloadRoute(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/files/:id',
    config: { access: 'assessments:read' },
    schema: {
      tags,
      operationId: 'getFile',
      summary: 'A file that evidence relies on, for those who may read both',
      params: assessmentParameters,
      response: { 200: fileStored, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { name, mediaType, content } = await openFile(contextOf(request, services), request.params.id)
      return reply
        .type(mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)
        .header('content-disposition', disposition(name))
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, no-store')
        .send(content)
    },
  })
}

export async function fileRoutes(app: App, services: Services): Promise<void> {
  downloadRoute(app, services)
  // In a room of its own: the other addresses of the API take JSON and nothing else.
  await app.register(async (room: App) => uploadRoute(room, services))
}
