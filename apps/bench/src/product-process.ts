import { readConfig } from '@accord/api/config'
import { startServer } from '@accord/api/server'
import { createDatabase, type Database } from '@accord/database'
import { TODAY } from './area-shape.ts'
import {
  cpuMicroseconds,
  endWithParent,
  type Order,
  reply,
  residentBytes,
  type Start,
} from './process-messages.ts'

/** Every dashboard made is one run of its statement: counted here, so that cold can be proved cold. */
function countStatements({ lanes }: Database): () => number {
  let statements = 0
  const { query } = lanes
  lanes.query = (statement) => {
    if (statement.name === 'dashboard') statements += 1
    return query(statement)
  }
  return () => statements
}

/** The API as the product starts it, in a process of its own. */
async function start({ connectionString, poolSize }: Start): Promise<() => number> {
  const database = createDatabase({ connectionString, poolSize })
  const statements = countStatements(database)
  const config = readConfig({ PORT: '0', ACCORD_LOG: 'error', ACCORD_TODAY: TODAY })
  const { address } = await startServer(config, database)
  reply({ kind: 'listening', port: Number(new URL(address).port) })
  return statements
}

let statements = () => 0

endWithParent()
process.on('message', async (order: Order) => {
  if (order.kind === 'start') statements = await start(order.start)
  if (order.kind === 'report') {
    reply({
      kind: 'report',
      statements: statements(),
      cpuMicroseconds: cpuMicroseconds(),
      residentBytes: residentBytes(),
    })
  }
})
