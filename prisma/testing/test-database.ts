import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createDatabase, type Database } from '../client/index.ts'
import { migrate } from '../migrate.ts'
import { TEST_SERVER_VARIABLE } from './test-server.ts'

export type TestDatabase = Database & {
  connectionString: string
  /** Closes the pool and removes the database. */
  drop: () => Promise<void>
}

function serverAddress(): string {
  const address = process.env[TEST_SERVER_VARIABLE]
  if (address) return address
  throw new Error('No test server runs: name the setup of @accord/database/testing as vitest’s globalSetup.')
}

function addressOf(databaseName: string): string {
  const address = new URL(serverAddress())
  address.pathname = `/${databaseName}`
  return address.href
}

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: serverAddress() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// Made by whichever worker asks first; the others wait for its lock. Built aside and renamed when whole.
async function makeTemplate(client: pg.Client, name: string, fill: (address: string) => Promise<void>) {
  await client.query("select pg_advisory_lock(hashtext('accord test template'))")
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  if (found.rowCount === 0) {
    await client.query(`drop database if exists ${name}_half`)
    await client.query(`create database ${name}_half`)
    await fill(addressOf(`${name}_half`))
    await client.query(`alter database ${name}_half rename to ${name}`)
  }
  await client.query("select pg_advisory_unlock(hashtext('accord test template'))")
}

async function migrated(address: string): Promise<void> {
  await migrate(address)
}

/**
 * A database of its own for one test file or test, copied from a template in about 50 ms.
 * `empty` is migrated and holds nothing.
 */
export async function createTestDatabase({
  poolSize = 4,
}: {
  poolSize?: number
} = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(async (client) => {
    await makeTemplate(client, 'template_empty', migrated)
    await client.query(`create database ${name} template template_empty`)
  })
  const connectionString = addressOf(name)
  const database = createDatabase({ connectionString, poolSize })
  return {
    ...database,
    connectionString,
    drop: async () => {
      await database.close()
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
