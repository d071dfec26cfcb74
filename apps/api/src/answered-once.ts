import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { inTransaction, within } from '#api/transaction.ts'
import { firstAnswer, type Idempotency, rememberAnswer } from '#plugins/idempotency.ts'

/**
 * Does something in one transaction and keeps its answer there, so that the same request sent again is answered
 * the same and not done twice. `work` reads through its context what it wrote through its client.
 */
export async function answeredOnce<Body>(
  context: Context,
  asked: Idempotency | null,
  work: (client: PoolClient, context: Context) => Promise<Body>,
): Promise<Body> {
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as Body
  return inTransaction(context.database, async (client) => {
    const body = await work(client, { ...context, database: within(context.database, client) })
    await rememberAnswer(client, context, { asked, body })
    return body
  })
}
