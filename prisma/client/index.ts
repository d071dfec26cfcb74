import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { plainReason, StartError } from '../start-error.ts'
import { PrismaClient } from './generated/client.ts'
import { createLanes, type Lanes } from './lanes.ts'

export type DatabaseOptions = {
  connectionString: string
  /** Connections this process may hold at once. */
  poolSize: number
  /** Shown in the server's list of connections. */
  applicationName?: string
  /** 15 s is far above any screen's statement; a seed or a measurement may ask for more. */
  statementTimeoutMilliseconds?: number
}

export type Database = {
  prisma: PrismaClient
  /** The same connections, for statements written by hand. */
  pool: pg.Pool
  /** Connections of their own for the large statements of reading: see createLanes. */
  lanes: Lanes
  close: () => Promise<void>
}

const STATEMENT_TIMEOUT_MILLISECONDS = 15_000
const LOCK_TIMEOUT_MILLISECONDS = 5_000
const IDLE_IN_TRANSACTION_TIMEOUT_MILLISECONDS = 15_000
const CONNECTION_TIMEOUT_MILLISECONDS = 5_000
const READING_LANES = 3

function createPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.poolSize,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLISECONDS,
    keepAlive: true,
    statement_timeout: options.statementTimeoutMilliseconds ?? STATEMENT_TIMEOUT_MILLISECONDS,
    lock_timeout: LOCK_TIMEOUT_MILLISECONDS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MILLISECONDS,
    application_name: options.applicationName ?? 'accord',
    // The Prisma adapter writes instants without their zone: in any other session zone it stores the wrong one.
    options: '-c timezone=UTC',
  })
  // An idle connection that breaks is replaced by the pool; the next statement that fails says why.
  pool.on('error', () => undefined)
  return pool
}

/** One pool for Prisma and for statements by hand, and lanes for the large ones. Connects at the first statement. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options)
  const lanes = createLanes(pool.options, READING_LANES)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    prisma,
    pool,
    lanes,
    close: async () => {
      await prisma.$disconnect()
      await lanes.close()
      await pool.end()
    },
  }
}

type ServerFacts = { version: number; zone: string; encoding: string }

async function readServerFacts(pool: pg.Pool): Promise<ServerFacts> {
  try {
    const { rows } = await pool.query<ServerFacts>(
      `select current_setting('server_version_num')::int as version, current_setting('TimeZone') as zone,
              current_setting('server_encoding') as encoding`,
    )
    return rows[0] ?? { version: 0, zone: '', encoding: '' }
  } catch (error) {
    throw new StartError(`The database cannot be reached: ${plainReason(error)}.`)
  }
}

/** Refuses, in one sentence, a database in which the product's figures or instants could go wrong. */
export async function assertDatabaseUsable(pool: pg.Pool): Promise<void> {
  const { version, zone, encoding } = await readServerFacts(pool)
  if (version < 150_000) {
    throw new StartError(
      `The database server is PostgreSQL ${Math.floor(version / 10_000)}: Accord needs 15 or newer.`,
    )
  }
  if (zone !== 'UTC') {
    throw new StartError(
      `The database session’s time zone is ${zone}, not UTC: instants would be stored wrongly.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new StartError(`The database’s encoding is ${encoding}: Accord needs UTF8.`)
  }
}
