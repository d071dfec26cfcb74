import type { RecommendationResponse, RecordAccess } from '@accord/domain'
import type { PoolClient } from 'pg'

type Marked = { access: RecordAccess; paragraph: number | null }
type Place = { councilId: string; partnershipId: string; personId: string }

export async function insert(client: PoolClient, text: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(text, values)
  const [row] = rows
  if (row === undefined) throw new Error('An insert answers with the row it made.')
  return row.id
}

/** False where somebody changed the record first. */
export async function change(client: PoolClient, text: string, values: unknown[]): Promise<boolean> {
  return (await client.query(text, values)).rowCount === 1
}

export function insertQuestion(
  client: PoolClient,
  question: Place & { number: number; quarterIndex: number; on: string; text: string; answerDueOn: string },
): Promise<string> {
  const { councilId, partnershipId, number, quarterIndex, personId, on, text, answerDueOn } = question
  return insert(
    client,
    `INSERT INTO question (id, council_id, partnership_id, quarter_index, asked_by_id, asked_on, text, answer_due_on, number)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5::date, $6, $7::date, $8) RETURNING id`,
    [councilId, partnershipId, quarterIndex, personId, on, text, answerDueOn, number],
  )
}

type Closing = { id: string; version: number; on: string; personId: string }

export function closeQuestionRow(
  client: PoolClient,
  { id, version, on, personId }: Closing,
): Promise<boolean> {
  return change(
    client,
    `UPDATE question SET closed_on = $3::date, closed_by_id = $4, version = version + 1
     WHERE id = $1 AND version = $2 AND closed_on IS NULL AND answered_on IS NOT NULL`,
    [id, version, on, personId],
  )
}

/** The numbers in use, with the partnership locked: two who write at once do not take the same. */
export async function lockNumbers(
  client: PoolClient,
  {
    councilId,
    partnershipId,
    of,
  }: Pick<Place, 'councilId' | 'partnershipId'> & { of: 'question' | 'recommendation' },
): Promise<number[]> {
  await client.query('SELECT FROM partnership WHERE id = $1 FOR NO KEY UPDATE', [partnershipId])
  const { rows } = await client.query<{ number: number }>(
    `SELECT number FROM ${of} WHERE council_id = $1 AND partnership_id = $2`,
    [councilId, partnershipId],
  )
  return rows.map(({ number }) => number)
}

export function insertRecommendation(
  client: PoolClient,
  made: Place &
    Marked & {
      number: number
      text: string
      on: string
      followUpOn: string | null
      workItemId: string | null
    },
): Promise<string> {
  const { councilId, partnershipId, personId, number, text, on, followUpOn, workItemId, access, paragraph } =
    made
  return insert(
    client,
    `INSERT INTO recommendation (id, council_id, partnership_id, work_item_id, number, text, made_by_id, made_on,
       follow_up_on, access, exempt_paragraph)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7::date, $8::date, $9::access_level, $10) RETURNING id`,
    [councilId, partnershipId, workItemId, number, text, personId, on, followUpOn, access, paragraph],
  )
}

export type NewAction = { outcome: string; action: string; measure: string; ownerId: string; dueOn: string }

/** Null where the owner has no part in the recommendation’s partnership. */
export async function insertAction(
  client: PoolClient,
  recommendationId: string,
  { outcome, action, measure, ownerId, dueOn, on }: NewAction & { on: string },
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO action (id, partnership_id, source, outcome, action, measure, owner_id, opened_on, due_on)
     SELECT gen_random_uuid(), r.partnership_id, 'scrutiny', $2, $3, $4, $5, $6::date, $7::date FROM recommendation r
     WHERE r.id = $1 AND EXISTS (SELECT FROM person_role held JOIN person who ON who.id = held.person_id
       WHERE held.partnership_id = r.partnership_id AND held.person_id = $5 AND who.disabled_at IS NULL)
     RETURNING id`,
    [recommendationId, outcome, action, measure, ownerId, on, dueOn],
  )
  return rows[0]?.id ?? null
}

export function respondRow(
  client: PoolClient,
  given: Closing & {
    response: RecommendationResponse
    reason: string | null
    followUpOn: string | null
    actionId: string | null
  },
): Promise<boolean> {
  const { id, version, response, reason, personId, on, followUpOn, actionId } = given
  return change(
    client,
    `UPDATE recommendation SET response = $3::recommendation_response, response_reason = $4, responded_by_id = $5,
       responded_on = $6::date, follow_up_on = coalesce($7::date, follow_up_on), action_id = $8, version = version + 1
     WHERE id = $1 AND version = $2 AND response IS NULL AND closed_on IS NULL`,
    [id, version, response, reason, personId, on, followUpOn, actionId],
  )
}

export function closeRecommendationRow(
  client: PoolClient,
  { id, version, outcome, on, personId }: Closing & { outcome: string | null },
): Promise<boolean> {
  return change(
    client,
    `UPDATE recommendation SET outcome = $3, closed_on = $4::date, closed_by_id = $5, version = version + 1
     WHERE id = $1 AND version = $2 AND response IS NOT NULL AND closed_on IS NULL`,
    [id, version, outcome, on, personId],
  )
}
