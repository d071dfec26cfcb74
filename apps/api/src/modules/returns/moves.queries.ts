import type { ReturnAction, ReturnState } from '@accord/domain'
import type { PoolClient } from 'pg'

export type Move = {
  returnId: string
  personId: string
  action: ReturnAction
  from: ReturnState
  to: ReturnState
  version: number
  at: Date
  reason: string | null
}

/** Which of a return’s dates a move sets. The first submission stays: late is counted from it. */
const DATES: Readonly<Partial<Record<ReturnAction, string>>> = {
  sign_off: ', submitted_at = coalesce(submitted_at, $5)',
  accept: ', accepted_at = $5',
  publish: ', published_at = $5',
}

/** False where somebody else moved or changed it first. */
export async function writeMove(client: PoolClient, move: Move): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE quarterly_return SET state = $2, version = version + 1${DATES[move.action] ?? ''}
     WHERE id = $1 AND state = $3 AND version = $4${DATES[move.action] === undefined ? ' AND $5::timestamptz IS NOT NULL' : ''}`,
    [move.returnId, move.to, move.from, move.version, move.at],
  )
  if (rowCount === 0) return false
  await client.query(
    `INSERT INTO return_event (id, return_id, from_state, to_state, reason, happened_at, actor_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [move.returnId, move.from, move.to, move.reason, move.at, move.personId],
  )
  return true
}

/** The copy that the moment of signing freezes: every answer with its version and whose it is. */
export async function writeSubmission(
  client: PoolClient,
  { returnId, personId, at }: { returnId: string; personId: string; at: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO return_submission (id, return_id, number, submitted_at, signed_by_id, contents)
     SELECT gen_random_uuid(), $1, 1 + (SELECT count(*) FROM return_submission WHERE return_id = $1), $2, $3,
       json_build_object('cells', coalesce(json_agg(json_build_object('cell', c.cell, 'value', c.value,
         'version', c.version, 'changedAt', c.changed_at, 'changedById', c.changed_by_id, 'changedBy', who.name)
         ORDER BY c.cell), '[]'))
     FROM return_cell c JOIN person who ON who.id = c.changed_by_id WHERE c.return_id = $1 AND c.value IS NOT NULL`,
    [returnId, at, personId],
  )
}
