import { financialYearLabel, parseQuarterKey, quarterFromIndex } from '@accord/domain'
import { matchesFlag, sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import { QuarterPage, quartersQuery } from './quarters.schemas.ts'
import { listQuarters } from './quarters.service.ts'

const yearOf = (key: string) => {
  const index = parseQuarterKey(key)
  return index === null ? '' : financialYearLabel(quarterFromIndex(index).startYear)
}

export async function quarterRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/quarters',
    config: { access: 'quarters:read' },
    schema: {
      tags: ['quarters'],
      operationId: 'listQuarters',
      summary: 'The calendar of quarters, newest first',
      produces: LIST_FORMATS,
      querystring: quartersQuery,
      response: { 200: QuarterPage, ...problemsOf(401, 422, 503) },
    },
    handler: async (request, reply) => {
      const { query } = request
      const rows = await listQuarters(contextOf(request, services))
      return sendList({
        request,
        reply,
        query,
        rows: rows.filter(
          (row) =>
            matchesFlag(query.open, row.isOpen) &&
            (query.year === undefined || yearOf(row.key) === query.year),
        ),
        sorts: { quarter: (row) => row.startsOn },
        columns: [
          { header: 'quarter', value: (row) => row.key },
          { header: 'label', value: (row) => row.label },
          { header: 'months', value: (row) => row.months },
          { header: 'starts on', value: (row) => row.startsOn },
          { header: 'ends on', value: (row) => row.endsOn },
          { header: 'returns open on', value: (row) => row.opensOn },
          { header: 'returns due on', value: (row) => row.dueOn },
          { header: 'closes on', value: (row) => row.closesOn },
        ],
        fileName: 'quarters',
      })
    },
  })
}
