import type { PoolClient } from 'pg'
import type { Context } from '#api/context.ts'

type Assignment = { returnId: string; section: string; cells: string[] | null; personId: string }

/** The same section handed to the same person twice is handed once. */
export async function insertAssignment(
  client: PoolClient,
  { actor, now }: Context,
  { returnId, section, cells, personId }: Assignment,
): Promise<void> {
  await client.query(
    `INSERT INTO return_assignment (id, return_id, section, cells, person_id, created_at, created_by_id)
     SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (
       SELECT FROM return_assignment s WHERE s.return_id = $1 AND s.section = $2 AND s.person_id = $4
         AND s.cells IS NOT DISTINCT FROM $3::text[] AND s.withdrawn_at IS NULL)`,
    [returnId, section, cells, personId, now, actor.personId],
  )
}

export async function withdraw(
  { database, now }: Context,
  { returnId, assignmentId }: { returnId: string; assignmentId: string },
): Promise<void> {
  await database.pool.query(
    'UPDATE return_assignment SET withdrawn_at = $3 WHERE id = $1 AND return_id = $2 AND withdrawn_at IS NULL',
    [assignmentId, returnId, now],
  )
}
