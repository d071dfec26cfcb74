import { matchesFlag, matchesSearch, sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { readCouncils } from './councils.queries.ts'
import { CouncilPage, councilsQuery } from './councils.schemas.ts'

export async function councilRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/councils',
    config: { access: 'councils:read' },
    schema: {
      tags: ['councils'],
      operationId: 'listCouncils',
      summary: 'Councils, those that keep a register first',
      produces: LIST_FORMATS,
      querystring: councilsQuery,
      response: { 200: CouncilPage, ...problemsOf(401, 422, 503) },
    },
    handler: async (request, reply) => {
      const { query } = request
      const rows = await readCouncils(contextOf(request, services))
      return sendList({
        request,
        reply,
        query,
        rows: rows.filter(
          (row) =>
            matchesFlag(query.keepsRegister, row.keepsRegister) && matchesSearch(query.search, row.name),
        ),
        sorts: { name: (row) => row.name, tier: (row) => row.tier },
        columns: [
          { header: 'council', value: (row) => row.id },
          { header: 'name', value: (row) => row.name },
          { header: 'tier', value: (row) => row.tier },
          { header: 'keeps a register', value: (row) => row.keepsRegister },
          { header: 'partnerships on register', value: (row) => row.registered },
          { header: 'significant', value: (row) => row.significant },
        ],
        fileName: 'councils',
      })
    },
  })
}
