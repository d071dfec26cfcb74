import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { acceptReturns } from './acceptances.service.ts'
import { chaseQuarter, chaseReturn, extendReturn } from './chasing.service.ts'
import {
  Acceptances,
  acceptancesBody,
  ChangedReturn,
  Cycle,
  chaseBody,
  cycleQuery,
  cycleReturnParameters,
  datesBody,
  extensionBody,
  quarterParameters,
  Reminded,
} from './cycle.schemas.ts'
import { getCycle, moveQuarterDates, openQuarter } from './cycle.service.ts'
import { publicationRoutes } from './publications.routes.ts'
import { restateBody } from './restatements.schemas.ts'
import { restateReturn } from './restatements.service.ts'

const tags = ['cycle']

function quarterRoutes(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/quarters/:quarter/cycle',
    config: { access: 'cycle:read' },
    schema: {
      tags,
      operationId: 'getCycle',
      summary: 'Where a quarter’s returns have got to',
      params: quarterParameters,
      querystring: cycleQuery,
      response: { 200: Cycle, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const cycle = await getCycle(contextOf(request, services), {
        quarter: request.params.quarter,
        council: request.query.council ?? null,
      })
      return reply.header('etag', etagOf(cycle)).send(cycle)
    },
  })

  app.route({
    method: 'POST',
    url: '/quarters/:quarter/opening',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'openQuarter',
      summary: 'Open a quarter: its returns are made, and those whose they are told',
      params: quarterParameters,
      response: { 200: Cycle, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) =>
      openQuarter(contextOf(request, services), request.params.quarter, idempotencyOf(request)),
  })

  app.route({
    method: 'PUT',
    url: '/quarters/:quarter/dates',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'moveQuarterDates',
      summary: 'Move the dates of a quarter, with a reason; the old ones are kept',
      params: quarterParameters,
      body: datesBody,
      response: { 200: Cycle, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const moved = await moveQuarterDates(contextOf(request, services), request.params.quarter, {
        version: versionIn(request),
        body: request.body,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(moved)).send(moved)
    },
  })

  app.route({
    method: 'POST',
    url: '/quarters/:quarter/reminders',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'chaseQuarter',
      summary: 'Remind everyone whose turn it is: one mail a person, of all that is theirs',
      params: quarterParameters,
      body: chaseBody,
      response: { 200: Reminded, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) =>
      chaseQuarter(contextOf(request, services), {
        quarter: request.params.quarter,
        council: request.body.council ?? null,
      }),
  })
}

function returnRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/returns/acceptances',
    config: { access: 'returns:review' },
    schema: {
      tags,
      operationId: 'acceptReturns',
      summary: 'Accept several returns, each at the version that was seen and judged by itself',
      body: acceptancesBody,
      response: { 200: Acceptances, ...problemsOf(401, 403, 422, 503) },
    },
    handler: async (request) =>
      acceptReturns(contextOf(request, services), request.body, idempotencyOf(request)),
  })

  app.route({
    method: 'PUT',
    url: '/returns/:id/extension',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'extendReturn',
      summary: 'Give one partnership more time for one quarter',
      params: cycleReturnParameters,
      body: extensionBody,
      response: { 200: ChangedReturn, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const changed = await extendReturn(contextOf(request, services), request.params.id, {
        version: versionIn(request),
        body: request.body,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(changed)).send(changed)
    },
  })

  app.route({
    method: 'POST',
    url: '/returns/:id/reminder',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'chaseReturn',
      summary: 'Remind those whose turn it is in one return',
      params: cycleReturnParameters,
      response: { 200: Reminded, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) => chaseReturn(contextOf(request, services), request.params.id),
  })

  app.route({
    method: 'POST',
    url: '/returns/:id/restate',
    config: { access: 'returns:review' },
    schema: {
      tags,
      operationId: 'restateReturn',
      summary: 'Correct published figures, with a reason; what was published stays readable',
      params: cycleReturnParameters,
      body: restateBody,
      response: { 200: ChangedReturn, ...problemsOf(401, 403, 404, 409, 412, 422, 428, 503) },
    },
    handler: async (request, reply) => {
      const restated = await restateReturn(contextOf(request, services), {
        id: request.params.id,
        version: versionIn(request),
        body: request.body,
        asked: idempotencyOf(request),
      })
      return reply.header('etag', etagOf(restated)).send(restated)
    },
  })
}

export async function cycleRoutes(app: App, services: Services): Promise<void> {
  quarterRoutes(app, services)
  returnRoutes(app, services)
  publicationRoutes(app, services)
}
