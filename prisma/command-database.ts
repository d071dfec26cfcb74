import { fileURLToPath } from 'node:url'
import { assertDatabaseUsable, createDatabase, type Database } from './client/index.ts'
import { migrate } from './migrate.ts'
import { startLocalServer } from './server/index.ts'
import { StartError } from './start-error.ts'

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
 * if need be and left as it was found. Migrates first. A StartError becomes its sentence and exit code 1.
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
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
