import {
  may,
  type NoteKind,
  notePermission,
  parseQuarterKey,
  quarterKey,
  quarterLabel,
  whyCannotNote,
} from '@accord/domain'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { notFound, Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import {
  type EventRow,
  insertEvent,
  insertMark,
  type MarkRow,
  type NotedIndicatorRow,
  readNotes,
  withdrawNote,
} from './indicator-notes.queries.ts'
import type {
  eventBody,
  IndicatorEvent,
  IndicatorNotes,
  markBody,
  ProcessMark,
} from './indicator-notes.schemas.ts'

/** Officers of a council that agreed it; of one that no council agreed, any. Leads of a partnership that answers for it. */
function standingOf(
  { actor }: Pick<Context, 'actor'>,
  { councils, owners }: NotedIndicatorRow,
  kind: NoteKind,
) {
  const mayNote = actor.roles.filter(({ role }) => may([role], notePermission[kind]))
  return {
    isOfficer: mayNote.some(
      ({ councilId }) => councilId !== null && (councils.length === 0 || councils.includes(councilId)),
    ),
    isLead: mayNote.some(({ partnershipId }) => partnershipId !== null && owners.includes(partnershipId)),
  }
}

const obstacleFor = (context: Pick<Context, 'actor'>, row: NotedIndicatorRow, kind: NoteKind) =>
  whyCannotNote(kind, standingOf(context, row, kind))

const toEvent = ({ quarterIndex, ...row }: EventRow): IndicatorEvent => ({
  quarter: quarterKey(quarterIndex),
  ...row,
})

const toMark = ({ quarterIndex, ...row }: MarkRow): ProcessMark => ({
  quarter: quarterKey(quarterIndex),
  ...row,
})

async function knownNotes(context: Pick<Context, 'database'>, id: string): Promise<NotedIndicatorRow> {
  const row = await readNotes(context, id)
  if (row !== undefined) return row
  throw notFound('#/path/id', `There is no indicator called ${id} here. Choose one from /api/v1/indicators.`)
}

export async function getNotes(context: Context, id: string): Promise<IndicatorNotes> {
  const row = await knownNotes(context, id)
  const rulings = (['event', 'process_mark'] as const).flatMap((kind) => {
    const sentence = obstacleFor(context, row, kind)
    return ([`add_${kind}`, `withdraw_${kind}`] as const).map((action) => ({ action, sentence }))
  })
  return {
    events: row.events.map(toEvent),
    processMarks: row.marks.map(toMark),
    allowedActions: rulings.flatMap(({ action, sentence }) => (sentence === null ? [action] : [])),
    blockedBecause: rulings.flatMap(({ action, sentence }) =>
      sentence === null ? [] : [{ action, sentence }],
    ),
  }
}

/** The indicator, for somebody who may note this about it. */
async function notable(context: Context, id: string, kind: NoteKind): Promise<NotedIndicatorRow> {
  const row = await knownNotes(context, id)
  const obstacle = obstacleFor(context, row, kind)
  if (obstacle !== null) throw new Problem('not-allowed', obstacle)
  return row
}

function noPlace({ quarter, organisation }: { quarter: string; organisation: string | null }): Problem {
  const detail =
    organisation === null
      ? `There is no quarter ${quarter} here. Choose one from /api/v1/quarters.`
      : `${organisation} has no figures of its own here, or there is no quarter ${quarter}. Choose a body of the breakdown.`
  const pointer = organisation === null ? '#/body/quarter' : '#/body/organisation'
  return new Problem('invalid-request', detail, { parts: [{ pointer, detail }] })
}

const placeIn = (row: NotedIndicatorRow, body: { quarter: string; organisation: string | null }) => ({
  indicatorId: row.recordId,
  quarterIndex: parseQuarterKey(body.quarter) ?? 0,
  organisation: body.organisation,
})

export async function addEvent(
  context: Context,
  id: string,
  { body, asked }: { body: z.output<typeof eventBody>; asked: Idempotency | null },
): Promise<IndicatorEvent> {
  const { actor, now } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const row = await notable(inside, id, 'event')
    const note = body.note === '' ? null : body.note
    const written = { title: body.title, note, personId: actor.personId, at: now }
    const made = await insertEvent(client, placeIn(row, body), written)
    if (made === null) throw noPlace(body)
    await writeAudit(client, context, {
      ...{ action: 'event add', subjectType: 'indicator', subjectId: id, oldValue: null, reason: null },
      newValue: { event: made, ...body, note },
    })
    return toEvent(found(await knownNotes(inside, id), 'events', made))
  })
}

