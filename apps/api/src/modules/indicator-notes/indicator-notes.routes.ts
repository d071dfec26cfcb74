import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import {
  eventBody,
  eventParameters,
  IndicatorEvent,
  IndicatorNotes,
  indicatorParameters,
  markBody,
  markParameters,
  ProcessMark,
} from './indicator-notes.schemas.ts'
import { addEvent, addMark, getNotes, withdrawEvent, withdrawMark } from './indicator-notes.service.ts'

const tags = ['indicators']

export async function indicatorNoteRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/indicators/:id/notes',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'getIndicatorNotes',
      summary: 'What was noted about a series: events and where limits begin anew, withdrawn ones too',
      params: indicatorParameters,
      response: { 200: IndicatorNotes, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request) => getNotes(contextOf(request, services), request.params.id),
  })

  app.route({
    method: 'POST',
    url: '/indicators/:id/events',
    config: { access: 'indicators:annotate' },
    schema: {
      tags,
      operationId: 'addIndicatorEvent',
      summary: 'Pin what happened to a quarter of a series',
      params: indicatorParameters,
      body: eventBody,
      response: { 200: IndicatorEvent, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) =>
      addEvent(contextOf(request, services), request.params.id, {
        body: request.body,
        asked: idempotencyOf(request),
      }),
  })

  app.route({
    method: 'POST',
    url: '/indicators/:id/events/:event/withdrawal',
    config: { access: 'indicators:annotate' },
    schema: {
      tags,
      operationId: 'withdrawIndicatorEvent',
      summary: 'Take a pin off the chart: it stays in the record',
      params: eventParameters,
      response: { 200: IndicatorEvent, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) => {
      const { id, event } = request.params
      const asked = idempotencyOf(request)
      return withdrawEvent(contextOf(request, services), { id, note: event, asked })
    },
  })

  app.route({
    method: 'POST',
    url: '/indicators/:id/process-marks',
    config: { access: 'indicators:recalculate' },
    schema: {
      tags,
      operationId: 'addProcessMark',
      summary: 'Have the limits of a series computed anew from a quarter, for a known reason',
      params: indicatorParameters,
      body: markBody,
      response: { 200: ProcessMark, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) =>
      addMark(contextOf(request, services), request.params.id, {
        body: request.body,
        asked: idempotencyOf(request),
      }),
  })

  app.route({
    method: 'POST',
    url: '/indicators/:id/process-marks/:mark/withdrawal',
    config: { access: 'indicators:recalculate' },
    schema: {
      tags,
      operationId: 'withdrawProcessMark',
      summary: 'Take back a point from which limits were computed anew: it stays in the record',
      params: markParameters,
      response: { 200: ProcessMark, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) => {
      const { id, mark } = request.params
      const asked = idempotencyOf(request)
      return withdrawMark(contextOf(request, services), { id, note: mark, asked })
    },
  })
}
