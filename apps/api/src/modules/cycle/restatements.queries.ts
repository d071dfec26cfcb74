import type { PoolClient } from 'pg'

export type RestatedFigure = {
  indicatorId: string
  value: string
  numerator: string | null
  denominator: string | null
}

type Restatement = { quarterIndex: number; personId: string; at: Date; reason: string }

/** A published figure becomes a revised one, with a record of both and the reason. False where there is none. */
export async function restateFigure(
  client: PoolClient,
  { indicatorId, value, numerator, denominator }: RestatedFigure,
  { quarterIndex, personId, at, reason }: Restatement,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `WITH before AS (
       SELECT * FROM measurement WHERE indicator_id = $1 AND quarter_index = $2 AND organisation_id IS NULL FOR UPDATE),
     changed AS (
       UPDATE measurement m SET value = $3::numeric, numerator = $4::numeric, denominator = $5::numeric,
         missing_reason = NULL, state = 'revised'
       FROM before b WHERE m.id = b.id
         AND (b.value, b.numerator, b.denominator) IS DISTINCT FROM ($3::numeric, $4::numeric, $5::numeric)
       RETURNING m.id, b.value AS old_value, b.numerator AS old_numerator, b.denominator AS old_denominator,
         b.state AS old_state, m.value, m.numerator, m.denominator)
     INSERT INTO measurement_revision (id, measurement_id, old_value, new_value, old_numerator, new_numerator,
       old_denominator, new_denominator, old_state, new_state, reason, revised_at, revised_by_id)
     SELECT gen_random_uuid(), id, old_value, value, old_numerator, numerator, old_denominator, denominator,
       old_state, 'revised', $6, $7, $8 FROM changed`,
    [indicatorId, quarterIndex, value, numerator, denominator, reason, at, personId],
  )
  return rowCount === 1
}

/** False where somebody else changed the return first. */
export async function markRestated(
  client: PoolClient,
  move: { returnId: string; version: number; personId: string; at: Date; reason: string },
): Promise<boolean> {
  const { returnId, version, personId, at, reason } = move
  const { rowCount } = await client.query(
    `WITH before AS (SELECT id, state FROM quarterly_return
       WHERE id = $1 AND version = $2 AND state IN ('published', 'restated') FOR UPDATE),
     moved AS (UPDATE quarterly_return r SET state = 'restated', version = r.version + 1 FROM before b WHERE r.id = b.id
       RETURNING r.id, b.state AS from_state)
     INSERT INTO return_event (id, return_id, from_state, to_state, reason, happened_at, actor_id)
     SELECT gen_random_uuid(), id, from_state, 'restated', $3, $4, $5 FROM moved`,
    [returnId, version, reason, at, personId],
  )
  return rowCount === 1
}
