import type { Database } from '@accord/database'
import type { Polarity, ReturnState } from '@accord/domain'
import { day, instant, many } from '#api/sql.ts'
import type { QuarterDates } from '#wire/to-quarter.ts'
import type { CellRow } from './returns.queries.ts'

export type ShapeRow = {
  id: string
  code: string
  unit: string
  decimals: number
  polarity: Polarity
  isRatio: boolean
  roundedCounts: boolean
  numeratorLabel: string | null
  denominatorLabel: string | null
  hardMin: string | null
  hardMax: string | null
}

/** As little as keeping a few answers needs: two hundred leads do it at once on the last day. */
export type CellContext = {
  returnId: string
  personId: string
  assignmentId: string | null
  partnershipId: string
  endedOn: string | null
  state: ReturnState
  version: number
  quarter: QuarterDates
  extendedTo: string | null
  publicationDone: boolean
  handedOver: { section: string; cells: string[] | null }[]
  shapes: ShapeRow[]
  /** Of the actions, risks and questions that the return reports on. */
  items: string[]
  cells: CellRow[]
}

/** $1, $2 returns and who asks for each, $6 by which invitation, $7 today; $3 slugs of indicators of any of them; $4, $5 the cells to read, by return. */
const CONTEXT = `
WITH wanted AS (SELECT DISTINCT * FROM unnest($4::uuid[], $5::text[]) AS w(return_id, cell))
SELECT r.id AS "returnId", asked.person_id AS "personId", asked.assignment_id AS "assignmentId",
  r.partnership_id AS "partnershipId", ${day('p.ended_on')} AS "endedOn", r.state, r.version,
  json_build_object('index', q.index, 'opensOn', ${day('q.opens_on')}, 'dueOn', ${day('q.due_on')},
    'closesOn', ${day('q.closes_on')}) AS quarter,
  (SELECT ${day('x.until')} FROM return_extension x WHERE x.return_id = r.id) AS "extendedTo",
  r.published_at IS NOT NULL AS "publicationDone",
  ${many(`SELECT s.section, s.cells FROM return_assignment s
    WHERE s.return_id = r.id AND s.withdrawn_at IS NULL AND (s.expires_on IS NULL OR s.expires_on >= $7::date)
      AND CASE WHEN asked.assignment_id IS NULL THEN s.person_id = asked.person_id ELSE s.id = asked.assignment_id END`)} AS "handedOver",
  ${many(`SELECT i.slug AS id, i.code, i.unit, i.decimals, i.polarity, i.is_ratio AS "isRatio",
      i.rounded_counts AS "roundedCounts", i.numerator_label AS "numeratorLabel", i.denominator_label AS "denominatorLabel",
      trim_scale(i.hard_min)::text AS "hardMin", trim_scale(i.hard_max)::text AS "hardMax"
    FROM framework_indicator fi JOIN framework f ON f.id = fi.framework_id JOIN indicator i ON i.id = fi.indicator_id
    WHERE fi.owner_id = r.partnership_id AND i.slug = ANY ($3::text[]) AND f.on_dashboard
      AND q.start_year BETWEEN f.start_year AND f.end_year`)} AS shapes,
  ARRAY(SELECT a.id FROM action a WHERE a.partnership_id = r.partnership_id
    UNION ALL SELECT k.id FROM risk k WHERE k.partnership_id = r.partnership_id
    UNION ALL SELECT k.id FROM question k WHERE k.partnership_id = r.partnership_id) AS items,
  ${many(`SELECT c.cell, c.value, c.version, ${instant('c.changed_at')} AS "changedAt", who.name AS "changedBy"
    FROM wanted w JOIN return_cell c ON c.return_id = w.return_id AND c.cell = w.cell
      JOIN person who ON who.id = c.changed_by_id WHERE w.return_id = r.id`)} AS cells
FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[], $6::uuid[]) AS given(return_id, person_id, assignment_id)) asked
  JOIN quarterly_return r ON r.id = asked.return_id
  JOIN partnership p ON p.id = r.partnership_id JOIN quarter q ON q.index = r.quarter_index`

export type ContextAsked = {
  returnId: string
  personId: string
  assignmentId: string | null
  slugs: string[]
  cells: string[]
}

export async function readCellContexts(
  database: Database,
  today: string,
  asked: readonly ContextAsked[],
): Promise<CellContext[]> {
  const { rows } = await database.pool.query<CellContext>({
    name: 'cell-contexts',
    text: CONTEXT,
    values: [
      asked.map(({ returnId }) => returnId),
      asked.map(({ personId }) => personId),
      [...new Set(asked.flatMap(({ slugs }) => slugs))],
      asked.flatMap(({ returnId, cells }) => cells.map(() => returnId)),
      asked.flatMap(({ cells }) => cells),
      asked.map(({ assignmentId }) => assignmentId),
      today,
    ],
  })
  return rows
}

export type CellChange = {
  returnId: string
  personId: string
  source: 'screen' | 'file' | 'api'
  changeId: string
  cell: string
  value: string | null
  version: number
}

