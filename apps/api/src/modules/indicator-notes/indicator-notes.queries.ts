import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { day, many, referenceOrNull } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'

type Noted = {
  id: string
  quarterIndex: number
  organisation: Reference | null
  addedBy: string
  addedOn: string
  withdrawnBy: string | null
  withdrawnOn: string | null
}

export type EventRow = Noted & { title: string; note: string | null }
export type MarkRow = Noted & { reason: string }

export type NotedIndicatorRow = {
  recordId: string
  councils: string[]
  owners: string[]
  events: EventRow[]
  marks: MarkRow[]
}

const london = (instant: string) => day(`${instant} AT TIME ZONE 'Europe/London'`)

const noted = (table: string, columns: string) =>
  many(`SELECT n.id, n.quarter_index AS "quarterIndex", ${referenceOrNull('b')} AS organisation, ${columns},
      adder.name AS "addedBy", ${london('n.added_at')} AS "addedOn",
      withdrawer.name AS "withdrawnBy", ${london('n.withdrawn_at')} AS "withdrawnOn"
    FROM ${table} n JOIN person adder ON adder.id = n.added_by_id
      LEFT JOIN person withdrawer ON withdrawer.id = n.withdrawn_by_id
      LEFT JOIN organisation b ON b.id = n.organisation_id
    WHERE n.indicator_id = i.id ORDER BY n.quarter_index DESC, n.added_at DESC, n.id`)

const NOTES = `
SELECT i.id AS "recordId",
  ARRAY(SELECT DISTINCT c.council_id::text FROM framework_indicator fi JOIN framework_council c USING (framework_id)
    WHERE fi.indicator_id = i.id) AS councils,
  ARRAY(SELECT DISTINCT fi.owner_id::text FROM framework_indicator fi
    WHERE fi.indicator_id = i.id AND fi.owner_id IS NOT NULL) AS owners,
  ${noted('indicator_event', 'n.title, n.note')} AS events,
  ${noted('process_mark', 'n.reason')} AS marks
FROM indicator i WHERE i.slug = $1`

/** All that was noted about an indicator, with whose it is. */
export async function readNotes(
  { database }: Pick<Context, 'database'>,
  slug: string,
): Promise<NotedIndicatorRow | undefined> {
  const { rows } = await database.pool.query<NotedIndicatorRow>(NOTES, [slug])
  return rows[0]
}

export type Place = { indicatorId: string; quarterIndex: number; organisation: string | null }
type Written = { personId: string; at: Date }

const PLACE = `$1::uuid, q.index, b.id FROM quarter q LEFT JOIN organisation b ON b.slug = $3
  WHERE q.index = $2 AND ($3::text IS NULL OR (b.id IS NOT NULL
    AND EXISTS (SELECT FROM measurement m WHERE m.indicator_id = $1 AND m.organisation_id = b.id)))`

/** Null where there is no such quarter, or no series of that body. */
export async function insertEvent(
  client: PoolClient,
  { indicatorId, quarterIndex, organisation }: Place,
  { title, note, personId, at }: Written & { title: string; note: string | null },
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO indicator_event (id, title, note, added_by_id, added_at, indicator_id, quarter_index, organisation_id)
     SELECT gen_random_uuid(), $4, $5, $6, $7, ${PLACE} RETURNING id`,
    [indicatorId, quarterIndex, organisation, title, note, personId, at],
  )
  return rows[0]?.id ?? null
}

/** Null where there is no such quarter, or no series of that body, or limits begin anew there already. */
export async function insertMark(
  client: PoolClient,
  { indicatorId, quarterIndex, organisation }: Place,
  { reason, personId, at }: Written & { reason: string },
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO process_mark (id, reason, added_by_id, added_at, indicator_id, quarter_index, organisation_id)
     SELECT gen_random_uuid(), $4, $5, $6, ${PLACE}
     ON CONFLICT (indicator_id, organisation_id, quarter_index) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id`,
    [indicatorId, quarterIndex, organisation, reason, personId, at],
  )
  return rows[0]?.id ?? null
}

/** False where it was withdrawn before. */
export async function withdrawNote(
  client: PoolClient,
  table: 'indicator_event' | 'process_mark',
  { id, personId, at }: Written & { id: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE ${table} SET withdrawn_at = $2, withdrawn_by_id = $3 WHERE id = $1 AND withdrawn_at IS NULL`,
    [id, at, personId],
  )
  return rowCount === 1
}
