import type { Readable } from 'node:stream'
import { LIMITS } from '@accord/database/import'
import { sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { answerImport, mapImport } from './import-check.service.ts'
import { movingRoutes } from './import-moves.routes.ts'
import {
  answersBody,
  differencesQuery,
  faultsQuery,
  fileQuery,
  fileToRead,
  Import,
  ImportDifferencePage,
  ImportFaultPage,
  ImportPage,
  importBody,
  importParameters,
  listQuery,
  mappingBody,
} from './imports.schemas.ts'
import { getImport, listDifferences, listFaults, listImports } from './imports.service.ts'
import { createImport, receiveFile } from './receive-file.service.ts'

const tags = ['imports']
const config = { access: 'imports:manage' } as const
const OCTETS = 'application/octet-stream'
// A file with thousands of names has as many answers.
const LARGEST_ANSWERS = 2 * 1024 * 1024

function readingRoutes(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/imports',
    config,
    schema: {
      tags,
      operationId: 'listImports',
      summary: 'Imports of figures, the latest first',
      querystring: listQuery,
      response: { 200: ImportPage, ...problemsOf(401, 403, 422, 503) },
    },
    handler: (request) => listImports(contextOf(request, services), request.query),
  })

  app.route({
    method: 'GET',
    url: '/imports/:id',
    config,
    schema: {
      tags,
      operationId: 'getImport',
      summary: 'One import: its columns, its questions and what it changes',
      params: importParameters,
      response: { 200: Import, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const found = await getImport(contextOf(request, services), request.params.id)
      return reply.header('etag', etagOf(found)).header('cache-control', 'no-store').send(found)
    },
  })

  app.route({
    method: 'GET',
    url: '/imports/:id/differences',
    config,
    schema: {
      tags,
      operationId: 'listImportDifferences',
      summary: 'What an import changes, figure by figure',
      params: importParameters,
      querystring: differencesQuery,
      response: { 200: ImportDifferencePage, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: (request) => {
      const { outcome, indicator, page, pageSize } = request.query
      return listDifferences(contextOf(request, services), {
        ...{ id: request.params.id, outcome, indicator, page, pageSize },
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/imports/:id/faults',
    config,
    schema: {
      tags,
      operationId: 'listImportFaults',
      summary: 'Everything that is wrong with a file or odd about it, with its line and the reason',
      produces: LIST_FORMATS,
      params: importParameters,
      querystring: faultsQuery,
      response: { 200: ImportFaultPage, ...problemsOf(401, 403, 404, 406, 422, 503) },
    },
    handler: async (request, reply) => {
      const { query } = request
      const { kind, group } = query
      const isCsv = query.format === 'csv' || request.headers.accept === 'text/csv'
      const all = isCsv ? { page: 1, pageSize: LIMITS.rows } : { page: query.page, pageSize: query.pageSize }
      const found = await listFaults(contextOf(request, services), {
        id: request.params.id,
        kind,
        group,
        ...all,
      })
      if (!isCsv) return reply.send(found)
      return sendList({
        ...{ request, reply, query: { ...query, format: 'csv' as const }, rows: found.items, sorts: {} },
        columns: [
          { header: 'line', value: ({ line }) => line },
          { header: 'column', value: ({ column }) => column },
          { header: 'cell', value: ({ cell }) => cell },
          { header: 'kind', value: (fault) => fault.kind },
          { header: 'reason', value: ({ reason }) => reason },
        ],
        fileName: 'import-faults',
      })
    },
  })
}

function checkingRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/imports',
    config,
    schema: {
      tags,
      operationId: 'createImport',
      summary: 'Begin an import; its file is sent next',
      body: importBody,
      response: { 200: Import, ...problemsOf(401, 403, 413, 422, 503) },
    },
    handler: async (request, reply) => {
      const created = await createImport(contextOf(request, services), request.body)
      return reply.header('etag', etagOf(created)).send(created)
    },
  })

  app.route({
    method: 'PUT',
    url: '/imports/:id/mapping',
    config,
    schema: {
      tags,
      operationId: 'mapImport',
      summary: 'Say which column is what and where the figures go; the file is checked by it',
      params: importParameters,
      body: mappingBody,
      response: { 200: Import, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const step = { id: request.params.id, version: versionIn(request) }
      const mapped = await mapImport(contextOf(request, services), step, request.body)
      return reply.header('etag', etagOf(mapped)).send(mapped)
    },
  })

  app.route({
    method: 'PUT',
    url: '/imports/:id/answers',
    config,
    bodyLimit: LARGEST_ANSWERS,
    schema: {
      tags,
      operationId: 'answerImport',
      summary: 'Answer what the file leaves open; it is checked again',
      params: importParameters,
      body: answersBody,
      response: { 200: Import, ...problemsOf(401, 403, 404, 409, 412, 413, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const step = { id: request.params.id, version: versionIn(request) }
      const answered = await answerImport(contextOf(request, services), step, request.body)
      return reply.header('etag', etagOf(answered)).send(answered)
    },
  })
}

function fileRoute(app: App, services: Services): void {
  app.removeAllContentTypeParsers()
  // As it arrives: nothing of it is gathered before it is read.
  app.addContentTypeParser('*', (_request, body, done) => done(null, body))
  app.route({
    method: 'PUT',
    url: '/imports/:id/file',
    config,
    bodyLimit: LIMITS.csvBytes,
    schema: {
      tags,
      operationId: 'sendImportFile',
      summary: 'Send the file, CSV or Excel; its rows are put aside as they arrive',
      consumes: [OCTETS],
      params: importParameters,
      querystring: fileQuery,
      body: fileToRead,
      response: { 200: Import, ...problemsOf(401, 403, 404, 409, 412, 413, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const read = await receiveFile(contextOf(request, services), {
        ...{ id: request.params.id, version: versionIn(request), sheet: request.query.sheet ?? null },
        body: request.body as Readable,
      })
      return reply.header('etag', etagOf(read)).send(read)
    },
  })
}

export async function importRoutes(app: App, services: Services): Promise<void> {
  readingRoutes(app, services)
  checkingRoutes(app, services)
  movingRoutes(app, services)
  // In a room of its own: the other addresses of the API take JSON and nothing else.
  await app.register(async (room: App) => fileRoute(room, services))
}
