import { z } from 'zod'
import { type App, problemsOf, type Services } from '#api/route.ts'
import { contractOf } from '#plugins/openapi.ts'

const Health = z
  .object({ status: z.literal('ok'), database: z.literal('ok') })
  .meta({ id: 'Health', description: 'The service answers and its database does too' })

export async function healthRoutes(app: App, { database }: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/health',
    config: { access: 'public' },
    schema: { tags: ['service'], operationId: 'getHealth', response: { 200: Health, ...problemsOf(503) } },
    handler: async () => {
      await database.pool.query('SELECT 1')
      return { status: 'ok' as const, database: 'ok' as const }
    },
  })

  app.route({
    method: 'GET',
    url: '/openapi.json',
    config: { access: 'public' },
    schema: { hide: true },
    handler: async (_request, reply) =>
      reply.type('application/json').serializer(JSON.stringify).send(contractOf(app)),
  })
}
