import {
  isBlankText,
  isWorkOpen,
  whyCannotKeepScrutiny,
  whyCannotMoveWork,
  workMoveNeedsFindings,
} from '@accord/domain'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { answeredOnce } from '#api/answered-once.ts'
import { writeAudit } from '#api/audit.ts'
import type { Context } from '#api/context.ts'
import { rolesIn } from '#api/council-roles.ts'
import { Problem } from '#api/problem.ts'
import type { Idempotency } from '#plugins/idempotency.ts'
import { stale } from '#plugins/versions.ts'
import { changeWorkItemRow, insertWorkItem, isScrutinyMeeting, moveWorkItemRow } from './programme.queries.ts'
import { invalid, known, knownAt, refuse, refuseUnreadable } from './record-life.ts'
import type { workItemBody, workItemChangeBody, workItemMoveBody } from './scrutiny.bodies.ts'
import { readWorkItem, type WorkItemRow } from './scrutiny.queries.ts'
import type { WorkItem } from './scrutiny.schemas.ts'
import { loadScrutiny } from './scrutiny.service.ts'
import { toWorkItem } from './scrutiny-records.ts'

const noun = 'item'
const subjectType = 'work item'

async function refuseMeeting(
  client: PoolClient,
  { meetingId, councilId }: { meetingId: string | null; councilId: string },
): Promise<void> {
  if (meetingId === null || (await isScrutinyMeeting(client, { id: meetingId, councilId }))) return
  throw invalid('meetingId', 'The scrutiny committee has no such meeting. Choose one of its meetings.')
}

export async function addWorkItem(
  context: Context,
  council: string,
  { body, asked }: { body: z.output<typeof workItemBody>; asked: Idempotency | null },
): Promise<WorkItem> {
  const { actor } = context
  return answeredOnce(context, asked, async (client, inside) => {
    const row = await loadScrutiny(inside, { council, partnership: body.partnership }, 'body')
    const councilId = row.council.recordId
    refuse(whyCannotKeepScrutiny(rolesIn(actor, councilId)))
    refuseUnreadable(context, councilId, body.access)
    await refuseMeeting(client, { meetingId: body.meetingId, councilId })
    const { partnership: _, ...item } = body
    const partnershipId = row.partnership?.recordId ?? null
    const id = await insertWorkItem(client, { ...item, councilId, partnershipId, personId: actor.personId })
    await writeAudit(client, context, {
      ...{
        action: 'work item add',
        subjectType,
        subjectId: id,
        oldValue: null,
        newValue: body,
        reason: null,
      },
    })
    return toWorkItem(known(context, await readWorkItem(client, id), noun), context)
  })
}

type Change<Body> = { id: string; version: number; body: Body; asked: Idempotency | null }

/** One change of an item, guarded by its version; `write` refuses what the rules do and answers what to keep of it. */
async function changeItem(
  context: Context,
  { id, version, asked }: Omit<Change<unknown>, 'body'>,
  write: (client: PoolClient, row: WorkItemRow) => Promise<{ action: string; newValue: object }>,
): Promise<WorkItem> {
  return answeredOnce(context, asked, async (client) => {
    const row = known(context, await readWorkItem(client, id), noun)
    refuse(whyCannotKeepScrutiny(rolesIn(context.actor, row.councilId)))
    knownAt(context, row, { noun, version })
    const { action, newValue } = await write(client, row)
    const { state, title, purpose, plannedOn, meeting } = row
    await writeAudit(client, context, {
      ...{ action, subjectType, subjectId: id, newValue, reason: null },
      oldValue: { state, title, purpose, plannedOn, meetingId: meeting?.id ?? null },
    })
    return toWorkItem(known(context, await readWorkItem(client, id), noun), context)
  })
}

/** Planned, under way, reported with what was found; or dropped, with why. */
export async function moveWorkItem(
  context: Context,
  change: Change<z.output<typeof workItemMoveBody>>,
): Promise<WorkItem> {
  const { id, version, body } = change
  return changeItem(context, change, async (client, row) => {
    const { to } = body
    const { state: from } = row
    refuse(whyCannotMoveWork({ from, to }, rolesIn(context.actor, row.councilId)))
    const findings = isBlankText(body.findings) ? null : body.findings
    if (findings === null && workMoveNeedsFindings(to)) {
      throw invalid('findings', to === 'reported' ? 'Write what was found.' : 'Say why it is dropped.')
    }
    if (!(await moveWorkItemRow(client, { id, version, from, to, findings }))) throw stale()
    return { action: 'work item move', newValue: { state: to, findings } }
  })
}

export async function changeWorkItem(
  context: Context,
  change: Change<z.output<typeof workItemChangeBody>>,
): Promise<WorkItem> {
  const { id, version, body } = change
  return changeItem(context, change, async (client, row) => {
    if (!isWorkOpen(row.state)) throw new Problem('not-possible', 'The item is over. Add a new one.')
    await refuseMeeting(client, { meetingId: body.meetingId, councilId: row.councilId })
    if (!(await changeWorkItemRow(client, { id, version, ...body }))) throw stale()
    return { action: 'work item change', newValue: body }
  })
}
