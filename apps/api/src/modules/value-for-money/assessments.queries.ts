import type { AssessmentState } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { many } from '#api/sql.ts'
import { type AssessmentContent, CONTENT } from './assessment-content.ts'

export type LoadedAssessment = {
  id: string
  councilId: string
  partnershipId: string
  startYear: number
  state: AssessmentState
  version: number
  assessedById: string
  hasLastAgreed: boolean
  content: AssessmentContent
  criteria: { id: string; recordId: string; title: string }[]
}

const CRITERIA = `SELECT k.slug AS id, k.id AS "recordId", k.title FROM vfm_criterion k
  JOIN vfm_scheme s ON s.id = k.scheme_id
  WHERE s.id = (SELECT x.id FROM vfm_scheme x WHERE x.council_id = a.council_id AND x.from_year <= a.start_year
    ORDER BY x.from_year DESC LIMIT 1)
  ORDER BY k.position`

export async function readAssessment(
  { database }: Pick<Context, 'database'>,
  id: string,
): Promise<LoadedAssessment | undefined> {
  const { rows } = await database.pool.query<LoadedAssessment>(
    `SELECT a.id, a.council_id AS "councilId", a.partnership_id AS "partnershipId", a.start_year AS "startYear", a.state,
       a.version, a.assessed_by_id AS "assessedById", a.last_agreed IS NOT NULL AS "hasLastAgreed",
       ${CONTENT} AS content, ${many(CRITERIA)} AS criteria
     FROM vfm_assessment a WHERE a.id = $1`,
    [id],
  )
  return rows[0]
}

/** The next version of a draft; false where somebody changed or moved it first. */
export async function touchDraft(
  client: PoolClient,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE vfm_assessment SET version = version + 1 WHERE id = $1 AND version = $2 AND state = 'draft'`,
    [id, version],
  )
  return rowCount === 1
}

/** The place of an indicator in a framework: the one that this partnership answers for, else the newest. */
export async function placeOfIndicator(
  client: PoolClient,
  { indicator, partnershipId }: { indicator: string; partnershipId: string },
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT fi.id FROM framework_indicator fi JOIN indicator i ON i.id = fi.indicator_id
       JOIN framework f ON f.id = fi.framework_id
     WHERE i.slug = $1
     ORDER BY (fi.owner_id = $2) IS TRUE DESC, f.on_dashboard DESC, f.start_year DESC LIMIT 1`,
    [indicator, partnershipId],
  )
  return rows[0]?.id ?? null
}
