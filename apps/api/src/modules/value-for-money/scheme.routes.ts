import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { councilParameters } from './comparison.schemas.ts'
import { schemeBody, schemeQuery, VfmScheme } from './scheme.schemas.ts'
import { getScheme, setScheme } from './scheme.service.ts'

const tags = ['value for money']

export async function schemeRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/councils/:council/value-for-money/scheme',
    config: { access: 'assessments:read' },
    schema: {
      tags,
      operationId: 'getValueForMoneyScheme',
      summary: 'The scale’s words and the criteria of a year',
      params: councilParameters,
      querystring: schemeQuery,
      response: { 200: VfmScheme, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) =>
      getScheme(contextOf(request, services), {
        council: request.params.council,
        year: request.query.year,
      }),
  })

  app.route({
    method: 'PUT',
    url: '/councils/:council/value-for-money/scheme',
    config: { access: 'assessments:edit' },
    schema: {
      tags,
      operationId: 'setValueForMoneyScheme',
      summary: 'Set words and criteria from a year on; a year that has been assessed keeps its own',
      params: councilParameters,
      body: schemeBody,
      response: { 200: VfmScheme, ...problemsOf(401, 403, 404, 409, 422, 503) },
    },
    handler: async (request) =>
      setScheme(contextOf(request, services), { council: request.params.council, body: request.body }),
  })
}
