import type { ImportPlan } from '@accord/database/import'
import type { Pool, PoolClient } from 'pg'
import type { ImportDifference, ImportFault } from './imports.schemas.ts'

type Client = Pick<Pool | PoolClient, 'query'>

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
