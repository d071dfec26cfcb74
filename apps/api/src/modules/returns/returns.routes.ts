import { type ReturnAction, returnActionLabel, returnMoves } from '@accord/domain'
import type { z } from 'zod'
import { type Column, sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import type { Access } from '#plugins/access.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { createCellSaver } from './cells.service.ts'
import { inviteToReturn, openInvitation } from './invitations.service.ts'
import { moveReturn } from './moves.service.ts'
import {
  assignmentBody,
  assignmentParameters,
  CellHistory,
  historyQuery,
  Invited,
  invitationBody,
  invitationParameters,
  moveBody,
  QuarterlyReturn,
  ReturnPage,
  ReturnSectionName,
  type ReturnSummary,
  returnParameters,
  returnsQuery,
  SavedCells,
  saveCellsBody,
  UsedInvitation,
} from './returns.schemas.ts'
import {
  assignSection,
  getCellHistory,
  getReturn,
  listReturns,
  withdrawAssignment,
} from './returns.service.ts'

const tags = ['returns']

const columns: Column<ReturnSummary>[] = [
  { header: 'partnership', value: (row) => row.partnership.name },
  { header: 'quarter', value: (row) => row.quarter },
  { header: 'state', value: (row) => row.stateWord },
  { header: 'due on', value: (row) => row.dueOn },
  { header: 'received', value: (row) => row.receipt.kind },
  { header: 'days late', value: (row) => row.receipt.daysLate },
  { header: 'lead', value: (row) => row.lead },
  { header: 'with', value: (row) => row.with.join(', ') },
  { header: 'answers missing', value: (row) => row.holdUps?.missing ?? null },
]

/** The moves that one person makes in one return, and the permission each needs. Publishing is of a whole quarter. */
const permissionOf: Readonly<Partial<Record<ReturnAction, Access>>> = {
  start: 'returns:edit',
  send_for_sign_off: 'returns:edit',
  sign_off: 'returns:sign-off',
  decline: 'returns:sign-off',
  send_back: 'returns:review',
  accept: 'returns:review',
  reopen: 'returns:review',
}

function operationOf(action: ReturnAction): string {
  const [first = '', ...rest] = action.split('_')
  return `${first}${rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Return`
}

function moveRoutes(app: App, services: Services): void {
  for (const { action } of returnMoves) {
    const access = permissionOf[action]
    if (access === undefined) continue
    app.route({
      method: 'POST',
      url: `/returns/:id/${action.replaceAll('_', '-')}`,
      config: { access },
      schema: {
        tags,
        operationId: operationOf(action),
        summary: `${returnActionLabel(action)}: If-Match names the version that was seen`,
        params: returnParameters,
        body: moveBody,
        response: { 200: QuarterlyReturn, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
      },
      handler: async (request, reply) => {
        const moved = await moveReturn(contextOf(request, services), {
          id: request.params.id,
          action,
          reason: request.body.reason,
          version: versionIn(request),
          idempotency: idempotencyOf(request),
        })
        return reply.header('etag', etagOf(moved)).send(moved)
      },
    })
  }
}

function assignmentRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/returns/:id/assignments',
    config: { access: 'returns:assign' },
    schema: {
      tags,
      operationId: 'assignReturnSection',
      summary: 'Hand a section, or some of its answers, to a colleague',
      params: returnParameters,
      body: assignmentBody,
      response: { 200: QuarterlyReturn, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) => assignSection(contextOf(request, services), request.params.id, request.body),
  })

  app.route({
    method: 'DELETE',
    url: '/returns/:id/assignments/:assignment',
    config: { access: 'returns:assign' },
    schema: {
      tags,
      operationId: 'withdrawReturnAssignment',
      summary: 'Take a section back',
      params: assignmentParameters,
      response: { 200: QuarterlyReturn, ...problemsOf(401, 403, 404, 503) },
    },
    handler: async (request) => withdrawAssignment(contextOf(request, services), request.params),
  })
}

function invitationRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/returns/:id/invitations',
    config: { access: 'returns:assign' },
    schema: {
      tags,
      operationId: 'inviteToReturn',
      summary: 'A link for a partner outside: it opens some answers, once, until a date',
      params: returnParameters,
      body: invitationBody,
      response: { 200: Invited, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) => inviteToReturn(contextOf(request, services), request.params.id, request.body),
  })

  app.route({
    method: 'POST',
    url: '/invitations/:token',
    config: { access: 'public' },
    schema: {
      tags,
      operationId: 'openInvitation',
      summary: 'Use an invitation’s link: it answers with a session that opens nothing else',
      params: invitationParameters,
      response: { 200: UsedInvitation, ...problemsOf(403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { database, clock } = services
      const context = { database, today: clock.today(), now: clock.now() }
      const { personId, assignmentId, returnId, section } = await openInvitation(
        context,
        request.params.token,
      )
      await app.startSession({ personId, assignmentId, request, reply })
      return { returnId, section: ReturnSectionName.parse(section) }
    },
  })
}

function cellRoutes(app: App, services: Services): void {
  const saveCells = createCellSaver(services.database)

  app.route({
    method: 'PUT',
    url: '/returns/:id/cells',
    config: { access: 'returns:edit', byInvitation: true },
    bodyLimit: 1024 * 1024,
    schema: {
      tags,
      operationId: 'saveReturnCells',
      summary: 'Keep answers; each is judged by itself, against the version that was seen',
      params: returnParameters,
      body: saveCellsBody,
      response: { 200: SavedCells, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) => saveCells(contextOf(request, services), request.params.id, request.body),
  })

  app.route({
    method: 'GET',
    url: '/returns/:id/history',
    config: { access: 'returns:read' },
    schema: {
      tags,
      operationId: 'getReturnCellHistory',
      summary: 'Every change of one answer',
      params: returnParameters,
      querystring: historyQuery,
      response: { 200: CellHistory, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request): Promise<z.output<typeof CellHistory>> => ({
      changes: await getCellHistory(contextOf(request, services), request.params.id, request.query.cell),
    }),
  })
}

export async function returnRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/returns',
    config: { access: 'returns:read' },
    schema: {
      tags,
      operationId: 'listReturns',
      summary: 'The returns of a quarter: where each is, who has it, what it still lacks',
      produces: LIST_FORMATS,
      querystring: returnsQuery,
      response: { 200: ReturnPage, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) =>
      sendList({
        request,
        reply,
        query: request.query,
        rows: await listReturns(contextOf(request, services), request.query),
        sorts: {
          partnership: (row) => row.partnership.name,
          state: (row) => row.state,
          due: (row) => row.dueOn,
          late: (row) => row.receipt.daysLate,
        },
        columns,
        fileName: 'returns',
      }),
  })

  app.route({
    method: 'GET',
    url: '/returns/:id',
    config: { access: 'returns:read', byInvitation: true },
    schema: {
      tags,
      operationId: 'getReturn',
      summary: 'One return with its draft, its checks, and what the reader may do with it',
      params: returnParameters,
      response: { 200: QuarterlyReturn, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const found = await getReturn(contextOf(request, services), request.params.id)
      return reply.header('etag', etagOf(found)).send(found)
    },
  })

  cellRoutes(app, services)
  moveRoutes(app, services)
  assignmentRoutes(app, services)
  invitationRoutes(app, services)
}
