import type { ClientBase } from 'pg'

/** One number of a name, as an advisory lock wants it. */
const lockOf = (name: string) => `hashtextextended('accord jobs ' || ${name}, 0)`

/** Only one process at a time starts its worker or looks for jobs that others left. */
export async function whileNoOtherStarts<Result>(
  client: ClientBase,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query(`SELECT pg_advisory_lock(${lockOf("'start'")})`)
  try {
    return await work()
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${lockOf("'start'")})`)
  }
}

/**
 * Held by this connection for as long as the process lives: the database lets go of it when the process is gone.
 * Asked for again it is held twice, which is no more than once.
 */
export async function showAlive(client: ClientBase, workerId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_lock_shared(${lockOf('$1')})`, [workerId])
}

const LOCKED_BY = `
SELECT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL`

async function isAlive(client: ClientBase, workerId: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    `SELECT pg_try_advisory_lock(${lockOf('$1')}) AS free`,
    [workerId],
  )
  if (rows[0]?.free !== true) return true
  await client.query(`SELECT pg_advisory_unlock(${lockOf('$1')})`, [workerId])
  return false
}

/** Frees the jobs of workers that were killed: else they would stay locked for four hours. */
export async function freeAbandonedJobs(client: ClientBase, ownId: string | null): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(LOCKED_BY)
  const dead: string[] = []
  for (const { id } of rows) {
    if (id !== ownId && !(await isAlive(client, id))) dead.push(id)
  }
  if (dead.length > 0) await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead])
  return dead
}
