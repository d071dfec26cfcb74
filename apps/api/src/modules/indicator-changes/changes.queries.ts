import type { ChangeKind, ChangeState } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { day, referenceOrNull } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'

export type ChangeRow = {
  id: string
  kind: ChangeKind
  state: ChangeState
  version: number
  indicator: { id: string; code: string; title: string; unit: string; decimals: number } | null
  framework: Reference
  frameworkRecordId: string
  councilIds: string[]
  organisation: Reference | null
  startYear: number | null
  before: unknown
  after: unknown
  outcomes: { id: string; title: string }[]
  owners: { id: string; name: string }[]
  reason: string
  agreedBy: string | null
  agreedOn: string | null
  proposedById: string
  proposedBy: string
  proposedOn: string
  decidedBy: string | null
  decidedOn: string | null
  decisionNote: string | null
}

const londonDay = (column: string) => day(`${column} AT TIME ZONE 'Europe/London'`)

const CHANGES = `
  SELECT c.id, c.kind, c.state, c.version,
    CASE WHEN i.id IS NULL THEN NULL ELSE json_build_object('id', i.slug, 'code', i.code, 'title', i.short_title,
      'unit', i.unit, 'decimals', i.decimals) END AS indicator,
    json_build_object('id', f.slug, 'name', f.title, 'shortName', f.short_title) AS framework, f.id AS "frameworkRecordId",
    array(SELECT council_id FROM framework_council WHERE framework_id = f.id) AS "councilIds",
    ${referenceOrNull('b')} AS organisation, c.start_year AS "startYear", c.before, c.after,
    (SELECT coalesce(json_agg(json_build_object('id', o.slug, 'title', o.title)), '[]') FROM outcome o
      WHERE o.framework_id = f.id AND o.slug IN (c.before->>'outcome', c.after->>'outcome')) AS outcomes,
    (SELECT coalesce(json_agg(json_build_object('id', p.slug, 'name', p.name)), '[]') FROM partnership p
      WHERE p.slug IN (c.before->>'owner', c.after->>'owner')) AS owners,
    c.reason, c.agreed_by AS "agreedBy", ${day('c.agreed_on')} AS "agreedOn", proposer.id AS "proposedById",
    proposer.name AS "proposedBy", ${londonDay('c.proposed_at')} AS "proposedOn", decider.name AS "decidedBy",
    ${londonDay('c.decided_at')} AS "decidedOn", c.decision_note AS "decisionNote"
  FROM indicator_change c JOIN framework f ON f.id = c.framework_id JOIN person proposer ON proposer.id = c.proposed_by_id
    LEFT JOIN person decider ON decider.id = c.decided_by_id LEFT JOIN indicator i ON i.id = c.indicator_id
    LEFT JOIN organisation b ON b.id = c.organisation_id
  WHERE ($1::uuid IS NULL OR c.id = $1) AND ($2::indicator_change_state IS NULL OR c.state = $2)
    AND ($3::text IS NULL OR i.slug = $3) AND ($4::text IS NULL OR f.slug = $4)
    AND ($5::indicator_change_kind[] IS NULL OR c.kind = ANY ($5))
  ORDER BY c.state <> 'proposed', coalesce(c.decided_at, c.proposed_at) DESC, c.id DESC`

type ChangesAsked = {
  id?: string
  state?: ChangeState | undefined
  indicator?: string | undefined
  framework?: string | undefined
  kinds?: readonly ChangeKind[]
}

/** Those that wait first, then those decided, newest first. */
export async function readChanges(
  { database }: Pick<Context, 'database'>,
  { id, state, indicator, framework, kinds }: ChangesAsked,
): Promise<ChangeRow[]> {
  const { rows } = await database.pool.query<ChangeRow>(CHANGES, [
    ...[id ?? null, state ?? null, indicator ?? null, framework ?? null, kinds ?? null],
  ])
  return rows
}

export async function readChange(
  context: Pick<Context, 'database'>,
  id: string,
): Promise<ChangeRow | undefined> {
  return (await readChanges(context, { id }))[0]
}

type NewChange = {
  kind: ChangeKind
  indicatorId: string | null
  frameworkId: string
  organisationId: string | null
  startYear: number | null
  before: unknown
  after: unknown
  reason: string
  agreedBy: string | null
  agreedOn: string | null
  personId: string
  now: Date
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

export async function insertChange(client: PoolClient, change: NewChange): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO indicator_change (id, kind, indicator_id, framework_id, organisation_id, start_year, before, after, reason,
       agreed_by, agreed_on, proposed_by_id, proposed_at)
     VALUES (gen_random_uuid(), $1::indicator_change_kind, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10::date, $11, $12)
     RETURNING id`,
    [
      ...[change.kind, change.indicatorId, change.frameworkId, change.organisationId, change.startYear],
      ...[json(change.before), json(change.after), change.reason, change.agreedBy, change.agreedOn],
      ...[change.personId, change.now],
    ],
  )
  const [row] = rows
  if (row === undefined) throw new Error('An insert answers with the row it made.')
  return row.id
}

/** Held to the end of the transaction: of two who decide at once the second finds it decided. */
export async function lockChange(client: PoolClient, id: string): Promise<void> {
  await client.query('SELECT FROM indicator_change WHERE id = $1 FOR UPDATE', [id])
}

type Decided = {
  id: string
  version: number
  to: Exclude<ChangeState, 'proposed'>
  personId: string
  now: Date
  note: string | null
  indicatorId: string | null
}

/** False where somebody changed it first. */
export async function decideChange(
  client: PoolClient,
  { id, version, to, personId, now, note, indicatorId }: Decided,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE indicator_change SET state = $3::indicator_change_state, decided_by_id = $4, decided_at = greatest($5, proposed_at),
       decision_note = $6, indicator_id = coalesce(indicator_id, $7), version = version + 1
     WHERE id = $1 AND version = $2 AND state = 'proposed'`,
    [id, version, to, personId, now, note, indicatorId],
  )
  return rowCount === 1
}

/** The same change, held against what stands now. False where somebody changed it first. */
export async function reproposeChange(
  client: PoolClient,
  { id, version, before, now }: { id: string; version: number; before: unknown; now: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE indicator_change SET before = $3::jsonb, proposed_at = $4, version = version + 1
     WHERE id = $1 AND version = $2 AND state = 'proposed'`,
    [id, version, json(before), now],
  )
  return rowCount === 1
}
