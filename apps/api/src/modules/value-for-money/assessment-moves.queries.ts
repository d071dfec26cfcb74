import type { AssessmentState } from '@accord/domain'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import { CONTENT } from './assessment-content.ts'
import type { LoadedAssessment } from './assessments.queries.ts'

type Move = { id: string; version: number; from: AssessmentState; to: AssessmentState; reason: string | null }

/** What a move sets besides the state. $4 who, $5 the day. */
const SETS: Readonly<Record<AssessmentState, string>> = {
  moderated: 'moderated_by_id = $4, moderated_on = $5',
  // Agreed, it is its own record: the copy of what was agreed before has served.
  agreed: 'agreed_by_id = $4, agreed_on = $5, last_agreed = NULL',
  draft: `moderated_by_id = NULL, moderated_on = NULL, agreed_by_id = NULL, agreed_on = NULL,
    last_agreed = CASE WHEN a.state = 'agreed' THEN ${CONTENT}::jsonb ELSE a.last_agreed END`,
}

/** False where somebody moved or changed it first. */
export async function moveAssessment(
  client: PoolClient,
  { actor, today, now }: Context,
  { id, version, from, to, reason }: Move,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE vfm_assessment a SET version = version + 1, state = $6::assessment_state, ${SETS[to]}
     WHERE a.id = $1 AND a.version = $2 AND a.state = $3::assessment_state
       AND $4::uuid IS NOT NULL AND $5::date IS NOT NULL`,
    [id, version, from, actor.personId, today, to],
  )
  if (rowCount === 0) return false
  await client.query(
    `INSERT INTO vfm_assessment_event (id, assessment_id, from_state, to_state, reason, happened_at, actor_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [id, from, to, reason, now, actor.personId],
  )
  return true
}

/** The rating that everyone reads becomes the one that was agreed, with a record of what it was. */
export async function agreeRating(
  client: PoolClient,
  { actor, today }: Context,
  { councilId, partnershipId, startYear, content }: LoadedAssessment,
): Promise<void> {
  const { rating, ratingReason } = content
  await client.query(
    `WITH before AS (SELECT id, rating FROM vfm_rating
       WHERE council_id = $1 AND partnership_id = $2 AND start_year = $3 FOR UPDATE),
     rated AS (
       INSERT INTO vfm_rating (id, council_id, partnership_id, start_year, rating, reason, rated_on)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)
       ON CONFLICT (council_id, partnership_id, start_year)
         DO UPDATE SET rating = excluded.rating, reason = excluded.reason, rated_on = excluded.rated_on
       RETURNING id, rating)
     INSERT INTO vfm_rating_change (id, rating_id, old_rating, new_rating, reason, changed_on, changed_by_id)
     SELECT gen_random_uuid(), r.id, b.rating, r.rating, $5, $6, $7 FROM rated r LEFT JOIN before b ON b.id = r.id
     WHERE b.rating IS DISTINCT FROM r.rating`,
    [councilId, partnershipId, startYear, rating, ratingReason, today, actor.personId],
  )
}
