import { randomBytes } from 'node:crypto'
import type { Database } from '@accord/database'
import cookie from '@fastify/cookie'
import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestHookHandler,
} from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Clock } from '#api/clock.ts'
import type { Mode } from '#api/config.ts'
import type { Actor } from '#api/context.ts'
import type { Log } from '#api/log.ts'
import {
  createFreshness,
  type DatabaseState,
  type Fresh,
  hashToken,
  type SessionRecord,
} from './freshness.ts'

const MINUTE = 60_000
const IDLE = 30 * MINUTE
const ABSOLUTE = 12 * 60 * MINUTE
const TOUCH_AFTER = MINUTE

export type CurrentSession = { actor: Actor; sessionId: string }

declare module 'fastify' {
  interface FastifyRequest {
    session: CurrentSession | null
    /** Of the council in the path, where the route asks for it. */
    figuresVersion: string | null
    /** Of the look-up that began after the request arrived. */
    snapshot: DatabaseState | null
  }
  interface FastifyContextConfig {
    /** The path parameter that names a council whose figures' version the route needs. */
    versionOf?: 'council'
  }
  interface FastifyInstance {
    startSession: (input: {
      personId: string
      assignmentId?: string
      request: FastifyRequest
      reply: FastifyReply
    }) => Promise<void>
    endSession: (input: { request: FastifyRequest; reply: FastifyReply }) => Promise<void>
  }
}

type Options = { database: Database; clock: Clock; log: Log; mode: Mode }

/**
 * A `__Host-` cookie must be Secure, which plain HTTP clients refuse. Fictional data on a laptop may
 * travel over plain HTTP; a live service may not.
 */
function cookieFor(request: FastifyRequest, mode: Mode) {
  const secure = mode === 'live' || request.protocol === 'https'
  return {
    name: secure ? '__Host-accord' : 'accord',
    options: { httpOnly: true, path: '/', sameSite: 'strict' as const, secure },
  }
}

export const session = fastifyPlugin(async (app: FastifyInstance, options: Options) => {
  const { database, clock, log, mode } = options
  const freshness = createFreshness(database)
  app.addHook('onClose', () => freshness.close())
  // Parsed where one is looked for, not for every request.
  await app.register(cookie, { hook: false })
  app.decorateRequest('session', null)
  app.decorateRequest('figuresVersion', null)
  app.decorateRequest('snapshot', null)

  function tokenOf(request: FastifyRequest): string | undefined {
    const { cookie: sent } = request.headers
    return sent === undefined ? undefined : app.parseCookie(sent)[cookieFor(request, mode).name]
  }

  function isCurrent(record: SessionRecord): boolean {
    const now = clock.instant().getTime()
    return now < record.expiresAt && now - record.lastSeenAt < IDLE
  }

  function touch(record: SessionRecord): void {
    const now = clock.instant()
    if (now.getTime() - record.lastSeenAt < TOUCH_AFTER) return
    database.pool
      .query('UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [record.id, now])
      .catch((error: unknown) => log.warn({ err: error }, 'session not touched'))
  }

  function recognise(request: FastifyRequest, fresh: Fresh): void {
    request.figuresVersion = fresh.figuresVersion
    request.snapshot = fresh.snapshot
    const record = fresh.session
    if (record === null || !isCurrent(record)) return
    touch(record)
    request.session = {
      sessionId: record.id,
      actor: {
        personId: record.personId,
        name: record.name,
        roles: record.roles,
        assignmentId: record.assignmentId,
      },
    }
  }

  function recogniseFor({ versionOf }: FastifyContextConfig): onRequestHookHandler {
    return (request, _reply, done) => {
      const token = tokenOf(request)
      if (token === undefined) {
        done()
        return
      }
      const council =
        versionOf === undefined ? null : ((request.params as Record<string, string>)[versionOf] ?? null)
      freshness.ask({ token, council }, (error, fresh) => {
        if (fresh === null) {
          done(error as Error)
          return
        }
        recognise(request, fresh)
        done()
      })
    }
  }

  // Hung on each route that is not public when it is declared, so that no request asks what its route is.
  app.addHook('onRoute', (route) => {
    const { access = 'public' } = route.config ?? {}
    if (access !== 'public')
      route.onRequest = [recogniseFor(route.config ?? {}), route.onRequest ?? []].flat()
  })

  async function removeSessionOf(request: FastifyRequest): Promise<void> {
    const token = tokenOf(request)
    if (token === undefined) return
    await database.pool.query('DELETE FROM session WHERE token_hash = $1', [hashToken(token)])
  }

  app.decorate('startSession', async ({ personId, assignmentId = null, request, reply }) => {
    const token = randomBytes(32).toString('base64url')
    const now = clock.instant()
    await removeSessionOf(request)
    await database.pool.query('DELETE FROM session WHERE expires_at < $1', [now])
    await database.prisma.session.create({
      data: {
        tokenHash: hashToken(token),
        personId,
        assignmentId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + ABSOLUTE),
      },
    })
    const { name, options: attributes } = cookieFor(request, mode)
    reply.setCookie(name, token, { ...attributes, maxAge: ABSOLUTE / 1000 })
  })

  app.decorate('endSession', async ({ request, reply }) => {
    await removeSessionOf(request)
    const { name, options: attributes } = cookieFor(request, mode)
    reply.clearCookie(name, attributes)
  })
})
