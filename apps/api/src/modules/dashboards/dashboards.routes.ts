import { parseQuarterKey } from '@accord/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { sendStored } from '#api/stored-answer.ts'
import { createDashboardCache } from './dashboard-cache.ts'
import { Dashboard, dashboardParameters, dashboardQuery } from './dashboards.schemas.ts'
import { makeStoredDashboard } from './dashboards.service.ts'

export async function dashboardRoutes(app: App, services: Services): Promise<void> {
  const cache = createDashboardCache()

  /** An address that was answered before was understood then: what is in memory for it needs no second look. */
  function fromMemory(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
    const stored = cache.get(`${request.url} ${services.clock.today()}`, request.figuresVersion)
    if (stored === null) done()
    else if (stored instanceof Promise) {
      stored.then((made) => sendStored(request, reply, made)).catch(done)
    } else void sendStored(request, reply, stored)?.catch(done)
  }

  app.route({
    method: 'GET',
    url: '/councils/:council/dashboards/:quarter',
    config: { access: 'dashboards:read', versionOf: 'council' },
    // It sends bytes that are compressed already.
    compress: false,
    preValidation: fromMemory,
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
      const context = contextOf(request, services)
      const stored = await makeStoredDashboard(context, {
        asked: {
          council,
          quarterIndex: parseQuarterKey(quarter) ?? 0,
          framework: request.query.framework ?? null,
          portfolio: request.query.portfolio ?? null,
        },
        key: `${request.url} ${context.today}`,
        version: request.figuresVersion,
        cache,
      })
      await sendStored(request, reply, stored)
    },
  })
}
