import type {
  ColumnMapping,
  ImportAnswers,
  ImportPlan,
  ImportQuestions,
  ImportStage,
  ImportSummary,
  ImportTarget,
} from '@accord/database/import'
import type { ImportState } from '@accord/domain'
import type { Pool, PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { instant } from '#api/sql.ts'
import type { ImportDifference, ImportFault, ImportItem } from './imports.schemas.ts'

type Client = Pick<Pool | PoolClient, 'query'>

export type ImportRow = Omit<ImportItem, 'added' | 'changed'> & {
  state: ImportState
  sheet: string | null
  header: string[]
  mapping: ColumnMapping | null
  target: ImportTarget | null
  answers: ImportAnswers | null
  questions: ImportQuestions | null
  plan: ImportPlan | null
  summary: ImportSummary | null
  failure: string | null
  undoReason: string | null
  progress: { stage: ImportStage; done: number; total: number }
  /** Whether nobody has worked on it for a minute: the process that did is gone. */
  isStalled: boolean
  targetTitle: string | null
}

const ITEM = `i.id, i.version, i.state, i.file_name AS "fileName", i.file_size::float8 AS "fileSize",
  i.row_count AS "rowCount", c.name AS "createdBy", ${instant('i.created_at')} AS "createdAt",
  a.name AS "appliedBy", ${instant('i.applied_at')} AS "appliedAt", u.name AS "undoneBy",
  ${instant('i.undone_at')} AS "undoneAt",
  CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.slug, 'name', f.title) END AS framework`

const FROM = `FROM series_import i LEFT JOIN person c ON c.id = i.created_by_id
  LEFT JOIN person a ON a.id = i.applied_by_id LEFT JOIN person u ON u.id = i.undone_by_id
  LEFT JOIN framework f ON f.id = i.framework_id`

export async function readImports({ database }: Context): Promise<(ImportItem & { total: number })[]> {
  const { rows } = await database.pool.query(
    `SELECT ${ITEM}, coalesce((i.summary->>'added')::int, 0) AS added, coalesce((i.summary->>'changed')::int, 0) AS changed
     ${FROM} WHERE i.state <> 'abandoned' ORDER BY i.created_at DESC, i.id DESC`,
  )
  return rows
}

export async function readImport(client: Client, id: string): Promise<ImportRow | undefined> {
  const { rows } = await client.query<ImportRow>(
    `SELECT ${ITEM}, i.sheet, coalesce(i.header, '{}') AS header, i.mapping, i.target, i.answers, i.questions, i.plan, i.summary, i.failure,
       i.undo_reason AS "undoReason",
       coalesce((SELECT json_build_object('stage', p.stage, 'done', p.done, 'total', p.total)
         FROM series_import_progress p WHERE p.import_id = i.id), json_build_object('stage', 'reading', 'done', 0, 'total', 0)) AS progress,
       coalesce((SELECT p.at < clock_timestamp() - interval '1 minute' FROM series_import_progress p WHERE p.import_id = i.id), true) AS "isStalled",
       (SELECT t.title FROM framework t WHERE t.slug = i.target->>'slug') AS "targetTitle"
     ${FROM} WHERE i.id = $1`,
    [id],
  )
  return rows[0]
}

export async function insertImport(
  client: PoolClient,
  { actor, now }: Context,
  { fileName, fileSize }: { fileName: string; fileSize: number },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO series_import (id, file_name, file_size, created_by_id, created_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id`,
    [fileName, fileSize, actor.personId, now],
  )
  const id = rows[0]?.id ?? ''
  await client.query(
    "INSERT INTO series_import_progress (import_id, stage, at) VALUES ($1, 'reading', clock_timestamp())",
    [id],
  )
  return id
}

export async function writeProgress(
  client: Client,
  id: string,
  { stage, done, total }: ImportRow['progress'],
): Promise<void> {
  await client.query(
    'UPDATE series_import_progress SET stage = $2, done = $3, total = $4, at = clock_timestamp() WHERE import_id = $1',
    [id, stage, done, total],
  )
}

/** One step of an import’s life, guarded: false where somebody else was quicker. */
export async function moveImport(
  client: Client,
  { id, version, from, to }: { id: string; version: number; from: readonly ImportState[]; to: ImportState },
  set: Record<string, unknown> = {},
): Promise<boolean> {
  const names = Object.keys(set)
  const assignments = names.map((name, place) => `, ${name} = $${place + 5}`).join('')
  const { rowCount } = await client.query(
    `UPDATE series_import SET state = $3::import_state, version = version + 1${assignments}
     WHERE id = $1 AND version = $2 AND state = ANY ($4::import_state[])`,
    [id, version, to, from, ...Object.values(set)],
  )
  return rowCount === 1
}

export async function removeWork(client: Client, id: string): Promise<void> {
  await client.query('DELETE FROM series_import_row WHERE import_id = $1', [id])
  await client.query('DELETE FROM series_import_fault WHERE import_id = $1', [id])
  await client.query('DELETE FROM series_import_figure WHERE import_id = $1', [id])
}

/** What nobody came back to: an upload that broke off an hour ago, a check or a preview left for two weeks. */
export async function sweepImports(client: Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE series_import i SET state = 'abandoned', version = i.version + 1 FROM series_import_progress p
     WHERE p.import_id = i.id AND (
       i.state = 'reading' AND p.at < clock_timestamp() - interval '1 hour'
       OR i.state IN ('mapping', 'checking', 'ready') AND p.at < clock_timestamp() - interval '14 days')
     RETURNING i.id`,
  )
  for (const { id } of rows) await removeWork(client, id)
}

export async function readSample(client: Client, id: string, count: number): Promise<string[][]> {
  const { rows } = await client.query<{ cells: string[] }>(
    'SELECT cells FROM series_import_row WHERE import_id = $1 ORDER BY line LIMIT $2',
    [id, count],
  )
  return rows.map(({ cells }) => cells)
}

export async function readRememberedMapping(
  client: Client,
  signature: string,
): Promise<ColumnMapping | null> {
  const { rows } = await client.query<{ mapping: ColumnMapping }>(
    'SELECT mapping FROM column_mapping WHERE signature = $1',
    [signature],
  )
  return rows[0]?.mapping ?? null
}

export async function rememberMapping(
  client: Client,
  { actor, now }: Context,
  { signature, mapping }: { signature: string; mapping: ColumnMapping },
): Promise<void> {
  await client.query(
    `INSERT INTO column_mapping (signature, mapping, used_by_id, used_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, used_by_id = excluded.used_by_id, used_at = excluded.used_at`,
    [signature, JSON.stringify(mapping), actor.personId, now],
  )
}

/** The councils whose framework it is: none of an imported series. */
export async function councilsOf(client: Client, framework: string): Promise<string[] | null> {
  const { rows } = await client.query<{ councils: string[] }>(
    `SELECT array(SELECT c.council_id FROM framework_council c WHERE c.framework_id = f.id) AS councils
     FROM framework f WHERE f.slug = $1`,
    [framework],
  )
  return rows[0]?.councils ?? null
}

export type TouchedIndicator = { id: string; code: string; title: string; added: number; changed: number }

export async function readTouched(client: Client, id: string): Promise<TouchedIndicator[]> {
  const { rows } = await client.query<TouchedIndicator>(
    `SELECT i.slug AS id, i.code, i.title, count(*) FILTER (WHERE f.outcome = 'added')::int AS added,
       count(*) FILTER (WHERE f.outcome = 'changed')::int AS changed
     FROM series_import_figure f JOIN indicator i ON i.id = f.indicator_id
     WHERE f.import_id = $1 GROUP BY i.id ORDER BY i.code`,
    [id],
  )
  return rows
}

/** Of a loaded import, the figures that are not any more what it made of them. */
export async function countChangedSince(client: Client, id: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM series_import_figure f JOIN measurement m ON m.id = f.measurement_id
     WHERE f.import_id = $1 AND NOT f.is_undone AND f.outcome <> 'same' AND (m.value, m.numerator, m.denominator, m.state, m.missing_reason)
       IS DISTINCT FROM (f.new_value, f.new_numerator, f.new_denominator, f.new_state, f.new_missing)`,
    [id],
  )
  return rows[0]?.count ?? 0
}

const figure = (prefix: string) => `json_build_object('value', trim_scale(f.${prefix}_value)::text,
  'numerator', trim_scale(f.${prefix}_numerator)::text, 'denominator', trim_scale(f.${prefix}_denominator)::text,
  'missingReason', f.${prefix}_missing)`

type DifferenceRow = Omit<ImportDifference, 'quarter'> & { quarterIndex: number; total: number }

/** A page of what the import changes. The names of what is yet to be added stand in the plan. */
export async function readDifferences(
  client: Client,
  {
    id,
    plan,
    page,
    pageSize,
    outcome,
    indicator,
  }: {
    id: string
    plan: ImportPlan
    page: number
    pageSize: number
    outcome: string | undefined
    indicator: string | undefined
  },
): Promise<DifferenceRow[]> {
  const { rows } = await client.query<DifferenceRow>(
    `WITH new_indicator AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, code text, settings jsonb)),
       new_organisation AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS n (id uuid, name text)),
       shown AS (
         SELECT f.*, coalesce(i.code, ni.code) AS code, coalesce(i.unit, ni.settings->>'unit') AS unit,
           coalesce(i.decimals, (ni.settings->>'decimals')::int) AS decimals, coalesce(o.name, no.name) AS organisation
         FROM series_import_figure f LEFT JOIN indicator i ON i.id = f.indicator_id
           LEFT JOIN new_indicator ni ON ni.id = f.indicator_id LEFT JOIN organisation o ON o.id = f.organisation_id
           LEFT JOIN new_organisation no ON no.id = f.organisation_id
         WHERE f.import_id = $1 AND CASE WHEN $4::text IS NULL THEN f.outcome <> 'same' ELSE f.outcome::text = $4 END
           AND ($5::text IS NULL OR coalesce(i.code, ni.code) = $5))
     SELECT f.line, f.outcome, json_build_object('code', f.code, 'unit', f.unit, 'decimals', f.decimals) AS indicator,
       f.organisation, f.quarter_index AS "quarterIndex", f.is_undone AS "isUndone",
       CASE WHEN f.outcome = 'added' THEN NULL ELSE ${figure('old')} END AS before, ${figure('new')} AS after,
       EXISTS (SELECT FROM framework_indicator fi JOIN framework_council fc ON fc.framework_id = fi.framework_id
         JOIN publication p ON p.council_id = fc.council_id AND p.quarter_index = f.quarter_index
         WHERE fi.indicator_id = f.indicator_id) AS "isPublished",
       count(*) OVER ()::int AS total
     FROM shown f ORDER BY f.outcome DESC, f.code, f.organisation NULLS FIRST, f.quarter_index LIMIT $6 OFFSET $7`,
    [
      ...[id, JSON.stringify(plan.indicators), JSON.stringify(plan.organisations)],
      ...[outcome ?? null, indicator ?? null, pageSize, (page - 1) * pageSize],
    ],
  )
  return rows
}

export async function readFaults(
  client: Client,
  {
    id,
    page,
    pageSize,
    kind,
    group,
  }: {
    id: string
    page: number
    pageSize: number
    kind: string | undefined
    group: string | undefined
  },
): Promise<(ImportFault & { total: number })[]> {
  const { rows } = await client.query<ImportFault & { total: number }>(
    `SELECT line, "column", cell, kind, code, group_key AS "group", reason, count(*) OVER ()::int AS total
     FROM series_import_fault WHERE import_id = $1 AND ($2::text IS NULL OR kind::text = $2)
       AND ($3::text IS NULL OR group_key = $3)
     ORDER BY position LIMIT $4 OFFSET $5`,
    [id, kind ?? null, group ?? null, pageSize, (page - 1) * pageSize],
  )
  return rows
}
