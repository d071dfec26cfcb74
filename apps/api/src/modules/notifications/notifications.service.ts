import { noticeOf, type ReminderKind, type ReturnAction, reminderKinds, reminderLabel } from '@accord/domain'
import type { PoolClient } from 'pg'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { inTransaction } from '#api/transaction.ts'
import { noticeOfAssignment, noticesOfChase, noticesOfDay, noticesOfMove, questionWords } from './notices.ts'
import {
  enqueueMail,
  insertNotices,
  markRead,
  type Notice,
  type NotificationRow,
  readLeads,
  readNotifications,
  readOutstanding,
  readSettings,
  readToldReturns,
  type SettingRow,
  writeSetting,
} from './notifications.queries.ts'
import type { Notification, ReminderSetting } from './notifications.schemas.ts'

type Moment = Pick<Context, 'today' | 'now'>

async function switchedOff(client: PoolClient): Promise<ReadonlySet<ReminderKind>> {
  const off = new Set((await readSettings(client)).filter(({ isOn }) => !isOn).map(({ kind }) => kind))
  return new Set(reminderKinds.filter((kind) => off.has(kind)))
}

async function tell(
  client: PoolClient,
  notices: readonly Notice[],
  { today, now, again }: Moment & { again: boolean },
): Promise<Notice[]> {
  if (notices.length === 0) return []
  const written = await insertNotices(client, notices, { today, now, again })
  await enqueueMail(
    client,
    written.map(({ personId }) => personId),
  )
  return written
}

/**
 * Tells those concerned that a return moved: on screen, and by a mail that is asked for in the same transaction.
 * Call it after the move is written and before its audit, whose lock comes last. A move that tells nobody, and a
 * kind that is switched off, write nothing.
 */
export async function notifyOfMove(
  client: PoolClient,
  move: { context: Context; returnId: string; action: ReturnAction; reason: string | null },
): Promise<void> {
  const { context, returnId, action, reason } = move
  const kind = noticeOf(action)
  if (kind === null || kind === 'assigned' || (await switchedOff(client)).has(kind)) return
  const { actor, today } = context
  const notices = (await readToldReturns(client, today, [returnId])).flatMap((told) =>
    noticesOfMove(told, kind, { actorId: actor.personId, by: actor.name, reason, today }),
  )
  await tell(client, notices, { ...context, again: true })
}

/** Tells a colleague that a part of a return was handed to them. `what`: such as 'Narrative'. */
export async function notifyOfAssignment(
  client: PoolClient,
  {
    context,
    returnId,
    personId,
    what,
  }: { context: Context; returnId: string; personId: string; what: string },
): Promise<void> {
  if ((await switchedOff(client)).has('assigned')) return
  const { actor, today } = context
  const notices = (await readToldReturns(client, today, [returnId])).map((told) =>
    noticeOfAssignment(told, { personId, by: actor.name, what, today }),
  )
  await tell(client, notices, { ...context, again: true })
}

/** Tells those who lead a partnership that a member asked something of it, also before its return is made. */
export async function notifyOfQuestion(
  client: PoolClient,
  {
    context,
    partnershipId,
    ...about
  }: { context: Context; partnershipId: string; quarterIndex: number; dueOn: string; text: string },
): Promise<void> {
  const kind = 'question_asked'
  if ((await switchedOff(client)).has(kind)) return
  const { quarterIndex } = about
  const { partnership, returnId, leads } = await readLeads(client, { partnershipId, quarterIndex })
  const { subject, sentence: body } = questionWords({ partnership, ...about }, context)
  const notices = leads.map((personId) => ({ personId, returnId, kind, subject, body }))
  await tell(client, notices, { ...context, again: true })
}

/** The reminders of the day, for one quarter or for all that are open; those made before are not made again. */
export async function makeReminders(
  client: PoolClient,
  { today, now, quarterIndex = null }: Moment & { quarterIndex?: number | null },
): Promise<number> {
  const off = await switchedOff(client)
  const outstanding = await readOutstanding(client, { today, quarterIndex })
  const notices = outstanding.flatMap((told) => noticesOfDay(told, { today, switchedOff: off }))
  return (await tell(client, notices, { today, now, again: false })).length
}

export type Chased = { returnId: string; partnership: string; people: string[]; toldToday: string[] }

/** Chases by hand what is outstanding among these returns: nobody is told twice on one day. */
export async function chase(
  client: PoolClient,
  { context, returnIds }: { context: Context; returnIds: readonly string[] },
): Promise<Chased[]> {
  const { today } = context
  const returns = await readToldReturns(client, today, returnIds)
  const notices = returns.flatMap((told) => noticesOfChase(told, today))
  const written = new Set(await tell(client, notices, { ...context, again: false }))
  return returns.map((told) => {
    const people = [...told.leads, ...told.signatories, ...told.contributors]
    const named = (isNew: boolean) =>
      notices
        .filter((notice) => notice.returnId === told.id && written.has(notice) === isNew)
        .map(({ personId }) => people.find(({ id }) => id === personId)?.name ?? '')
    return { returnId: told.id, partnership: told.partnership, people: named(true), toldToday: named(false) }
  })
}

/** What is outstanding in a quarter among the partnerships that are significant to a council of this officer. */
export async function outstandingFor(
  client: PoolClient,
  { today, quarterIndex, officerId }: { today: string; quarterIndex: number; officerId: string },
): Promise<string[]> {
  const outstanding = await readOutstanding(client, { today, quarterIndex })
  return outstanding.filter(({ officers }) => officers.some(({ id }) => id === officerId)).map(({ id }) => id)
}

const toNotification = ({ readAt, ...row }: NotificationRow): Notification => ({
  ...row,
  readAt,
  isRead: readAt !== null,
})

export async function listNotifications({ database, actor }: Context): Promise<Notification[]> {
  return (await readNotifications(database, actor.personId)).map(toNotification)
}

export async function readNotification({ database, actor, now }: Context, id: string): Promise<Notification> {
  const row = await markRead(database, { id, personId: actor.personId, now })
  if (row === undefined) {
    throw notFound('#/path/id', `You have no notification ${id}. Choose one from /api/v1/notifications.`)
  }
  return toNotification(row)
}

function toSettings(rows: readonly SettingRow[]): ReminderSetting[] {
  return reminderKinds.map((kind) => {
    const row = rows.find((candidate) => candidate.kind === kind)
    return {
      ...{ kind, label: reminderLabel(kind), isOn: row?.isOn ?? true },
      changedBy: row?.changedBy ?? null,
      changedAt: row?.changedAt ?? null,
    }
  })
}

export async function listReminderSettings({ database }: Context): Promise<ReminderSetting[]> {
  return toSettings(await readSettings(database.pool))
}

/** Only what differs is written, so that the record says who last changed each. */
export async function changeReminderSettings(
  context: Context,
  asked: readonly { kind: ReminderKind; isOn: boolean }[],
): Promise<ReminderSetting[]> {
  const { actor, now } = context
  await inTransaction(context.database, async (client) => {
    const before = new Map(toSettings(await readSettings(client)).map(({ kind, isOn }) => [kind, isOn]))
    for (const { kind, isOn } of asked.filter((setting) => before.get(setting.kind) !== setting.isOn)) {
      await writeSetting(client, { kind, isOn, personId: actor.personId, now })
      await writeAudit(client, context, {
        ...{ action: 'reminder setting change', subjectType: 'reminder setting', subjectId: kind },
        oldValue: { isOn: !isOn },
        newValue: { isOn },
        reason: null,
      })
    }
  })
  return listReminderSettings(context)
}
