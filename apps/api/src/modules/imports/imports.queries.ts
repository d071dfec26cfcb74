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
import type { ImportItem } from './imports.schemas.ts'

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
