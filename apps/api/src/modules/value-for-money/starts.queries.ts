import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'

export type AssessmentPlace = { councilId: string; partnershipId: string; schemeId: string | null }

/** The council, its partnership and the scheme of a year; undefined where the partnership is not on its register. */
export async function readPlace(
  { database }: Pick<Context, 'database'>,
  { council, partnership, startYear }: { council: string; partnership: string; startYear: number },
): Promise<AssessmentPlace | undefined> {
  const { rows } = await database.pool.query<AssessmentPlace>(
    `SELECT c.id AS "councilId", p.id AS "partnershipId", (SELECT s.id FROM vfm_scheme s
       WHERE s.council_id = c.id AND s.from_year <= $3 ORDER BY s.from_year DESC LIMIT 1) AS "schemeId"
     FROM organisation c JOIN register_entry r ON r.council_id = c.id JOIN partnership p ON p.id = r.partnership_id
     WHERE c.slug = $1 AND p.slug = $2 AND c.keeps_register`,
    [council, partnership, startYear],
  )
  return rows[0]
}

const OUTCOMES_OF_THE_YEAR_BEFORE = `
  INSERT INTO vfm_outcome (id, assessment_id, title, framework_indicator_id, target, unit, decimals, polarity, position)
  SELECT gen_random_uuid(), $1, o.title, o.framework_indicator_id, o.target, o.unit, o.decimals, o.polarity, o.position
  FROM vfm_outcome o WHERE o.assessment_id = (SELECT a.id FROM vfm_assessment a
    WHERE a.council_id = $2 AND a.partnership_id = $3 AND a.start_year < $4 ORDER BY a.start_year DESC LIMIT 1)`

const OUTCOMES_OF_ITS_INDICATORS = `
  INSERT INTO vfm_outcome (id, assessment_id, title, framework_indicator_id, position)
  SELECT gen_random_uuid(), $1, i.short_title, fi.id, row_number() OVER (ORDER BY fi.position)
  FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id
  WHERE fi.owner_id = $2 AND f.on_dashboard AND $3 BETWEEN f.start_year AND f.end_year`

type Beginning = { councilId: string; partnershipId: string; schemeId: string; startYear: number }

async function bringOutcomes(client: PoolClient, id: string, beginning: Beginning): Promise<void> {
  const { councilId, partnershipId, startYear } = beginning
  const { rowCount } = await client.query(OUTCOMES_OF_THE_YEAR_BEFORE, [
    id,
    councilId,
    partnershipId,
    startYear,
  ])
  if (rowCount === 0) await client.query(OUTCOMES_OF_ITS_INDICATORS, [id, partnershipId, startYear])
}

/** Null where there is one already. */
export async function beginAssessment(
  client: PoolClient,
  { actor, today, now }: Context,
  beginning: Beginning,
): Promise<string | null> {
  const { councilId, partnershipId, schemeId, startYear } = beginning
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO vfm_assessment (id, council_id, partnership_id, start_year, assessed_by_id, assessed_on)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
    [councilId, partnershipId, startYear, actor.personId, today],
  )
  const id = rows[0]?.id
  if (id === undefined) return null
  await client.query(
    `INSERT INTO vfm_assessment_event (id, assessment_id, from_state, to_state, happened_at, actor_id)
     VALUES (gen_random_uuid(), $1, NULL, 'draft', $2, $3)`,
    [id, now, actor.personId],
  )
  await client.query(
    `INSERT INTO vfm_judgement (id, assessment_id, criterion_id)
     SELECT gen_random_uuid(), $1, k.id FROM vfm_criterion k WHERE k.scheme_id = $2`,
    [id, schemeId],
  )
  await client.query(
    `INSERT INTO vfm_benefit (id, assessment_id, kind)
     SELECT gen_random_uuid(), $1, kind FROM unnest(enum_range(NULL::benefit_kind)) kind`,
    [id],
  )
  await bringOutcomes(client, id, beginning)
  return id
}
