import {
  formatDate,
  hasBeenReceived,
  londonDate,
  may,
  parseQuarterKey,
  quarterEndsOn,
  quarterLabel,
  returnTimeliness,
  summariseReturns,
} from '@accord/domain'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import { makeReminders } from '#modules/notifications/notifications.service.ts'
import { asAtOf, listQuarters, quarterInContext } from '#modules/quarters/quarters.service.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import {
  type CycleRow,
  type ExpectedReturn,
  lockQuarter,
  moveDates,
  openQuarterNow,
  readCycle,
} from './cycle.queries.ts'
import type { Cycle, datesBody } from './cycle.schemas.ts'

export function indexOf(key: string): number {
  return parseQuarterKey(key) ?? 0
}

function unknownQuarter(quarterIndex: number) {
  return notFound(
    '#/path/quarter',
    `${quarterLabel(quarterIndex)} is not in the calendar. Choose one from /api/v1/quarters.`,
  )
}

/** Why a quarter cannot be opened; null when it can. */
function whyNotOpened(quarterIndex: number, openedAt: string | null, today: string): string | null {
  const label = quarterLabel(quarterIndex)
  if (openedAt !== null) return `${label} was opened on ${formatDate(londonDate(new Date(openedAt)))}.`
  const endsOn = quarterEndsOn(quarterIndex)
  return today > endsOn
    ? null
    : `${label} ends on ${formatDate(endsOn)}. It can be opened from the day after.`
}

function countsOf(returns: readonly ExpectedReturn[], today: string): Cycle['counts'] {
  const summary = summariseReturns(
    returns.map(({ submittedAt, dueOn }) =>
      returnTimeliness({ submittedAt: submittedAt === null ? null : new Date(submittedAt), dueOn, today }),
    ),
  )
  const { expected, onTime, late, missing, notYetDue, receivedPercent, onTimePercent } = summary
  const inState = (...states: string[]) => returns.filter(({ state }) => states.includes(state)).length
  return {
    ...{ expected, onTime, late, missing, notYetDue, receivedPercent, onTimePercent },
    received: onTime + late,
    toCheck: inState('submitted'),
    accepted: inState('accepted'),
    published: inState('published', 'restated'),
  }
}

const accepted: ReadonlySet<string> = new Set(['accepted', 'published', 'restated'])

export function notAccepted(returns: readonly ExpectedReturn[]): ExpectedReturn[] {
  return returns.filter(({ state }) => !accepted.has(state))
}

type Ruling = { action: Cycle['allowedActions'][number]; sentence: string | null }

/** What the reader may do with the quarter, and what stands in the way of the rest. */
function rulingsOf(
  row: CycleRow,
  {
    quarterIndex,
    council,
    today,
    isClosed,
  }: { quarterIndex: number; council: string | null; today: string; isClosed: boolean },
): Ruling[] {
  const notOpen = row.openedAt === null ? `${quarterLabel(quarterIndex)} has not been opened.` : null
  const outstanding = row.returns.filter(
    ({ state }) => !hasBeenReceived(state) || state === 'changes_requested',
  )
  const published = row.publications.find((publication) => publication.council.id === council)
  const waiting = row.returns.filter(({ state }) => state === 'accepted').length
  const missing = notAccepted(row.returns).length
  const whyNotPublished = () => {
    if (notOpen !== null) return notOpen
    if (council === null) return 'Choose a council: each publishes its own quarter.'
    if (published !== undefined && waiting === 0) {
      return `It was published on ${formatDate(londonDate(new Date(published.publishedAt)))}.`
    }
    return null
  }
  const whyNotChased = () =>
    notOpen ?? (outstanding.length === 0 ? 'Nothing is outstanding: there is nobody to chase.' : null)
  return [
    { action: 'open', sentence: whyNotOpened(quarterIndex, row.openedAt, today) },
    { action: 'move_dates', sentence: null },
    { action: 'chase', sentence: isClosed && missing === 0 ? 'Every return is in.' : whyNotChased() },
    { action: 'publish', sentence: whyNotPublished() },
  ]
}

