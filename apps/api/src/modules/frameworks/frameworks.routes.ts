import { matchesFlag, matchesSearch, sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { readFrameworks } from './frameworks.queries.ts'
import { FrameworkPage, frameworksQuery } from './frameworks.schemas.ts'

export async function frameworkRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/frameworks',
    config: { access: 'frameworks:read' },
    schema: {
      tags: ['frameworks'],
      operationId: 'listFrameworks',
      summary: 'Agreements and other sets of outcomes and indicators',
      produces: LIST_FORMATS,
      querystring: frameworksQuery,
      response: { 200: FrameworkPage, ...problemsOf(401, 422, 503) },
    },
    handler: async (request, reply) => {
      const { query } = request
      const rows = await readFrameworks(contextOf(request, services))
      return sendList({
        request,
        reply,
        query,
        rows: rows.filter(
          (row) =>
            matchesFlag(query.onDashboard, row.onDashboard) &&
            matchesSearch(query.search, row.name, row.kind) &&
            (query.council === undefined || row.councils.includes(query.council)),
        ),
        sorts: { title: (row) => row.name, year: (row) => row.startYear },
        columns: [
          { header: 'framework', value: (row) => row.id },
          { header: 'title', value: (row) => row.name },
          { header: 'kind', value: (row) => row.kind },
          { header: 'years', value: (row) => row.years },
          { header: 'accountable body', value: (row) => row.accountableBody?.name ?? null },
          { header: 'outcomes', value: (row) => row.outcomes.length },
          { header: 'indicators', value: (row) => row.indicatorCount },
          { header: 'reward in pence', value: (row) => row.rewardPence },
        ],
        fileName: 'frameworks',
      })
    },
  })
}
