import type { ClientBase } from 'pg'
import { byLines, proveSoFar } from './load.ts'
import type { OnProgress } from './staging.ts'

export type UndoInput = {
  id: string
  reason: string
  personId: string
  now: Date
  onProgress?: OnProgress
}

/** `left`: figures that somebody changed after the import; they stay as they are. */
export type Undone = { restored: number; withdrawn: number; left: number }

// Only a figure that is still what the import made of it: what somebody changed since is theirs.
const STILL_SO = `m.id = f.measurement_id AND f.import_id = $1 AND f.line > $2 AND f.line <= $3 AND NOT f.is_undone
  AND (m.value, m.numerator, m.denominator, m.state, m.missing_reason)
    IS NOT DISTINCT FROM (f.new_value, f.new_numerator, f.new_denominator, f.new_state, f.new_missing)
  AND (f.outcome = 'changed' OR f.new_value IS NOT NULL)`

/** What an introduced figure becomes is a figure that is awaited; a changed one is again what it was. */
const BACK = `
  SELECT f.line, f.outcome, m.id, m.value AS now_value, m.numerator AS now_numerator, m.denominator AS now_denominator,
    m.state AS now_state, f.old_value AS value, f.old_numerator AS numerator, f.old_denominator AS denominator,
    CASE WHEN f.old_value IS NULL THEN NULL
      WHEN (f.old_value, f.old_numerator, f.old_denominator) IS NOT DISTINCT FROM (f.new_value, f.new_numerator, f.new_denominator)
        THEN f.old_state
      ELSE 'revised' END AS state,
    CASE WHEN f.outcome = 'added' THEN 'awaiting_data' ELSE f.old_missing END AS missing
  FROM series_import_figure f JOIN measurement m ON ${STILL_SO}`

const UNDO = `
  WITH back AS MATERIALIZED (${BACK}),
  recorded AS (
    INSERT INTO measurement_revision (id, measurement_id, old_value, new_value, old_numerator, new_numerator,
      old_denominator, new_denominator, old_state, new_state, reason, revised_at, revised_by_id)
    SELECT gen_random_uuid(), id, now_value, value, now_numerator, numerator, now_denominator, denominator,
      now_state, state, $4, $5, $6 FROM back
    WHERE (now_value, now_numerator, now_denominator, now_state) IS DISTINCT FROM (value, numerator, denominator, state)
  ),
  changed AS (
    UPDATE measurement m SET value = b.value, numerator = b.numerator, denominator = b.denominator, state = b.state,
      missing_reason = b.missing FROM back b WHERE m.id = b.id
  ),
  marked AS (
    UPDATE series_import_figure f SET is_undone = true FROM back b WHERE f.import_id = $1 AND f.line = b.line
  )
  SELECT count(*) FILTER (WHERE outcome = 'changed')::int AS restored,
    count(*) FILTER (WHERE outcome = 'added')::int AS withdrawn FROM back`

/**
 * Takes back a whole import by restatement, inside the transaction of the caller, who holds the turn: nothing is
 * deleted, and every figure’s history says why. Figures changed since are left, and counted.
 */
export async function undoImport(client: ClientBase, input: UndoInput): Promise<Undone> {
  const { id, reason, personId, now, onProgress } = input
  const undone = { restored: 0, withdrawn: 0 }
  await byLines(client, id, async (after, upTo, last) => {
    const { rows } = await client.query<{ restored: number; withdrawn: number }>(UNDO, [
      ...[id, after, upTo, reason, now, personId],
    ])
    undone.restored += rows[0]?.restored ?? 0
    undone.withdrawn += rows[0]?.withdrawn ?? 0
    await proveSoFar(client)
    await onProgress?.('undoing', Math.min(upTo, last), last)
  })
  const { rows } = await client.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM series_import_figure
     WHERE import_id = $1 AND NOT is_undone AND (outcome = 'changed' OR new_value IS NOT NULL)`,
    [id],
  )
  return { ...undone, left: rows[0]?.left ?? 0 }
}
