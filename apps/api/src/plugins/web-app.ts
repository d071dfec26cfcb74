import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '#api/problem.ts'
import { sendProblem } from './errors.ts'

const built = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

const A_YEAR = 365 * 24 * 60 * 60

/** The app’s own files, and its one page for every address that is a page. */
export async function webApp(app: FastifyInstance): Promise<void> {
  const hasApp = existsSync(built)
  if (hasApp) {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' }
    })
    await app.register(fastifyStatic, {
      root: built,
      wildcard: true,
      preCompressed: true,
      index: ['index.html'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names under assets/ hold a hash of the content, so they never change.
        const lasting = path.includes('/assets/')
        reply.header('cache-control', lasting ? `public, max-age=${A_YEAR}, immutable` : 'no-cache')
      },
    })
  }

  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (hasApp && isPage) return reply.sendFile('index.html')
    return sendProblem(
      reply,
      new Problem('not-found', 'There is nothing at this address. Check it, or start from the overview.'),
    )
  })
}
