import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { many, referenceOrNull } from '#api/sql.ts'
import type { FrameworkDetail } from './framework-writes.schemas.ts'

export type FrameworkDetailRow = Omit<
  FrameworkDetail,
  'designated' | 'whyNoMore' | 'mayManage' | 'blockedBecause'
> & { recordId: string; councilIds: string[] }

const DETAIL = `
  SELECT f.id AS "recordId", f.slug AS id, f.title AS name, f.short_title AS "shortName", f.version, f.kind,
    f.start_year || ' to ' || f.end_year + 1 AS years, f.start_year AS "startYear", f.end_year AS "endYear",
    f.on_dashboard AS "onDashboard", ${referenceOrNull('b')} AS "accountableBody",
    array(SELECT council_id FROM framework_council WHERE framework_id = f.id) AS "councilIds",
    ${many(`SELECT c.slug AS id, c.name, c.short_name AS "shortName" FROM framework_council fc
      JOIN organisation c ON c.id = fc.council_id WHERE fc.framework_id = f.id ORDER BY c.name`)} AS councils,
    ${many(`SELECT o.slug AS id, o.title,
        ${many(`SELECT i.slug AS id, i.code, i.short_title AS title, ${referenceOrNull('p')} AS owner,
            fi.is_designated AS "isDesignated", fi.is_data_only AS "isDataOnly"
          FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id LEFT JOIN partnership p ON p.id = fi.owner_id
          WHERE fi.outcome_id = o.id ORDER BY fi.position`)} AS indicators
      FROM outcome o WHERE o.framework_id = f.id ORDER BY o.position`)} AS outcomes,
    (SELECT count(*)::int FROM framework_indicator fi WHERE fi.framework_id = f.id) AS "indicatorCount",
    (SELECT count(*)::int FROM framework_indicator fi WHERE fi.framework_id = f.id AND fi.is_designated) AS "designatedCount",
    ${many(`SELECT p.slug AS id, p.name, p.short_name AS "shortName" FROM partnership p
      WHERE p.ended_on IS NULL OR p.ended_on >= $2::date ORDER BY p.name`)} AS owners
  FROM framework f LEFT JOIN organisation b ON b.id = f.accountable_body_id WHERE f.slug = $1`

export async function readFrameworkDetail(
  { database, today }: Pick<Context, 'database' | 'today'>,
  id: string,
): Promise<FrameworkDetailRow | undefined> {
  const { rows } = await database.pool.query<FrameworkDetailRow>(DETAIL, [id, today])
  return rows[0]
}

/** Councils by their slugs, as records; those that are none are left out. */
export async function readCouncilIds(
  { database }: Pick<Context, 'database'>,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ slug: string; id: string }>(
    'SELECT slug, id FROM organisation WHERE is_council AND slug = ANY ($1)',
    [slugs],
  )
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

export async function isSlugTaken({ database }: Pick<Context, 'database'>, slug: string): Promise<boolean> {
  return (await database.pool.query('SELECT FROM framework WHERE slug = $1', [slug])).rowCount !== 0
}

export type FrameworkFields = {
  title: string
  shortTitle: string
  startYear: number
  endYear: number
  onDashboard: boolean
  accountableBodyId: string | null
}

export async function insertFramework(
  client: PoolClient,
  { slug, kind, ...fields }: FrameworkFields & { slug: string; kind: string },
): Promise<string> {
  const { title, shortTitle, startYear, endYear, onDashboard, accountableBodyId } = fields
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO framework (id, slug, kind, title, short_title, start_year, end_year, on_dashboard, accountable_body_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [slug, kind, title, shortTitle, startYear, endYear, onDashboard, accountableBodyId],
  )
  const [row] = rows
  if (row === undefined) throw new Error('An insert answers with the row it made.')
  return row.id
}

/** Locks the framework and moves its version; false where somebody changed it first. */
export async function moveVersion(
  client: PoolClient,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE framework SET version = version + 1 WHERE slug = $1 AND version = $2',
    [id, version],
  )
  return rowCount === 1
}

export async function updateFramework(
  client: PoolClient,
  recordId: string,
  { title, shortTitle, startYear, endYear, onDashboard, accountableBodyId }: FrameworkFields,
): Promise<void> {
  await client.query(
    `UPDATE framework SET title = $2, short_title = $3, start_year = $4, end_year = $5, on_dashboard = $6,
       accountable_body_id = $7 WHERE id = $1`,
    [recordId, title, shortTitle, startYear, endYear, onDashboard, accountableBodyId],
  )
}

export async function setCouncils(
  client: PoolClient,
  recordId: string,
  councilIds: readonly string[],
): Promise<void> {
  await client.query('DELETE FROM framework_council WHERE framework_id = $1 AND council_id <> ALL ($2)', [
    recordId,
    councilIds,
  ])
  await client.query(
    `INSERT INTO framework_council (framework_id, council_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [recordId, councilIds],
  )
}

export type OutcomeToKeep = { slug: string; title: string }

/** The outcomes as they are to be, in their order: those left out go. */
export async function setOutcomes(
  client: PoolClient,
  recordId: string,
  outcomes: readonly OutcomeToKeep[],
): Promise<void> {
  const slugs = outcomes.map(({ slug }) => slug)
  await client.query('DELETE FROM outcome WHERE framework_id = $1 AND slug <> ALL ($2)', [recordId, slugs])
  await client.query(
    `INSERT INTO outcome (id, framework_id, slug, title, position)
     SELECT gen_random_uuid(), $1, slug, title, place FROM unnest($2::text[], $3::text[]) WITH ORDINALITY kept (slug, title, place)
     ON CONFLICT (framework_id, slug) DO UPDATE SET title = excluded.title, position = excluded.position`,
    [recordId, slugs, outcomes.map(({ title }) => title)],
  )
}

type PlaceToKeep = {
  recordId: string
  indicator: string
  outcome: string
  owner: string | null
  isDesignated: boolean
  isDataOnly: boolean
}

/** An indicator’s place, new or as it is to be; false where there is no such indicator. */
export async function keepPlace(
  client: PoolClient,
  { recordId, indicator, outcome, owner, isDesignated, isDataOnly }: PlaceToKeep,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO framework_indicator (id, framework_id, outcome_id, indicator_id, owner_id, position, is_designated, is_data_only)
     SELECT gen_random_uuid(), o.framework_id, o.id, i.id, (SELECT id FROM partnership WHERE slug = $4),
       (SELECT coalesce(max(position), 0) + 1 FROM framework_indicator WHERE framework_id = $1), $5, $6
     FROM outcome o JOIN indicator i ON i.slug = $2 WHERE o.framework_id = $1 AND o.slug = $3
     ON CONFLICT (framework_id, indicator_id) DO UPDATE SET outcome_id = excluded.outcome_id, owner_id = excluded.owner_id,
       is_designated = excluded.is_designated, is_data_only = excluded.is_data_only`,
    [recordId, indicator, outcome, owner, isDesignated, isDataOnly],
  )
  return rowCount === 1
}