/**
 * Keeps changes, each only where its cell is still at the version that was seen and its return still takes
 * answers; the same change sent again changes nothing. One statement, in one order, so that two processes do not
 * wait for each other. $1–$7 a list for each field of a change; $8 the instant.
 */
const KEEP = `
WITH given AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::int[])
    AS g(return_id, person_id, source, change_id, cell, value, version)),
taking AS (
  SELECT id FROM quarterly_return WHERE id IN (SELECT return_id FROM given) AND state = 'in_progress'
  ORDER BY id FOR SHARE),
fresh AS (
  SELECT g.*, c.value AS old_value FROM given g JOIN taking t ON t.id = g.return_id
    LEFT JOIN return_cell c ON c.return_id = g.return_id AND c.cell = g.cell
  WHERE (g.version = 0 OR c.cell IS NOT NULL)
    AND NOT EXISTS (SELECT FROM return_cell_change done WHERE done.id = g.change_id)),
kept AS (
  INSERT INTO return_cell (id, return_id, cell, value, version, changed_at, changed_by_id)
  SELECT gen_random_uuid(), return_id, cell, value, version + 1, $8, person_id FROM fresh ORDER BY return_id, cell
  ON CONFLICT (return_id, cell) DO UPDATE SET value = excluded.value, version = excluded.version,
    changed_at = excluded.changed_at, changed_by_id = excluded.changed_by_id
  WHERE return_cell.version = excluded.version - 1
  RETURNING return_id, cell, value, version)
INSERT INTO return_cell_change (id, return_id, cell, old_value, new_value, version, changed_at, changed_by_id, source)
SELECT f.change_id, k.return_id, k.cell, f.old_value, k.value, k.version, $8, f.person_id, f.source
FROM kept k JOIN fresh f ON f.return_id = k.return_id AND f.cell = k.cell
RETURNING id`

/** The ids of those that were kept. No two may be of the same cell. */
export async function keepChanges(
  database: Database,
  at: Date,
  changes: readonly CellChange[],
): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'keep-cells',
    text: KEEP,
    values: [
      changes.map(({ returnId }) => returnId),
      changes.map(({ personId }) => personId),
      changes.map(({ source }) => source),
      changes.map(({ changeId }) => changeId),
      changes.map(({ cell }) => cell),
      changes.map(({ value }) => value),
      changes.map(({ version }) => version),
      at,
    ],
  })
  return rows.map(({ id }) => id)
}

export type KeptBefore = { id: string; cell: string; newValue: string | null; version: number }

/** What the cells hold now, and which of the changes had been kept before. */
export async function readCellsNow(
  database: Database,
  asked: { returnId: string; cells: string[]; changeIds: string[] },
): Promise<{ state: ReturnState; version: number; cells: CellRow[]; kept: KeptBefore[] }> {
  const { rows } = await database.pool.query(
    `SELECT r.state, r.version,
      ${many(`SELECT c.cell, c.value, c.version, ${instant('c.changed_at')} AS "changedAt", who.name AS "changedBy"
        FROM return_cell c JOIN person who ON who.id = c.changed_by_id
        WHERE c.return_id = r.id AND c.cell = ANY ($2::text[])`)} AS cells,
      ${many(`SELECT c.id, c.cell, c.new_value AS "newValue", c.version FROM return_cell_change c
        WHERE c.return_id = r.id AND c.id = ANY ($3::uuid[])`)} AS kept
     FROM quarterly_return r WHERE r.id = $1`,
    [asked.returnId, asked.cells, asked.changeIds],
  )
  return rows[0]
}

export type HistoryRow = {
  from: string | null
  to: string | null
  version: number
  at: string
  by: string
  source: 'screen' | 'file' | 'api'
}

export async function readCellHistory(
  database: Database,
  returnId: string,
  cell: string,
): Promise<HistoryRow[]> {
  const { rows } = await database.pool.query<HistoryRow>(
    `SELECT c.old_value AS "from", c.new_value AS "to", c.version, ${instant('c.changed_at')} AS at, who.name AS by, c.source
     FROM return_cell_change c JOIN person who ON who.id = c.changed_by_id
     WHERE c.return_id = $1 AND c.cell = $2 ORDER BY c.version DESC`,
    [returnId, cell],
  )
  return rows
}

/** The first answer starts a return. Nothing happens where somebody else’s started it a moment before. */
export async function startReturn(
  database: Database,
  { returnId, personId, at }: { returnId: string; personId: string; at: Date },
): Promise<void> {
  await database.pool.query(
    `WITH before AS (SELECT id, state FROM quarterly_return WHERE id = $1 AND state IN ('not_started', 'changes_requested') FOR UPDATE),
     started AS (UPDATE quarterly_return r SET state = 'in_progress', version = r.version + 1 FROM before b WHERE r.id = b.id
       RETURNING r.id, b.state AS from_state)
     INSERT INTO return_event (id, return_id, from_state, to_state, happened_at, actor_id)
     SELECT gen_random_uuid(), id, from_state, 'in_progress', $3, $2 FROM started`,
    [returnId, personId, at],
  )
}
