import { migrate } from '@accord/database'
import type { LocalServer } from '@accord/database/server'
import pg from 'pg'
import { type Area, SHAPE } from './area-shape.ts'
import { fillStatements } from './area-statements.ts'

export type BuiltArea = Area & { connectionString: string; measurements: number; seconds: number }

async function fill(connectionString: string, councils: number): Promise<number> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  try {
    for (const statement of fillStatements(councils)) await client.query(statement)
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM measurement')
    return rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}

/** A database of its own for an area, with every table the dashboard reads filled. */
export async function buildArea(server: LocalServer, area: Area): Promise<BuiltArea> {
  const started = performance.now()
  await server.ensureDatabase(area.databaseName)
  const connectionString = server.connectionString(area.databaseName)
  await migrate(connectionString)
  const measurements = await fill(connectionString, area.councils)
  const expected = area.councils * SHAPE.indicators * SHAPE.quarters
  if (measurements !== expected)
    throw new Error(`The area has ${measurements} measurements, not ${expected}.`)
  return { ...area, connectionString, measurements, seconds: (performance.now() - started) / 1000 }
}
