import { type ReturnAction, stateAfter, whyCannot } from '@accord/domain'
import type { PoolClient } from 'pg'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem, type ProblemCode } from '#api/problem.ts'
import { inTransaction, within } from '#api/transaction.ts'
import { notifyOfMove } from '#modules/notifications/notifications.service.ts'
import { firstAnswer, type Idempotency, rememberAnswer } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { writeMove, writeSubmission } from './moves.queries.ts'
import { finaliseFigures } from './record.queries.ts'
import { recordReturn } from './record.service.ts'
import type { ReadReturn } from './return-standing.ts'
import type { QuarterlyReturn } from './returns.schemas.ts'
import { getReturn, loadReturn } from './returns.service.ts'

type Asked = {
  id: string
  action: ReturnAction
  reason: string | null
  version: number
  /** The same request sent again is answered as it was the first time. */
  idempotency?: Idempotency | null
}

const codeOf: Readonly<Record<string, ProblemCode>> = {
  not_your_part: 'not-allowed',
  entered_figures: 'not-allowed',
  reason_needed: 'invalid-request',
}

function refuse(read: ReadReturn, { action, reason }: Asked): void {
  const obstacles = whyCannot({ ...read.standing, action, reason })
  const [first] = obstacles
  if (first === undefined) return
  throw new Problem(
    codeOf[first.code] ?? 'not-possible',
    obstacles.map(({ sentence }) => sentence).join(' '),
    {
      parts: obstacles.map(({ code, sentence, pointer }) => ({
        pointer: pointer === null ? `#/return/${code}` : `#/body${pointer}`,
        detail: sentence,
      })),
    },
  )
}

/** Never before what happened last: a demonstration’s day has no other order than its clock’s. */
function momentAfter({ row }: ReadReturn, now: Date): Date {
  const last = row.events.at(-1)?.at
  return last === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(last) + 1))
}

async function carryOut(
  client: PoolClient,
  read: ReadReturn,
  { context, action, at }: { context: Context; action: ReturnAction; at: Date },
): Promise<void> {
  const { personId } = context.actor
  if (action === 'sign_off') {
    await recordReturn(client, read, { context, at })
    await writeSubmission(client, { returnId: read.row.id, personId, at })
  }
  if (action === 'accept') {
    await finaliseFigures(
      client,
      read.owed.map(({ row }) => row.indicatorId),
      { quarterIndex: read.row.quarter.index, personId, at, reason: 'The return was accepted' },
    )
  }
}

/**
 * One move in the life of a return: guarded by the domain’s rules and by its version, kept with its reason, and told
 * to those concerned, all in one transaction.
 */
export async function moveReturn(context: Context, asked: Asked): Promise<QuarterlyReturn> {
  const first = await firstAnswer(context, asked.idempotency ?? null)
  if (first !== null) return first.body as QuarterlyReturn
  const { id, action, reason, version } = asked
  const read = await loadReturn(context, id)
  refuse(read, asked)
  if (read.row.version !== version) throw stale()
  const { state: from } = read.row
  const to = stateAfter(from, action)
  if (to === null) throw stale()
  const at = momentAfter(read, context.now)
  return inTransaction(context.database, async (client) => {
    const { personId } = context.actor
    const isMoved = await writeMove(client, {
      ...{ returnId: id, personId, action, from, to, version, at, reason },
    })
    if (!isMoved) throw stale()
    await carryOut(client, read, { context, action, at })
    await notifyOfMove(client, { context, returnId: id, action, reason })
    const moved = await getReturn({ ...context, database: within(context.database, client) }, id)
    await rememberAnswer(client, context, { asked: asked.idempotency ?? null, body: moved })
    await writeAudit(
      client,
      { actor: context.actor, now: at },
      {
        action: `return ${action.replaceAll('_', ' ')}`,
        subjectType: 'return',
        subjectId: id,
        oldValue: { state: from },
        newValue: { state: to },
        reason,
      },
    )
    return moved
  })
}