export async function getCycle(
  context: Context,
  { quarter: key, council }: { quarter: string; council: string | null },
): Promise<Cycle> {
  const { database, today, actor } = context
  const about = await quarterInContext(context, key, '#/path/quarter')
  const row = await readCycle(database.pool, {
    quarterIndex: about.index,
    council,
    asAt: asAtOf(about.dates, today),
  })
  if (row === undefined) throw unknownQuarter(about.index)
  const isClosed = about.dates.closesOn < today
  const mayManage = may(
    actor.roles.map(({ role }) => role),
    'cycle:manage',
  )
  const rulings = mayManage ? rulingsOf(row, { quarterIndex: about.index, council, today, isClosed }) : []
  const quarters = await listQuarters(context)
  const { version, openedAt, openedBy, dateChanges, publications, chased } = row
  return {
    version,
    quarter: about.quarter,
    previous: about.previous,
    next: about.next,
    ...{ today, openedAt, openedBy, isClosed, dateChanges, publications, chased },
    counts: countsOf(row.returns, today),
    nextToOpen: quarters.find((quarter) => parseQuarterKey(quarter.key) === row.nextIndex) ?? null,
    notIn: notAccepted(row.returns).map(({ partnership }) => partnership),
    allowedActions: rulings.flatMap(({ action, sentence }) => (sentence === null ? [action] : [])),
    blockedBecause: rulings.flatMap(({ action, sentence }) =>
      sentence === null ? [] : [{ action, sentence }],
    ),
  }
}

/** Opens a quarter: makes its returns, and tells those whose they are. */
export async function openQuarter(context: Context, key: string, asked: Idempotency | null): Promise<Cycle> {
  const quarterIndex = indexOf(key)
  const { actor, now, today } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const quarter = await lockQuarter(client, quarterIndex)
    if (quarter === undefined) throw unknownQuarter(quarterIndex)
    const why = whyNotOpened(quarterIndex, quarter.openedAt, today)
    if (why !== null) throw new Problem('not-possible', why)
    const { personId } = actor
    const endsOn = quarterEndsOn(quarterIndex)
    const returns = await openQuarterNow(client, { quarterIndex, personId, now, today, endsOn })
    await makeReminders(client, { today, now, quarterIndex })
    await writeAudit(client, context, {
      ...{ action: 'quarter open', subjectType: 'quarter', subjectId: key },
      oldValue: { openedAt: null },
      newValue: { openedAt: now, returns },
      reason: null,
    })
    return getCycle(inside, { quarter: key, council: null })
  })
}

function refuseDisorder({ opensOn, dueOn, closesOn }: z.output<typeof datesBody>): void {
  const part = (field: string, detail: string) => ({ pointer: `#/body/${field}`, detail })
  const parts = [
    ...(dueOn < opensOn
      ? [part('dueOn', 'Returns cannot be due before they open. Choose a later day.')]
      : []),
    ...(closesOn < dueOn
      ? [part('closesOn', 'A quarter cannot close before it is due. Choose a later day.')]
      : []),
  ]
  if (parts.length === 0) return
  throw new Problem('invalid-request', parts.map(({ detail }) => detail).join(' '), { parts })
}

export async function moveQuarterDates(
  context: Context,
  key: string,
  { version, body, asked }: { version: number; body: z.output<typeof datesBody>; asked: Idempotency | null },
): Promise<Cycle> {
  refuseDisorder(body)
  const quarterIndex = indexOf(key)
  const { reason, ...to } = body
  return answeredOnce(context, asked, async (client, inside) => {
    const quarter = await lockQuarter(client, quarterIndex)
    if (quarter === undefined) throw unknownQuarter(quarterIndex)
    if (quarter.version !== version) throw stale()
    const { openedAt: _, version: __, ...from } = quarter
    const isSame = from.opensOn === to.opensOn && from.dueOn === to.dueOn && from.closesOn === to.closesOn
    if (isSame) throw new Problem('not-possible', 'These are its dates already. Change at least one of them.')
    const { personId } = context.actor
    await moveDates(client, { quarterIndex, from, to, reason, personId, now: context.now })
    await writeAudit(client, context, {
      ...{ action: 'quarter dates change', subjectType: 'quarter', subjectId: key },
      oldValue: from,
      newValue: to,
      reason,
    })
    return getCycle(inside, { quarter: key, council: null })
  })
}
