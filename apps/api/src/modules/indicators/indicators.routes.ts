import { keepAnswers } from '#api/kept-answers.ts'
import { sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { type StoredAnswer, sendStored, storeAnswer } from '#api/stored-answer.ts'
import { IndicatorDetail } from './indicator-detail.schemas.ts'
import { measurementColumns } from './indicators.columns.ts'
import {
  indicatorParameters,
  indicatorQuery,
  MeasurementPage,
  measurementsQuery,
} from './indicators.schemas.ts'
import { getIndicator, listMeasurements } from './indicators.service.ts'

const tags = ['indicators']

/** An indicator of 40 quarters and 100 bodies is 25 kB compressed: 1,000 of them are 50 MB with a second form. */
const MOST_PAGES = 1000

export async function indicatorRoutes(app: App, services: Services): Promise<void> {
  const pages = keepAnswers<StoredAnswer>(MOST_PAGES)
  app.route({
    method: 'GET',
    url: '/indicators/:id',
    config: { access: 'indicators:read' },
    // It sends bytes that are compressed already.
    compress: false,
    schema: {
      tags,
      operationId: 'getIndicator',
      summary: 'One indicator with its history',
      description:
        'Carries a strong ETag: send it back as If-None-Match and an unchanged indicator is a 304.',
      params: indicatorParameters,
      querystring: indicatorQuery,
      response: { 200: IndicatorDetail, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { database, today } = contextOf(request, services)
      // The same for everyone who may read it at all.
      const stored = await pages(`${today} ${request.url}`, {
        state: request.snapshot,
        make: async () => {
          const { snapshot, detail } = await getIndicator(
            { database, today },
            request.params.id,
            request.query,
          )
          return { snapshot, answer: storeAnswer(JSON.stringify(detail)) }
        },
      })
      await sendStored(request, reply, stored)
    },
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
