import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Mode } from '#api/config.ts'
import { Problem } from '#api/problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser says where a request comes from. Sec-Fetch-Site cannot be forged by a page; older browsers
 * send Origin. A client that sends neither is no browser, so no other site can be riding on its cookie.
 */
function refuseOtherSites(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const isOurs =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || origin === `${request.protocol}://${request.host}`
  if (!isOurs)
    throw new Problem('cross-site-request', 'Changes are taken only from this service’s own pages.')
}

export const security = fastifyPlugin(async (app: FastifyInstance, options: { mode: Mode }) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: options.mode === 'live' ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request) => refuseOtherSites(request))
})
