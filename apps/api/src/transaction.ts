import type { Database } from '@accord/database'
import type { PoolClient, QueryConfig } from 'pg'

/** The database as one transaction sees it, for readings that usually have connections of their own. */
export function within(database: Database, client: PoolClient): Database {
  return Object.assign(Object.create(database), {
    pool: Object.assign(Object.create(database.pool), { query: client.query.bind(client) }),
    lanes: { query: (statement: QueryConfig) => client.query(statement), close: async () => undefined },
  })
}

// A connection that is lost fails the statement it was busy with, which says so; unheard, it would end the process.
const heard = () => undefined

/** All of it or none of it. What fails is undone, and the connection goes back only when it is clean. */
export async function inTransaction<Result>(
  database: Database,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect()
  client.on('error', heard)
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  } finally {
    client.off('error', heard)
  }
}
