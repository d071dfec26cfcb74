import type pg from 'pg'
import { createOwnConnection } from './own-connection.ts'

export type Lanes = {
  query: <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => Promise<pg.QueryResult<Row>>
  close: () => Promise<void>
}

/**
 * A few connections on which statements wait at the server and not here. A pool sends the next one when this
 * process has read the last; while it makes something large of what it read, the server would have nothing to do.
 * Each statement stands alone: no transactions on a lane.
 */
export function createLanes(options: pg.ClientConfig, count: number): Lanes {
  const lanes = Array.from({ length: count }, () => ({
    waiting: 0,
    connection: createOwnConnection({ ...options, pipeline: true }),
  }))
  const shortest = () => lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best))
  return {
    query: async (statement) => {
      const lane = shortest()
      lane.waiting += 1
      try {
        const client = await lane.connection.client()
        return await client.query(statement)
      } finally {
        lane.waiting -= 1
      }
    },
    close: async () => {
      await Promise.all(lanes.map(({ connection }) => connection.close()))
    },
  }
}
