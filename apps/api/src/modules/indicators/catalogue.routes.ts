import { sendListPage, wantsCsv } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { CatalogueChoices, catalogueQuery, IndicatorPage } from './catalogue.schemas.ts'
import { catalogueChoices, listCatalogue } from './catalogue.service.ts'
import { catalogueColumns } from './indicators.columns.ts'

const tags = ['indicators']

export async function catalogueRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/indicators',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'listIndicators',
      summary: 'Indicators in their frameworks, rated at a quarter',
      produces: LIST_FORMATS,
      querystring: catalogueQuery,
      response: { 200: IndicatorPage, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { query } = request
      const isCsv = wantsCsv(request, query)
      const page = isCsv ? null : { size: query.pageSize, number: query.page }
      const { items, total } = await listCatalogue(contextOf(request, services), query, page)
      return sendListPage({
        ...{ reply, query, isCsv, total, columns: catalogueColumns, fileName: 'indicators' },
        rows: items,
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/catalogue',
    config: { access: 'indicators:read' },
    schema: {
      tags,
      operationId: 'getCatalogueChoices',
      summary: 'What the catalogue can be filtered by, and what the reader may do with it',
      response: { 200: CatalogueChoices, ...problemsOf(401, 503) },
    },
    handler: async (request) => catalogueChoices(contextOf(request, services)),
  })
}
