import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Log } from '#api/log.ts'
import { Problem, type ProblemCode } from '#api/problem.ts'
import { validationParts } from './validation-parts.ts'

const DATABASE_DOWN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  // Prisma’s own names for the same.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
])

const byFastifyCode: Record<string, { code: ProblemCode; detail: string }> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    code: 'unreadable-request',
    detail: 'The body is not JSON. Check its commas and quotes.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'unreadable-request', detail: 'The body is empty. Send JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'unreadable-request',
    detail: 'The body is not as long as it says.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported-media-type',
    detail: 'Send the body as application/json.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too-large', detail: 'The body is larger than this address takes.' },
}

function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const parts = validationParts(error)
    return new Problem('invalid-request', parts.map((part) => part.detail).join(' '), { parts })
  }
  const known = byFastifyCode[error.code]
  if (known !== undefined) return new Problem(known.code, known.detail)
  if (
    DATABASE_DOWN.has(error.code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  ) {
    return new Problem(
      'database-unavailable',
      'The figures cannot be read just now. Wait a minute, then try again.',
    )
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('unreadable-request', 'The request was not understood.')
  }
  return new Problem(
    'unexpected',
    'The fault has been recorded. Try again; if it comes back, tell your performance officer.',
  )
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterSeconds !== null) reply.header('retry-after', String(problem.retryAfterSeconds))
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.body())
}

export const errors = fastifyPlugin(async (app: FastifyInstance, { log }: { log: Log }) => {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const problem = asProblem(error)
    if (problem.status >= 500) {
      // The path and not the query: a reader may search for what nobody else should see.
      const { method, routeOptions } = request
      log.error({ err: error, method, route: routeOptions.url }, 'request failed')
    }
    return sendProblem(reply, problem)
  })
})
