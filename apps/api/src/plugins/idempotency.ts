import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'

const LONGEST_KEY = 255

/** One request as its sender names it: sent again under the same key, it is answered as it was the first time. */
export type Idempotency = { key: string; route: string; requestHash: Buffer }

/** Null where the sender gave no key. */
export function idempotencyOf(request: FastifyRequest): Idempotency | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || key.trim() === '' || key.length > LONGEST_KEY) {
    throw keyProblem(`Write an Idempotency-Key of 1 to ${LONGEST_KEY} characters, for example a UUID.`)
  }
  const route = `${request.method} ${request.url}`
  const { body } = request
  const hashed = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null)
  return {
    key,
    route,
    requestHash: Buffer.from(hash('sha256', hashed, 'hex'), 'hex'),
  }
}

function keyProblem(detail: string): Problem {
  return new Problem('invalid-request', detail, {
    parts: [{ pointer: '#/header/Idempotency-Key', detail }],
  })
}

type Answer = { route: string; requestHash: Buffer; body: unknown }

/** The first answer; null where there was none yet. Refuses a key that named another request. */
export async function firstAnswer(
  { database, actor }: Context,
  asked: Idempotency | null,
): Promise<{ body: unknown } | null> {
  if (asked === null) return null
  const { rows } = await database.pool.query<Answer>(
    'SELECT route, request_hash AS "requestHash", body FROM idempotent_answer WHERE person_id = $1 AND key = $2',
    [actor.personId, asked.key],
  )
  const [found] = rows
  if (found === undefined) return null
  if (found.route !== asked.route || !found.requestHash.equals(asked.requestHash)) {
    throw keyProblem('This Idempotency-Key named another request. Give each request a key of its own.')
  }
  return { body: found.body }
}

/** Keeps the answer in the transaction that it is about. */
export async function rememberAnswer(
  client: PoolClient,
  { actor, now }: Context,
  { asked, body }: { asked: Idempotency | null; body: unknown },
): Promise<void> {
  if (asked === null) return
  await client.query(
    `INSERT INTO idempotent_answer (person_id, key, route, request_hash, status, body, created_at)
     VALUES ($1, $2, $3, $4, 200, $5, $6) ON CONFLICT DO NOTHING`,
    [actor.personId, asked.key, asked.route, asked.requestHash, JSON.stringify(body), now],
  )
}
