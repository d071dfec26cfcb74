import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '@accord/database'
import type { ZodTypeProvider } from '@fastify/type-provider-zod'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { actorOf } from './plugins/access.ts'
import { Problem as ProblemShape } from './wire/problem.ts'

/** What a module's routes are given. */
export type Services = { database: Database; clock: Clock; config: Config }

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The problems a route can answer with, for its response schema. */
export function problemsOf<const S extends number>(...statuses: S[]): Record<S, typeof ProblemShape> {
  return Object.fromEntries(statuses.map((status) => [status, ProblemShape])) as Record<
    S,
    typeof ProblemShape
  >
}

export const LIST_FORMATS = ['application/json', 'text/csv']

export function contextOf(request: FastifyRequest, { database, clock }: Services): Context {
  return { database, actor: actorOf(request), today: clock.today(), now: clock.now() }
}
