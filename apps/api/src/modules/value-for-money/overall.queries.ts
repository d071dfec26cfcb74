import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import type { SaveBody } from './drafts.schemas.ts'

/** The overall judgement, as far as it is sent, and the next version; false where somebody was first. */
export async function saveOverall(
  client: PoolClient,
  { actor, today }: Context,
  { id, version, body }: { id: string; version: number; body: SaveBody },
): Promise<boolean> {
  const sent = (value: unknown) => value !== undefined
  const { rowCount } = await client.query(
    `UPDATE vfm_assessment SET version = version + 1, assessed_by_id = $3, assessed_on = $4,
       rating = CASE WHEN $5 THEN $6::int ELSE rating END,
       rating_reason = CASE WHEN $7 THEN $8 ELSE rating_reason END,
       answer = CASE WHEN $9 THEN $10::assessment_answer ELSE answer END,
       answer_reason = CASE WHEN $11 THEN $12 ELSE answer_reason END
     WHERE id = $1 AND version = $2 AND state = 'draft'`,
    [
      ...[id, version, actor.personId, today],
      ...[sent(body.rating), body.rating ?? null, sent(body.ratingReason), body.ratingReason ?? null],
      ...[sent(body.answer), body.answer ?? null, sent(body.answerReason), body.answerReason ?? null],
    ],
  )
  return rowCount === 1
}
