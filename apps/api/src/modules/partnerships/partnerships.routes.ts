import { type Column, sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import {
  PartnershipDetail,
  PartnershipPage,
  type PartnershipSummary,
  partnershipParameters,
  partnershipQuery,
  partnershipsQuery,
} from './partnerships.schemas.ts'
import { getPartnership, listPartnerships } from './partnerships.service.ts'

const tags = ['partnerships']

const columns: Column<PartnershipSummary>[] = [
  { header: 'partnership', value: (row) => row.id },
  { header: 'name', value: (row) => row.name },
  { header: 'scope', value: (row) => row.scope },
  { header: 'level', value: (row) => row.level },
  { header: 'theme', value: (row) => row.theme },
  { header: 'statutory', value: (row) => row.isStatutory },
  { header: 'member involvement', value: (row) => row.memberInvolvement },
  { header: 'lead officer', value: (row) => row.leadOfficer },
  { header: 'reports to', value: (row) => row.reportsTo?.name ?? null },
  { header: 'started on', value: (row) => row.startedOn },
  { header: 'ended on', value: (row) => row.endedOn },
  { header: 'significant', value: (row) => row.isSignificant },
  { header: 'value for money', value: (row) => row.valueForMoney?.word ?? null },
  { header: 'rated for', value: (row) => row.valueForMoney?.year ?? null },
  { header: 'indicators', value: (row) => row.indicatorCount },
]

export async function partnershipRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/partnerships',
    config: { access: 'partnerships:read' },
    schema: {
      tags,
      operationId: 'listPartnerships',
      summary: 'Partnerships, or those on one council’s register',
      produces: LIST_FORMATS,
      querystring: partnershipsQuery,
      response: { 200: PartnershipPage, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request, reply) =>
      sendList({
        request,
        reply,
        query: request.query,
        rows: await listPartnerships(contextOf(request, services), request.query),
        sorts: {
          position: () => 0,
          name: (row) => row.name,
          scope: (row) => row.scope,
          level: (row) => row.level,
          rating: (row) => row.valueForMoney?.rating ?? null,
          indicators: (row) => row.indicatorCount,
        },
        columns,
        fileName: 'partnerships',
      }),
  })

  app.route({
    method: 'GET',
    url: '/partnerships/:id',
    config: { access: 'partnerships:read' },
    schema: {
      tags,
      operationId: 'getPartnership',
      summary: 'One partnership: members, indicators, value for money, risks and actions',
      params: partnershipParameters,
      querystring: partnershipQuery,
      response: { 200: PartnershipDetail, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request) =>
      getPartnership(contextOf(request, services), request.params.id, request.query),
  })
}
