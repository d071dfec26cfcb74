import type { Context } from '#api/context.ts'
import type { Council } from './councils.schemas.ts'

const COUNCILS = `
  SELECT o.slug AS id, o.name, o.short_name AS "shortName", o.tier, o.keeps_register AS "keepsRegister",
    count(r.id) FILTER (WHERE r.removed_on IS NULL OR r.removed_on > $1)::int AS registered,
    count(r.id) FILTER (WHERE r.significant_since <= $1
      AND (r.significant_until IS NULL OR r.significant_until > $1))::int AS significant
  FROM organisation o LEFT JOIN register_entry r ON r.council_id = o.id AND r.added_on <= $1
  WHERE o.is_council
  GROUP BY o.id ORDER BY o.keeps_register DESC, o.name`

export async function readCouncils({ database, today }: Context): Promise<Council[]> {
  const { rows } = await database.pool.query<Council>(COUNCILS, [today])
  return rows
}
