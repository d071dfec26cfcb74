import { parseQuarterKey, sectionTitle } from '@accord/domain'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import { matchesFlag } from '#api/listing.ts'
import { notFound, Problem } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { notifyOfAssignment } from '#modules/notifications/notifications.service.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import { insertAssignment, withdraw } from './assignments.queries.ts'
import { type HistoryRow, readCellHistory } from './cells.queries.ts'
import { noSuchReturn } from './cells.service.ts'
import { onlyHandedOver } from './invited-view.ts'
import { mayReadCell, toQuarterlyReturn, toSummary } from './return-detail.ts'
import { type ReadReturn, readStanding } from './return-standing.ts'
import { listReturnIds, readReturns } from './returns.queries.ts'
import type {
  assignmentBody,
  assignmentParameters,
  QuarterlyReturn,
  ReturnSummary,
  returnsQuery,
} from './returns.schemas.ts'

export async function loadReturn(context: Context, id: string): Promise<ReadReturn> {
  const [row] = await readReturns(context, [id])
  if (row === undefined) throw noSuchReturn(id)
  return readStanding(row, context)
}

export async function getReturn(context: Context, id: string): Promise<QuarterlyReturn> {
  const read = await loadReturn(context, id)
  const whole = toQuarterlyReturn(read, context)
  const { assignmentId = null } = context.actor
  if (assignmentId === null) return whole
  // Another return is not there for someone whose link opens this one.
  if (!read.parts.includes('contributor')) throw noSuchReturn(id)
  return onlyHandedOver(whole, read, assignmentId)
}

/** Every change of one answer, for whoever may see the answer. */
export async function getCellHistory(context: Context, id: string, cell: string): Promise<HistoryRow[]> {
  const read = await loadReturn(context, id)
  if (!mayReadCell(read, context)(cell)) {
    throw notFound('#/query/cell', `This return has no answer called ${cell}.`)
  }
  return readCellHistory(context.database, id, cell)
}

const isMine = ({ parts }: ReadReturn) => parts.some((part) => part !== 'officer')

export async function listReturns(
  context: Context,
  query: z.output<typeof returnsQuery>,
): Promise<ReturnSummary[]> {
  const quarter = await quarterInContext(context, query.quarter)
  const ids = await listReturnIds(context, {
    quarterIndex: query.quarter === undefined ? quarter.index : (parseQuarterKey(query.quarter) ?? 0),
    council: query.council ?? null,
    partnership: query.partnership ?? null,
  })
  const rows = await readReturns(context, ids)
  return rows
    .map((row) => readStanding(row, context))
    .filter((read) => matchesFlag(query.mine, isMine(read)))
    .filter(({ row }) => query.state === undefined || row.state === query.state)
    .map((read) => toSummary(read, context))
}

export function refuseOthers({ parts, lock }: ReadReturn): void {
  if (!parts.includes('lead')) {
    throw new Problem('not-allowed', 'Only the partnership’s lead may hand over its sections.')
  }
  if (lock !== null) throw new Problem('not-possible', lock.sentence)
}

export async function assignSection(
  context: Context,
  id: string,
  { section, cells, personId }: z.output<typeof assignmentBody>,
): Promise<QuarterlyReturn> {
  const read = await loadReturn(context, id)
  refuseOthers(read)
  const isColleague = read.row.people.some(
    (person) => person.id === personId && person.role === 'contributor',
  )
  if (!isColleague) {
    const detail = 'This person does not contribute to the partnership. Choose one of its contributors.'
    throw new Problem('invalid-request', detail, { parts: [{ pointer: '#/body/personId', detail }] })
  }
  await inTransaction(context.database, async (client) => {
    await insertAssignment(client, context, { returnId: id, section, cells, personId })
    await notifyOfAssignment(client, { context, returnId: id, personId, what: sectionTitle(section) })
  })
  return getReturn(context, id)
}

export async function withdrawAssignment(
  context: Context,
  { id, assignment }: z.output<typeof assignmentParameters>,
): Promise<QuarterlyReturn> {
  refuseOthers(await loadReturn(context, id))
  await withdraw(context, { returnId: id, assignmentId: assignment })
  return getReturn(context, id)
}
