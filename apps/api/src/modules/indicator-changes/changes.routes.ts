import { sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { etagOf, versionIn } from '#plugins/versions.ts'
import { declineBody, emptyBody, noteBody, previewBody, proposalBody } from './changes.bodies.ts'
import { changeColumns } from './changes.columns.ts'
import {
  ChangePreview,
  changeParameters,
  changesQuery,
  IndicatorChangeDetail,
  IndicatorChangePage,
  IndicatorSettings,
  IndicatorTargets,
  indicatorParameters,
  settingsQuery,
  targetsQuery,
} from './changes.schemas.ts'
import { changeDetail, changesOf, listChanges } from './changes.service.ts'
import { approve, decline, repropose, withdraw } from './decisions.service.ts'
import { previewOf, propose } from './proposals.service.ts'
import { settingsOf, targetsOf } from './subject.service.ts'

const tags = ['indicator changes']

function readingRoutes(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/indicators/:id/settings',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'getIndicatorSettings',
      summary: 'An indicator’s definition, tolerances and place, with every change of them',
      params: indicatorParameters,
      querystring: settingsQuery,
      response: { 200: IndicatorSettings, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request) => {
      const context = contextOf(request, services)
      const { id } = request.params
      const settings = await settingsOf(context, {
        indicator: id,
        framework: request.query.framework ?? null,
      })
      const kinds = ['new_indicator', 'indicator', 'placement'] as const
      return {
        ...settings,
        changes: await changesOf(context, { indicator: id, framework: settings.framework.id, kinds }),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/indicators/:id/targets',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'getIndicatorTargets',
      summary: 'An indicator’s targets of a year, its profile and its baseline, with every change of them',
      params: indicatorParameters,
      querystring: targetsQuery,
      response: { 200: IndicatorTargets, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request) => {
      const context = contextOf(request, services)
      const { id } = request.params
      const targets = await targetsOf(context, id, request.query)
      const kinds = ['targets', 'baseline'] as const
      return {
        ...targets,
        changes: await changesOf(context, { indicator: id, framework: targets.framework.id, kinds }),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/indicator-changes',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'listIndicatorChanges',
      summary: 'Changes of indicators: those that wait first, then those decided, newest first',
      produces: LIST_FORMATS,
      querystring: changesQuery,
      response: { 200: IndicatorChangePage, ...problemsOf(401, 422, 503) },
    },
    handler: async (request, reply) =>
      sendList({
        ...{ request, reply, query: request.query, sorts: {} },
        rows: await listChanges(contextOf(request, services), request.query),
        columns: changeColumns,
        fileName: 'indicator-changes',
      }),
  })

  app.route({
    method: 'GET',
    url: '/indicator-changes/:id',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'getIndicatorChange',
      summary: 'One change, with what it would do to past statuses while it waits',
      params: changeParameters,
      response: { 200: IndicatorChangeDetail, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const change = await changeDetail(contextOf(request, services), request.params.id)
      return reply.header('etag', etagOf(change)).send(change)
    },
  })
}

const problems = problemsOf(401, 403, 404, 409, 412, 415, 422, 428, 503)

function proposingRoutes(app: App, services: Services): void {
  app.route({
    method: 'POST',
    url: '/indicators/:id/changes/preview',
    config: { access: 'indicators:propose' },
    schema: {
      tags,
      operationId: 'previewIndicatorChange',
      summary: 'What a change would do to past statuses; nothing is kept',
      params: indicatorParameters,
      body: previewBody,
      response: { 200: ChangePreview, ...problemsOf(401, 403, 404, 415, 422, 503) },
    },
    handler: async (request) => previewOf(contextOf(request, services), request.params.id, request.body),
  })

  app.route({
    method: 'POST',
    url: '/indicator-changes',
    config: { access: 'indicators:propose' },
    schema: {
      tags,
      operationId: 'proposeIndicatorChange',
      summary: 'Propose a change with its reason: it waits for another person’s approval',
      body: proposalBody,
      response: { 200: IndicatorChangeDetail, ...problemsOf(401, 403, 404, 415, 422, 503) },
    },
    handler: async (request, reply) => {
      const asked = idempotencyOf(request)
      const change = await propose(contextOf(request, services), { body: request.body, asked })
      return reply.header('etag', etagOf(change)).send(change)
    },
  })

  for (const { action, summary, take } of [
    { action: 'withdraw', summary: 'Take a change back that waits', take: withdraw },
    { action: 'repropose', summary: 'Propose a change again, held against what stands now', take: repropose },
  ] as const) {
    app.route({
      method: 'POST',
      url: `/indicator-changes/:id/${action}`,
      config: { access: 'indicators:propose' },
      schema: {
        tags,
        operationId: `${action}IndicatorChange`,
        summary,
        params: changeParameters,
        body: emptyBody,
        response: { 200: IndicatorChangeDetail, ...problems },
      },
      handler: async (request, reply) => {
        const change = await take(contextOf(request, services), {
          ...{ id: request.params.id, version: versionIn(request), note: null },
          asked: idempotencyOf(request),
        })
        return reply.header('etag', etagOf(change)).send(change)
      },
    })
  }
}

function decidingRoutes(app: App, services: Services): void {
  for (const { action, summary, body, take } of [
    { action: 'approve', summary: 'Put a change in force; never one’s own', body: noteBody, take: approve },
    {
      action: 'decline',
      summary: 'Turn a change down and say why; never one’s own',
      body: declineBody,
      take: decline,
    },
  ] as const) {
    app.route({
      method: 'POST',
      url: `/indicator-changes/:id/${action}`,
      config: { access: 'indicators:approve' },
      schema: {
        tags,
        operationId: `${action}IndicatorChange`,
        summary,
        params: changeParameters,
        body,
        response: { 200: IndicatorChangeDetail, ...problems },
      },
      handler: async (request, reply) => {
        const change = await take(contextOf(request, services), {
          ...{ id: request.params.id, version: versionIn(request), note: request.body.note },
          asked: idempotencyOf(request),
        })
        return reply.header('etag', etagOf(change)).send(change)
      },
    })
  }
}

export async function indicatorChangeRoutes(app: App, services: Services): Promise<void> {
  readingRoutes(app, services)
  proposingRoutes(app, services)
  decidingRoutes(app, services)
}
