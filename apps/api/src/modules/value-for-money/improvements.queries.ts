import type { PoolClient } from 'pg'

type NewAction = {
  assessmentId: string
  partnershipId: string
  body: { outcome: string; action: string; measure: string; owner: string; dueOn: string }
  today: string
}

/** Null where the owner is nobody of this partnership. */
export async function insertAction(
  client: PoolClient,
  { assessmentId, partnershipId, body, today }: NewAction,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO action (id, partnership_id, source, outcome, action, measure, owner_id, opened_on, due_on, assessment_id)
     SELECT gen_random_uuid(), p.id, 'vfm_improvement', $3, $4, $5, who.id, $6, $7, $8
     FROM partnership p JOIN person who ON who.id = $2 AND who.disabled_at IS NULL
     WHERE p.id = $1 AND (who.id IN (p.lead_officer_id, p.support_officer_id)
       OR EXISTS (SELECT FROM person_role g WHERE g.person_id = who.id AND g.partnership_id = p.id)
       OR EXISTS (SELECT FROM action x WHERE x.owner_id = who.id AND x.partnership_id = p.id))
     RETURNING id`,
    [partnershipId, body.owner, body.outcome, body.action, body.measure, today, body.dueOn, assessmentId],
  )
  return rows[0]?.id ?? null
}
