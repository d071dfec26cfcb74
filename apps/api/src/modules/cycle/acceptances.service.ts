import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import { moveReturn } from '#modules/returns/moves.service.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import type { Acceptances, acceptancesBody } from './cycle.schemas.ts'

type Asked = z.output<typeof acceptancesBody>['returns'][number]

/** Each return has a key of its own, so that what was done is not done again where the rest was not. */
function keyOf(asked: Idempotency | null, id: string): Idempotency | null {
  return asked === null ? null : { ...asked, key: hash('sha256', `${asked.key} ${id}`) }
}

async function acceptOne(
  context: Context,
  { id, version }: Asked,
  idempotency: Idempotency | null,
): Promise<Acceptances['results'][number]> {
  try {
    await moveReturn(context, { id, version, action: 'accept', reason: null, idempotency })
    return { id, outcome: 'accepted', sentence: null }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return { id, outcome: 'refused', sentence: error.message }
  }
}

/** Accepts returns one by one, by the rules of every other move: one that is refused holds up none. */
export async function acceptReturns(
  context: Context,
  { returns }: z.output<typeof acceptancesBody>,
  asked: Idempotency | null,
): Promise<Acceptances> {
  const results: Acceptances['results'] = []
  for (const row of returns) results.push(await acceptOne(context, row, keyOf(asked, row.id)))
  return { results }
}
