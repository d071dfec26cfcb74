import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { errorCode, StartError } from '../start-error.ts'
import { checkImport } from './check.ts'
import type { CheckMessage, CheckOrder } from './check-apart.ts'

const { connectionString, ...input } = workerData as CheckOrder

const tell = (message: CheckMessage) => parentPort?.postMessage(message)
const OFTEN_ENOUGH = 200
const TIMEOUT = 120_000

function throttled() {
  let last = 0
  return (message: CheckMessage) => {
    const now = performance.now()
    if (now - last < OFTEN_ENOUGH) return
    last = now
    tell(message)
  }
}

async function run(): Promise<void> {
  const client = new pg.Client({
    connectionString,
    application_name: 'accord import',
    options: '-c timezone=UTC',
    statement_timeout: TIMEOUT,
    idle_in_transaction_session_timeout: TIMEOUT,
  })
  client.on('error', () => undefined)
  await client.connect()
  const progress = throttled()
  try {
    await client.query('BEGIN')
    const checked = await checkImport(client, {
      ...input,
      onProgress: (stage, done, total) => progress({ kind: 'progress', stage, done, total }),
    })
    await client.query('COMMIT')
    tell({ kind: 'checked', checked })
  } finally {
    await client.end()
  }
}

try {
  await run()
} catch (error) {
  if (error instanceof StartError) tell({ kind: 'refused', sentence: error.message })
  else {
    const message = error instanceof Error ? error.message : String(error)
    tell({ kind: 'failed', message, code: errorCode(error) })
  }
}
