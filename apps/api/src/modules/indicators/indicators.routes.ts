import { sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { measurementColumns } from './indicators.columns.ts'
import {
  IndicatorDetail,
  indicatorParameters,
  indicatorQuery,
  MeasurementPage,
  measurementsQuery,
} from './indicators.schemas.ts'
import { getIndicator, listMeasurements } from './indicators.service.ts'

const tags = ['indicators']

export async function indicatorRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/indicators/:id',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'getIndicator',
      summary: 'One indicator with its history',
      params: indicatorParameters,
      querystring: indicatorQuery,
      response: { 200: IndicatorDetail, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request) => getIndicator(contextOf(request, services), request.params.id, request.query),
  })

  app.route({
    method: 'GET',
    url: '/indicators/:id/measurements',
    config: { access: 'measurements:read' },
    schema: {
      tags,
      operationId: 'listMeasurements',
      summary: 'Every figure of an indicator, newest first',
      produces: LIST_FORMATS,
      params: indicatorParameters,
      querystring: measurementsQuery,
      response: { 200: MeasurementPage, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { id } = request.params
      return sendList({
        request,
        reply,
        query: request.query,
        rows: await listMeasurements(contextOf(request, services), id, request.query),
        sorts: {
          quarter: (row) => row.quarter,
          organisation: (row) => row.organisation?.name ?? null,
          value: (row) => (row.value === null ? null : Number(row.value)),
        },
        columns: measurementColumns,
        fileName: `${id}-measurements`,
      })
    },
  })
}
