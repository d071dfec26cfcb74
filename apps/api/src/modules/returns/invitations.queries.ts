import type { Database } from '@accord/database'
import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'

export type Invitation = {
  returnId: string
  section: string
  cells: string[] | null
  name: string
  email: string
  expiresOn: string
  tokenHash: Buffer
}

export async function insertInvitation(
  client: PoolClient,
  { actor, now }: Context,
  { returnId, section, cells, name, email, expiresOn, tokenHash }: Invitation,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO return_assignment (id, return_id, section, cells, invited_name, invited_email, token_hash, expires_on, created_at, created_by_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7::date, $8, $9) RETURNING id`,
    [returnId, section, cells, name, email, tokenHash, expiresOn, now, actor.personId],
  )
  return rows[0]?.id ?? ''
}

export type Redeemed = { assignmentId: string; returnId: string; section: string; personId: string }

/** Uses an invitation, once: null where there is none to use. Whoever it names becomes a person, without roles. */
export async function redeemInvitation(
  database: Database,
  { tokenHash, today, at }: { tokenHash: Buffer; today: string; at: Date },
): Promise<Redeemed | null> {
  const { rows } = await database.pool.query<Redeemed>(
    `WITH used AS (
       UPDATE return_assignment SET redeemed_at = $3 WHERE token_hash = $1 AND redeemed_at IS NULL
         AND withdrawn_at IS NULL AND expires_on >= $2::date
       RETURNING id, return_id, section, invited_email, invited_name),
     added AS (
       INSERT INTO person (id, email, name) SELECT gen_random_uuid(), invited_email, coalesce(invited_name, invited_email) FROM used
       ON CONFLICT (email) DO NOTHING RETURNING id, email)
     SELECT u.id AS "assignmentId", u.return_id AS "returnId", u.section, coalesce(a.id, p.id) AS "personId"
     FROM used u LEFT JOIN added a ON a.email = u.invited_email LEFT JOIN person p ON p.email = u.invited_email`,
    [tokenHash, today, at],
  )
  return rows[0] ?? null
}
