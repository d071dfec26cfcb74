import { z } from 'zod'
import { createPress } from '#api/press/press.ts'
import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { shareReadings } from '#api/shared-readings.ts'
import { Slug } from '#wire/primitives.ts'
import { Pack, PDF, packPrinted, packQuery } from './packs.schemas.ts'
import { getPack, printPack } from './packs.service.ts'

const tags = ['scrutiny']
const params = z.strictObject({ council: Slug })

export async function packRoutes(app: App, services: Services): Promise<void> {
  const press = createPress()
  app.addHook('onClose', async () => press.close())
  const comparisons: Parameters<typeof getPack>[2] = shareReadings()

  app.route({
    method: 'GET',
    url: '/councils/:council/pack',
    config: { access: 'scrutiny:read' },
    schema: {
      tags,
      operationId: 'getPack',
      summary: 'Scrutiny’s pack for one partnership or for all of a rating, as its reader may see it',
      params,
      querystring: packQuery,
      response: { 200: Pack, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request, reply) => {
      const asked = { council: request.params.council, ...request.query }
      reply.header('cache-control', 'no-store')
      return getPack(contextOf(request, services), asked, comparisons)
    },
  })

  app.route({
    method: 'GET',
    url: '/councils/:council/pack.pdf',
    config: { access: 'scrutiny:read' },
    schema: {
      tags,
      operationId: 'printPack',
      summary: 'The same pack as a tagged PDF (PDF/UA-1)',
      params,
      querystring: packQuery,
      response: { 200: packPrinted, ...problemsOf(401, 403, 404, 422, 429, 503) },
    },
    handler: async (request, reply) => {
      const asked = { council: request.params.council, ...request.query }
      const { file, fileName } = await printPack(contextOf(request, services), asked, { comparisons, press })
      return reply
        .type(PDF)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(file)
    },
  })
}
