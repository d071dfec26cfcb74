import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { shareReadings } from '#api/shared-readings.ts'
import { etagOf } from '#plugins/versions.ts'
import { ValueForMoneyDetail } from './assessment.schemas.ts'
import {
  comparisonQuery,
  councilParameters,
  detailQuery,
  partnershipParameters,
  VfmComparison,
} from './comparison.schemas.ts'
import { type Comparisons, getComparison } from './comparison.service.ts'
import { getValueForMoneyDetail } from './value-for-money.service.ts'

const tags = ['value for money']

export async function valueForMoneyRoutes(app: App, services: Services): Promise<void> {
  const comparisons: Comparisons = shareReadings()
  app.route({
    method: 'GET',
    url: '/councils/:council/value-for-money',
    config: { access: 'assessments:read' },
    schema: {
      tags,
      operationId: 'getValueForMoney',
      summary: 'A council’s partnerships side by side for a year: ratings, costs, savings, delivery, medians',
      params: councilParameters,
      querystring: comparisonQuery,
      response: { 200: VfmComparison, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) =>
      getComparison(
        contextOf(request, services),
        {
          council: request.params.council,
          year: request.query.year,
          all: request.query.all === 'true',
        },
        comparisons,
      ),
  })

  app.route({
    method: 'GET',
    url: '/councils/:council/partnerships/:partnership/value-for-money',
    config: { access: 'assessments:read' },
    schema: {
      tags,
      operationId: 'getPartnershipValueForMoney',
      summary:
        'One partnership’s value for money in a year: the judgement, its evidence, what goes in and comes out',
      params: partnershipParameters,
      querystring: detailQuery,
      response: { 200: ValueForMoneyDetail, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { council, partnership } = request.params
      const asked = { council, partnership, year: request.query.year }
      const detail = await getValueForMoneyDetail(contextOf(request, services), asked, comparisons)
      if (detail.assessment !== null) reply.header('etag', etagOf(detail.assessment))
      return reply.send(detail)
    },
  })
}
