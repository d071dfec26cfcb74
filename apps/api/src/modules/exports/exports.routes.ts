import { Readable } from 'node:stream'
import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { codebookMade, exportMade, exportQuery } from './exports.schemas.ts'
import { type ExportFile, exportCodebook, exportFigures } from './exports.service.ts'
import { XLSX } from './table-workbook.ts'

const tags = ['exports']

const typeOf = ({ content }: ExportFile) => (Buffer.isBuffer(content) ? XLSX : 'text/csv; charset=utf-8')
const bodyOf = ({ content }: ExportFile) => (Buffer.isBuffer(content) ? content : Readable.from(content))

const headersOf = ({ fileName }: ExportFile) => ({
  'content-disposition': `attachment; filename="${fileName}"`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})

export async function exportRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/exports/figures',
    config: { access: 'measurements:read' },
    schema: {
      tags,
      operationId: 'exportFigures',
      summary: 'Figures as one tidy table, in CSV or Excel',
      querystring: exportQuery,
      response: { 200: exportMade, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request, reply) => {
      const file = await exportFigures(contextOf(request, services), request.query)
      return reply.headers(headersOf(file)).type(typeOf(file)).send(bodyOf(file))
    },
  })

  app.route({
    method: 'GET',
    url: '/exports/codebook',
    config: { access: 'measurements:read' },
    schema: {
      tags,
      operationId: 'exportCodebook',
      summary: 'What the columns and indicators of an export mean, in CSV',
      querystring: exportQuery.omit({ format: true, organisation: true, from: true, to: true }),
      response: { 200: codebookMade, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const file = await exportCodebook(contextOf(request, services), { ...request.query, format: 'csv' })
      return reply.headers(headersOf(file)).type(typeOf(file)).send(bodyOf(file))
    },
  })
}
