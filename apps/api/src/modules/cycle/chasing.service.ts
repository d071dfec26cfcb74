import { formatDate, isOutstanding, lastDayOf, returnStateWord } from '@accord/domain'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { type Chased, chase, outstandingFor } from '#modules/notifications/notifications.service.ts'
import { asAtOf, quarterInContext } from '#modules/quarters/quarters.service.ts'
import { loadReturn } from '#modules/returns/returns.service.ts'
import { firstAnswer, type Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { changedReturn } from './changed-return.ts'
import { readCycle, writeExtension } from './cycle.queries.ts'
import type { ChangedReturn, extensionBody, Reminded } from './cycle.schemas.ts'

type Loaded = Awaited<ReturnType<typeof loadReturn>>

function refuseUnlessOutstanding({ parts, row }: Loaded): void {
  if (!parts.includes('officer')) {
    throw new Problem(
      'not-allowed',
      'Only a performance officer of a council it is registered with may do this.',
    )
  }
  if (isOutstanding(row.state)) return
  throw new Problem(
    'not-possible',
    `This return is in: it is “${returnStateWord(row.state)}”. There is nothing to wait for.`,
  )
}

/** More time for one partnership and quarter: the return is taken until then, and late is still counted late. */
export async function extendReturn(
  context: Context,
  id: string,
  {
    version,
    body,
    asked,
  }: { version: number; body: z.output<typeof extensionBody>; asked: Idempotency | null },
): Promise<ChangedReturn> {
  const { until, reason } = body
  // Before the version is looked at: the first time moved it.
  const first = await firstAnswer(context, asked)
  if (first !== null) return first.body as ChangedReturn
  const read = await loadReturn(context, id)
  refuseUnlessOutstanding(read)
  if (read.row.version !== version) throw stale()
  const { closesOn } = read.row.quarter
  const latest = lastDayOf({ closesOn, extendedTo: context.today })
  if (until <= closesOn || until < context.today) {
    const detail = `The quarter closes on ${formatDate(closesOn)}. Choose a day after ${formatDate(latest)}.`
    throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/until', detail }] })
  }
  return answeredOnce(context, asked, async (client, inside) => {
    const { actor, now } = context
    const { personId } = actor
    const extension = { returnId: id, version, until, reason, personId, now }
    const { isWritten, before } = await writeExtension(client, extension)
    if (!isWritten) throw stale()
    await writeAudit(client, context, {
      ...{ action: 'return extension', subjectType: 'return', subjectId: id },
      oldValue: before,
      newValue: { until, reason },
      reason,
    })
    return changedReturn(inside, id)
  })
}

function toReminded(chased: readonly Chased[]): Reminded {
  return { returns: [...chased], people: new Set(chased.flatMap(({ people }) => people)).size }
}

async function chaseReturns(
  context: Context,
  {
    returnIds,
    subject,
  }: { returnIds: readonly string[]; subject: { subjectType: string; subjectId: string } },
): Promise<Reminded> {
  const chased = await inTransaction(context.database, async (client) => {
    const told = await chase(client, { context, returnIds })
    await writeAudit(client, context, {
      ...{ action: 'return reminder', ...subject, oldValue: null },
      newValue: { told: told.flatMap(({ people }) => people) },
      reason: null,
    })
    return told
  })
  return toReminded(chased)
}

/** Reminds those whose turn it is in one return. */
export async function chaseReturn(context: Context, id: string): Promise<Reminded> {
  const read = await loadReturn(context, id)
  refuseUnlessOutstanding(read)
  const closedOn = lastDayOf({ closesOn: read.row.quarter.closesOn, extendedTo: read.row.extendedTo })
  if (closedOn < context.today) {
    throw new Problem(
      'not-possible',
      `It closed on ${formatDate(closedOn)}. Give it more time, then chase it.`,
    )
  }
  return chaseReturns(context, { returnIds: [id], subject: { subjectType: 'return', subjectId: id } })
}

/** Reminds everyone whose turn it is in a quarter: each gets one mail, of all that is theirs. */
export async function chaseQuarter(
  context: Context,
  { quarter: key, council }: { quarter: string; council: string | null },
): Promise<Reminded> {
  const { database, today } = context
  const { index: quarterIndex, dates } = await quarterInContext(context, key, '#/path/quarter')
  const cycle = await readCycle(database.pool, { quarterIndex, council, asAt: asAtOf(dates, today) })
  const ofCouncil = new Set(cycle?.returns.map(({ id }) => id))
  const outstanding = await inTransaction(database, (client) =>
    outstandingFor(client, { today, quarterIndex, officerId: context.actor.personId }),
  )
  const returnIds = outstanding.filter((id) => ofCouncil.has(id))
  if (returnIds.length === 0) {
    throw new Problem(
      'not-possible',
      'Nothing is outstanding that may still be sent: there is nobody to chase.',
    )
  }
  return chaseReturns(context, { returnIds, subject: { subjectType: 'quarter', subjectId: key } })
}