export async function addMark(
  context: Context,
  id: string,
  { body, asked }: { body: z.output<typeof markBody>; asked: Idempotency | null },
): Promise<ProcessMark> {
  const { actor, now } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const row = await notable(inside, id, 'process_mark')
    const place = placeIn(row, body)
    const stands = row.marks.some(
      ({ quarterIndex, organisation, withdrawnOn }) =>
        withdrawnOn === null &&
        quarterIndex === place.quarterIndex &&
        (organisation?.id ?? null) === body.organisation,
    )
    if (stands) throw alreadyMarked(place.quarterIndex)
    const made = await insertMark(client, place, { reason: body.reason, personId: actor.personId, at: now })
    if (made === null) throw noPlace(body)
    await writeAudit(client, context, {
      ...{ action: 'process mark add', subjectType: 'indicator', subjectId: id, oldValue: null },
      ...{
        reason: body.reason,
        newValue: { mark: made, quarter: body.quarter, organisation: body.organisation },
      },
    })
    return toMark(found(await knownNotes(inside, id), 'marks', made))
  })
}

function alreadyMarked(quarterIndex: number): Problem {
  return new Problem(
    'not-possible',
    `Limits begin anew at ${quarterLabel(quarterIndex).toLowerCase()} already. Withdraw that mark first, or choose another quarter.`,
  )
}

function found<Kind extends 'events' | 'marks'>(
  row: NotedIndicatorRow,
  kind: Kind,
  id: string,
): NotedIndicatorRow[Kind][number] {
  const note = row[kind].find((one) => one.id === id)
  if (note !== undefined) return note
  throw notFound(
    kind === 'events' ? '#/path/event' : '#/path/mark',
    'There is nothing of that kind noted here. Read what is noted again.',
  )
}

async function withdraw(
  { context, client }: { context: Context; client: PoolClient },
  note: { id: string; quarterIndex: number; said: string },
  { indicator, kind }: { indicator: string; kind: NoteKind },
): Promise<void> {
  const { actor, now } = context
  const table = kind === 'event' ? 'indicator_event' : 'process_mark'
  if (!(await withdrawNote(client, table, { id: note.id, personId: actor.personId, at: now }))) {
    throw new Problem('not-possible', 'It has been withdrawn already. Read what is noted again.')
  }
  await writeAudit(client, context, {
    ...{ action: `${kind.replace('_', ' ')} withdraw`, subjectType: 'indicator', subjectId: indicator },
    ...{ oldValue: { id: note.id, quarter: quarterKey(note.quarterIndex), said: note.said } },
    ...{ newValue: null, reason: null },
  })
}

type Named = { id: string; note: string; asked: Idempotency | null }

export async function withdrawEvent(context: Context, { id, note, asked }: Named): Promise<IndicatorEvent> {
  return answeredOnce(context, asked, async (client, inside) => {
    const event = found(await notable(inside, id, 'event'), 'events', note)
    await withdraw({ context, client }, { ...event, said: event.title }, { indicator: id, kind: 'event' })
    return toEvent(found(await knownNotes(inside, id), 'events', note))
  })
}

export async function withdrawMark(context: Context, { id, note, asked }: Named): Promise<ProcessMark> {
  return answeredOnce(context, asked, async (client, inside) => {
    const mark = found(await notable(inside, id, 'process_mark'), 'marks', note)
    await withdraw(
      { context, client },
      { ...mark, said: mark.reason },
      { indicator: id, kind: 'process_mark' },
    )
    return toMark(found(await knownNotes(inside, id), 'marks', note))
  })
}
