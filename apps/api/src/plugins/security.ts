import type { OutgoingHttpHeaders } from 'node:http'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
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

const FASTIFY_OWN = new Set(['connection', 'content-length', 'date'])

// What only browsers of another time read, or what says no more than the browser’s own default.
const LEFT_OUT = {
  crossOriginEmbedderPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  originAgentCluster: false,
} as const

const PAGE = {
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
  referrerPolicy: { policy: 'same-origin' as const },
  xFrameOptions: { action: 'deny' as const },
}

/** Data is no page: nothing in it may load, run or be framed, and it has no links to refer from. */
const DATA = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  referrerPolicy: false,
  xFrameOptions: false,
} as const

/**
 * What helmet sets, asked of it once: it writes the same texts anew for every request, which costs more than
 * all else that is done for a dashboard held in memory.
 */
async function helmetHeaders(options: typeof PAGE | typeof DATA, mode: Mode): Promise<OutgoingHttpHeaders> {
  const sample = Fastify({ logger: false })
  const lasting = mode === 'live' ? { maxAge: 31_536_000 } : (false as const)
  await sample.register(helmet, { ...LEFT_OUT, ...options, strictTransportSecurity: lasting } as object)
  sample.get('/', (_request, reply) => reply.send())
  const { headers } = await sample.inject('/')
  await sample.close()
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !FASTIFY_OWN.has(name)))
}

export const security = fastifyPlugin(async (app: FastifyInstance, { mode }: { mode: Mode }) => {
  const ofPage = await helmetHeaders(PAGE, mode)
  const ofData = await helmetHeaders(DATA, mode)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/') ? ofData : ofPage)
    refuseOtherSites(request)
    done()
  })
})
