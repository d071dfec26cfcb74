import { parseQuarterKey } from '@accord/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { createDashboardCache } from './dashboard-cache.ts'
import { Dashboard, dashboardParameters, dashboardQuery } from './dashboards.schemas.ts'
import { storedDashboard } from './dashboards.service.ts'
import { bytesIn, formFor, headOf, type StoredDashboard } from './stored-dashboard.ts'

function send(request: FastifyRequest, reply: FastifyReply, stored: StoredDashboard) {
  const form = formFor(request.headers['accept-encoding'])
  const { tag, unchanged, whole } = headOf(stored, form)
  const known = request.headers['if-none-match']
  if (known !== undefined && (known.includes(tag) || known === '*')) {
    return reply.code(304).headers(unchanged).send()
  }
  reply.headers(whole)
  const bytes = bytesIn(stored, form)
  return Buffer.isBuffer(bytes) ? reply.send(bytes) : bytes.then((made) => reply.send(made))
}

export async function dashboardRoutes(app: App, services: Services): Promise<void> {
  const cache = createDashboardCache()

  app.route({
    method: 'GET',
    url: '/councils/:council/dashboards/:quarter',
    config: { access: 'dashboards:read', versionOf: 'council' },
    // It sends bytes that are compressed already.
    compress: false,
    schema: {
      tags: ['dashboards'],
      operationId: 'getDashboard',
      summary: 'One council’s quarter: the Executive’s view',
      description:
        'Carries a strong ETag: send it back as If-None-Match and an unchanged dashboard is a 304.',
      params: dashboardParameters,
      querystring: dashboardQuery,
      response: { 200: Dashboard, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const { council, quarter } = request.params
      const asked = {
        council,
        quarterIndex: parseQuarterKey(quarter) ?? 0,
        framework: request.query.framework ?? null,
        portfolio: request.query.portfolio ?? null,
      }
      const stored = await storedDashboard(contextOf(request, services), {
        asked,
        version: request.figuresVersion,
        cache,
      })
      return send(request, reply, stored)
    },
  })
}
