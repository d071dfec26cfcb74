import type { PoolClient } from 'pg'

export type Figure = {
  indicatorId: string
  value: string | null
  numerator: string | null
  denominator: string | null
  missing: string | null
}

export type RecordMoment = { quarterIndex: number; personId: string; at: Date; reason: string }

/**
 * The quarter’s figure of an indicator becomes this one, as provisional. A figure that was there is changed only
 * with a record of both; the same figure again changes nothing.
 */
export async function recordFigure(
  client: PoolClient,
  { indicatorId, value, numerator, denominator, missing }: Figure,
  { quarterIndex, personId, at, reason }: RecordMoment,
): Promise<void> {
  await client.query(
    `WITH before AS (
       SELECT * FROM measurement WHERE indicator_id = $1 AND quarter_index = $2 AND organisation_id IS NULL FOR UPDATE),
     changed AS (
       UPDATE measurement m SET value = $3::numeric, numerator = $4::numeric, denominator = $5::numeric,
         missing_reason = $6::missing_reason,
         state = CASE WHEN $3::numeric IS NULL THEN NULL ELSE 'provisional'::measurement_state END
       FROM before b WHERE m.id = b.id
         AND (b.value, b.numerator, b.denominator, b.missing_reason) IS DISTINCT FROM
           ($3::numeric, $4::numeric, $5::numeric, $6::missing_reason)
       RETURNING m.id, b.value AS old_value, b.numerator AS old_numerator, b.denominator AS old_denominator,
         b.state AS old_state, m.value, m.numerator, m.denominator, m.state),
     added AS (
       INSERT INTO measurement (id, indicator_id, quarter_index, value, numerator, denominator, state, missing_reason, reported_at)
       SELECT gen_random_uuid(), $1, $2, $3::numeric, $4::numeric, $5::numeric,
         CASE WHEN $3::numeric IS NULL THEN NULL ELSE 'provisional'::measurement_state END, $6::missing_reason, $7
       WHERE NOT EXISTS (SELECT FROM before))
     INSERT INTO measurement_revision (id, measurement_id, old_value, new_value, old_numerator, new_numerator,
       old_denominator, new_denominator, old_state, new_state, reason, revised_at, revised_by_id)
     SELECT gen_random_uuid(), id, old_value, value, old_numerator, numerator, old_denominator, denominator,
       old_state, state, $8, $7, $9 FROM changed
     WHERE (old_value, old_numerator, old_denominator, old_state) IS DISTINCT FROM (value, numerator, denominator, state)`,
    [indicatorId, quarterIndex, value, numerator, denominator, missing, at, reason, personId],
  )
}

/** Figures that the council took are final. */
export async function finaliseFigures(
  client: PoolClient,
  indicatorIds: readonly string[],
  { quarterIndex, personId, at, reason }: RecordMoment,
): Promise<void> {
  await client.query(
    `WITH final AS (
       UPDATE measurement m SET state = 'final' WHERE m.indicator_id = ANY ($1::uuid[]) AND m.quarter_index = $2
         AND m.organisation_id IS NULL AND m.state = 'provisional' RETURNING m.*)
     INSERT INTO measurement_revision (id, measurement_id, old_value, new_value, old_numerator, new_numerator,
       old_denominator, new_denominator, old_state, new_state, reason, revised_at, revised_by_id)
     SELECT gen_random_uuid(), id, value, value, numerator, numerator, denominator, denominator, 'provisional', 'final', $4, $3, $5
     FROM final`,
    [indicatorIds, quarterIndex, at, reason, personId],
  )
}

export type EntryTexts = {
  placeId: string
  commentary: string | null
  cause: string | null
  action: string | null
  owner: string | null
  due: string | null
  forecast: string | null
  forecastReason: string | null
}

export async function recordEntry(client: PoolClient, returnId: string, entry: EntryTexts): Promise<void> {
  await client.query(
    `INSERT INTO return_entry (id, return_id, framework_indicator_id, commentary, cause, action, owner_name, due_on, forecast, forecast_reason)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7::date, $8::numeric, $9)
     ON CONFLICT (return_id, framework_indicator_id) DO UPDATE SET commentary = excluded.commentary, cause = excluded.cause,
       action = excluded.action, owner_name = excluded.owner_name, owner_id = NULL, due_on = excluded.due_on,
       forecast = excluded.forecast, forecast_reason = excluded.forecast_reason`,
    [
      returnId,
      entry.placeId,
      entry.commentary,
      entry.cause,
      entry.action,
      entry.owner,
      entry.due,
      entry.forecast,
      entry.forecastReason,
    ],
  )
}

export type ReturnTexts = {
  whatHappened: string | null
  why: string | null
  whatWeAreDoing: string | null
  whatWeNeed: string | null
  memberHours: string | null
  officerHours: string | null
  funding: string | null
}

export async function recordTexts(client: PoolClient, returnId: string, texts: ReturnTexts): Promise<void> {
  await client.query(
    `UPDATE quarterly_return SET what_happened = $2, why = $3, what_we_are_doing = $4, what_we_need = $5,
       member_hours = $6::numeric, officer_hours = $7::numeric, funding_pence = round($8::numeric * 100)::bigint
     WHERE id = $1`,
    [
      returnId,
      texts.whatHappened,
      texts.why,
      texts.whatWeAreDoing,
      texts.whatWeNeed,
      texts.memberHours,
      texts.officerHours,
      texts.funding,
    ],
  )
}

export async function recordAction(
  client: PoolClient,
  action: { id: string; progress: string | null; completed: string | null },
): Promise<void> {
  await client.query('UPDATE action SET progress = $2, completed_on = $3::date WHERE id = $1', [
    action.id,
    action.progress,
    action.completed,
  ])
}

export async function recordRiskReview(
  client: PoolClient,
  review: {
    returnId: string
    riskId: string
    likelihood: number
    impact: number
    note: string | null
    on: string
    personId: string
  },
): Promise<void> {
  const { returnId, riskId, likelihood, impact, note, on, personId } = review
  await client.query(
    'UPDATE risk SET likelihood_after = $2, impact_after = $3, reviewed_on = greatest(reviewed_on, $4::date) WHERE id = $1',
    [riskId, likelihood, impact, on],
  )
  await client.query(
    `INSERT INTO risk_review (id, risk_id, return_id, likelihood, impact, note, reviewed_on, reviewed_by_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6::date, $7)`,
    [riskId, returnId, likelihood, impact, note, on, personId],
  )
}

export async function recordAnswer(
  client: PoolClient,
  { id, answer, on }: { id: string; answer: string; on: string },
): Promise<void> {
  await client.query(
    `UPDATE question SET answer = $2, answered_on = coalesce(answered_on, $3::date), version = version + 1
     WHERE id = $1 AND answer IS DISTINCT FROM $2`,
    [id, answer, on],
  )
}
