import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createDatabase, type Database } from '../client/index.ts'
import { migrate } from '../migrate.ts'
import { loadDemonstration } from '../seed/load.ts'
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

type Content = 'empty' | 'demonstration'

const FILLS: Record<Content, (address: string) => Promise<void>> = {
  empty: async (address) => {
    await migrate(address)
  },
  demonstration: async (address) => {
    await migrate(address)
    const database = createDatabase({ connectionString: address, poolSize: 1 })
    try {
      await loadDemonstration(database, { today: '2009-10-19' })
    } finally {
      await database.close()
    }
  },
}

export type TestDatabaseOptions = {
  /** `empty` is migrated and holds nothing; `demonstration` holds the demonstration as on 19 October 2009. */
  content?: Content
  poolSize?: number
}

/** A database of its own for one test file or test, copied from a template. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { content = 'empty', poolSize = 4 } = options
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(async (client) => {
    await makeTemplate(client, `template_${content}`, FILLS[content])
    await client.query(`create database ${name} template template_${content}`)
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
