import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { assertDatabaseUsable, createDatabase, type Database } from './client/index.ts'
import { migrate } from './migrate.ts'
import { startLocalServer } from './server/index.ts'
import { errorCode, StartError } from './start-error.ts'

/** The product's database on the bundled server. */
export const LOCAL_DATABASE_NAME = 'accord'

/** Where the bundled server keeps its files when ACCORD_DATA_DIR does not say. */
export const DEFAULT_DATA_DIRECTORY = fileURLToPath(new URL('../data', import.meta.url))

export type CommandDatabase = Database & { connectionString: string }

type Address = { connectionString: string; release: () => Promise<void> }

async function addressFromEnvironment(environment: NodeJS.ProcessEnv): Promise<Address> {
  if (environment.DATABASE_URL) {
    return { connectionString: environment.DATABASE_URL, release: () => Promise.resolve() }
  }
  const server = await startLocalServer({
    dataDirectory: environment.ACCORD_DATA_DIR || DEFAULT_DATA_DIRECTORY,
    onMessage: (sentence) => process.stderr.write(`${sentence}\n`),
  })
  await server.ensureDatabase(LOCAL_DATABASE_NAME)
  return {
    connectionString: server.connectionString(LOCAL_DATABASE_NAME),
    // A server that ran before the command runs on after it, and one that someone has meanwhile joined.
    release: () => (server.reused ? Promise.resolve() : server.stop({ unlessInUse: true })),
  }
}

/**
 * Runs one command's work on the product's database: that of DATABASE_URL, else the bundled server's, started
 * if need be and left as it was found. Migrates first. What stops it becomes one sentence and exit code 1.
 */
export async function withCommandDatabase(work: (database: CommandDatabase) => Promise<void>): Promise<void> {
  try {
    const { connectionString, release } = await addressFromEnvironment(process.env)
    try {
      await migrate(connectionString)
      const database = createDatabase({
        connectionString,
        poolSize: 2,
        applicationName: 'accord-command',
        statementTimeoutMilliseconds: 300_000,
      })
      try {
        await assertDatabaseUsable(database.pool)
        await work({ ...database, connectionString })
      } finally {
        await database.close()
      }
    } finally {
      await release()
    }
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exitCode = 1
  }
}

function isOfDatabase(error: Error): boolean {
  return (
    error.name.startsWith('PrismaClient') ||
    error instanceof pg.DatabaseError ||
    errorCode(error).startsWith('ECONN')
  )
}

// Work is done in one transaction, so that whatever stopped it left nothing behind.
function sentenceFor(error: unknown): string {
  if (error instanceof StartError) return error.message
  if (!(error instanceof Error) || !isOfDatabase(error)) throw error
  const reason = error.message.trim().split('\n').at(-1) ?? ''
  return `The database stopped the work and nothing was changed: ${reason}`
}
