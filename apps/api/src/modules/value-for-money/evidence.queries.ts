import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'
import type { EvidenceBody } from './drafts.schemas.ts'

type NewEvidence = {
  assessmentId: string
  criterionId: string
  fileId: string | null
  placeId: string | null
  body: EvidenceBody
}

export async function insertEvidence(
  client: PoolClient,
  { actor, today }: Context,
  { assessmentId, criterionId, fileId, placeId, body }: NewEvidence,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO vfm_evidence (id, assessment_id, criterion_id, title, note, url, file_id, framework_indicator_id,
       access, exempt_paragraph, added_by_id, added_on)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      ...[assessmentId, criterionId, body.title, body.note || null, body.url ?? null, fileId, placeId],
      ...[body.access, body.paragraph, actor.personId, today],
    ],
  )
  return rows[0]?.id ?? ''
}

export async function withdraw(
  client: PoolClient,
  { evidenceId, today }: { evidenceId: string; today: string },
): Promise<void> {
  await client.query(
    'UPDATE vfm_evidence SET withdrawn_on = greatest($2::date, added_on) WHERE id = $1 AND withdrawn_on IS NULL',
    [evidenceId, today],
  )
}
