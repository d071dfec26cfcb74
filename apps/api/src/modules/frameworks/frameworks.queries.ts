import type { Context } from '#api/context.ts'
import type { Framework } from './frameworks.schemas.ts'

const FRAMEWORKS = `
  SELECT f.slug AS id, f.title AS name, f.short_title AS "shortName", f.kind,
    f.start_year || ' to ' || f.end_year + 1 AS years, f.start_year AS "startYear", f.end_year AS "endYear",
    CASE WHEN b.id IS NULL THEN NULL
      ELSE json_build_object('id', b.slug, 'name', b.name, 'shortName', b.short_name) END AS "accountableBody",
    f.reward_pence::float8 AS "rewardPence", f.on_dashboard AS "onDashboard",
    (SELECT coalesce(json_agg(c.slug ORDER BY c.slug), '[]') FROM framework_council fc
      JOIN organisation c ON c.id = fc.council_id WHERE fc.framework_id = f.id) AS councils,
    (SELECT coalesce(json_agg(json_build_object('id', o.slug, 'title', o.title, 'indicatorCount',
        (SELECT count(*) FROM framework_indicator fi WHERE fi.outcome_id = o.id)) ORDER BY o.position), '[]')
      FROM outcome o WHERE o.framework_id = f.id) AS outcomes,
    (SELECT count(*)::int FROM framework_indicator fi WHERE fi.framework_id = f.id) AS "indicatorCount",
    (SELECT count(*)::int FROM framework_indicator fi WHERE fi.framework_id = f.id AND fi.is_designated) AS "designatedCount"
  FROM framework f LEFT JOIN organisation b ON b.id = f.accountable_body_id
  ORDER BY f.on_dashboard DESC, f.start_year DESC, f.title`

export async function readFrameworks({ database }: Context): Promise<Framework[]> {
  const { rows } = await database.pool.query<Framework>(FRAMEWORKS)
  return rows
}
