import type { PoolClient } from 'pg'
import type { Actor } from './context.ts'

export type AuditEntry = {
  action: string
  subjectType: string
  subjectId: string
  oldValue: unknown
  newValue: unknown
  reason: string | null
}

/** One link of the audit chain. Its lock is held to the end of the transaction: write it last. */
export async function writeAudit(
  client: PoolClient,
  { actor, now }: { actor: Actor; now: Date },
  entry: AuditEntry,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_event (happened_at, actor_id, actor_name, source, action, subject_type, subject_id, old_value, new_value, reason)
     VALUES ($1, $2, $3, 'api', $4, $5, $6, $7, $8, $9)`,
    [
      now,
      actor.personId,
      actor.name,
      entry.action,
      entry.subjectType,
      entry.subjectId,
      JSON.stringify(entry.oldValue),
      JSON.stringify(entry.newValue),
      entry.reason,
    ],
  )
}
