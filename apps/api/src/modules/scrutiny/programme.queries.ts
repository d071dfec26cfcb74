import type { RecordAccess, WorkKind, WorkState } from '@accord/domain'
import type { PoolClient } from 'pg'
import { change, insert } from './writes.queries.ts'

type Marked = { access: RecordAccess; paragraph: number | null }

export type NewWorkItem = Marked & {
  councilId: string
  kind: WorkKind
  title: string
  purpose: string
  partnershipId: string | null
  meetingId: string | null
  plannedOn: string
  personId: string
}

export function insertWorkItem(client: PoolClient, item: NewWorkItem): Promise<string> {
  return insert(
    client,
    `INSERT INTO work_item (id, council_id, kind, title, purpose, partnership_id, meeting_id, planned_on, access,
       exempt_paragraph, created_by_id)
     VALUES (gen_random_uuid(), $1, $2::work_kind, $3, $4, $5, $6, $7::date, $8::access_level, $9, $10) RETURNING id`,
    [
      item.councilId,
      item.kind,
      item.title,
      item.purpose,
      item.partnershipId,
      item.meetingId,
      item.plannedOn,
      item.access,
      item.paragraph,
      item.personId,
    ],
  )
}

export function changeWorkItemRow(
  client: PoolClient,
  changed: {
    id: string
    version: number
    title: string
    purpose: string
    plannedOn: string
    meetingId: string | null
  },
): Promise<boolean> {
  const { id, version, title, purpose, plannedOn, meetingId } = changed
  return change(
    client,
    `UPDATE work_item SET title = $3, purpose = $4, planned_on = $5::date, meeting_id = $6, version = version + 1
     WHERE id = $1 AND version = $2 AND state IN ('planned', 'under_way')`,
    [id, version, title, purpose, plannedOn, meetingId],
  )
}

export function moveWorkItemRow(
  client: PoolClient,
  {
    id,
    version,
    from,
    to,
    findings,
  }: { id: string; version: number; from: WorkState; to: WorkState; findings: string | null },
): Promise<boolean> {
  return change(
    client,
    `UPDATE work_item SET state = $4::work_state, findings = coalesce($5, findings), version = version + 1
     WHERE id = $1 AND version = $2 AND state = $3::work_state`,
    [id, version, from, to, findings],
  )
}

/** Whether a meeting is one of the council’s scrutiny committee. */
export async function isScrutinyMeeting(
  client: PoolClient,
  { id, councilId }: { id: string; councilId: string },
): Promise<boolean> {
  const text = "SELECT FROM meeting WHERE id = $1 AND council_id = $2 AND body = 'scrutiny'"
  return (await client.query(text, [id, councilId])).rowCount === 1
}

export function insertInterviewNote(
  client: PoolClient,
  note: Marked & {
    councilId: string
    partnershipId: string
    personId: string
    withWhom: string
    heldOn: string
    text: string
    at: Date
  },
): Promise<string> {
  const { councilId, partnershipId, withWhom, heldOn, text, access, paragraph, personId, at } = note
  return insert(
    client,
    `INSERT INTO interview_note (id, council_id, partnership_id, with_whom, held_on, text, access, exempt_paragraph,
       recorded_by_id, recorded_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4::date, $5, $6::access_level, $7, $8, $9) RETURNING id`,
    [councilId, partnershipId, withWhom, heldOn, text, access, paragraph, personId, at],
  )
}
