import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { XLSX } from './workbook-format.ts'
import { createWorkbookReader } from './workbook-reader.ts'
import { WorkbookDifference, workbookMade, workbookParameters, workbookToRead } from './workbooks.schemas.ts'
import { compareWorkbook, makeWorkbook } from './workbooks.service.ts'

const tags = ['returns']

const LARGEST_FILE = 5 * 1024 * 1024

function downloadRoute(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/returns/:id/workbook',
    config: { access: 'returns:read' },
    schema: {
      tags,
      operationId: 'getReturnWorkbook',
      summary: 'The return as an Excel workbook, to be filled in away from the screen',
      params: workbookParameters,
      response: { 200: workbookMade, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { file, fileName } = await makeWorkbook(contextOf(request, services), request.params.id)
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(Buffer.from(file))
    },
  })
}

function uploadRoute(app: App, services: Services): void {
  const readFile = createWorkbookReader()
  // Machines without Excel call such a file many things: what it is is found out by reading it.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.route({
    method: 'POST',
    url: '/returns/:id/workbook',
    config: { access: 'returns:edit' },
    bodyLimit: LARGEST_FILE,
    schema: {
      tags,
      operationId: 'compareReturnWorkbook',
      summary: 'What a filled-in workbook would change; nothing is kept',
      consumes: [XLSX],
      params: workbookParameters,
      body: workbookToRead,
      response: { 200: WorkbookDifference, ...problemsOf(401, 403, 404, 413, 422, 429, 503) },
    },
    handler: async (request) =>
      compareWorkbook(contextOf(request, services), {
        id: request.params.id,
        file: request.body,
        readFile,
      }),
  })
}

export async function workbookRoutes(app: App, services: Services): Promise<void> {
  downloadRoute(app, services)
  // In a room of its own: the other addresses of the API take JSON and nothing else.
  await app.register(async (room: App) => uploadRoute(room, services))
}
