import { assertDatabaseUsable, createDatabase, type Database, migrate, StartError } from '@accord/database'
import { buildApp } from './app.ts'
import { createClock } from './clock.ts'
import type { Config, Mode } from './config.ts'
import { type Jobs, startJobs } from './jobs/jobs.ts'
import { createLog } from './log.ts'

const POOL_SIZE = 10

export type RunningServer = {
  address: string
  database: Database
  close: () => Promise<void>
}

/** Fictional figures must never pass for a council’s own, nor the reverse. */
async function refuseOtherMode(database: Database, mode: Mode): Promise<void> {
  const deployment = await database.prisma.deployment.findFirst({ select: { mode: true } })
  if (deployment === null || deployment.mode === mode) return
  throw new StartError(
    deployment.mode === 'demonstration'
      ? 'This database holds demonstration data. Give live mode a database of its own: set DATABASE_URL or ACCORD_DATA_DIR.'
      : 'This database holds a live service. Give the demonstration a database of its own: set DATABASE_URL or ACCORD_DATA_DIR.',
  )
}

/** Opens the database, brought up to date, and says so if it is not one to use. */
export async function openDatabase(connectionString: string, mode: Mode): Promise<Database> {
  await migrate(connectionString)
  const database = createDatabase({ connectionString, poolSize: POOL_SIZE })
  try {
    await assertDatabaseUsable(database.pool)
    await refuseOtherMode(database, mode)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function listenError(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start.`,
    )
  }
  if (code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this account. Choose one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(
      `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`,
    )
  }
  return error
}

export async function startServer(config: Config, database: Database): Promise<RunningServer> {
  const clock = createClock(config.today)
  const app = await buildApp({ database, clock, config })
  let jobs: Jobs
  try {
    jobs = await startJobs({ database, clock, config, log: createLog(config.logLevel) })
  } catch (error) {
    await app.close()
    throw error
  }
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await jobs.close()
    await app.close()
    throw listenError(error, config)
  }
  const listening = app.addresses().find((address) => typeof address === 'object')
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host
  return {
    address: `http://${host}:${listening?.port ?? config.port}`,
    database,
    close: async () => {
      await jobs.close()
      await app.close()
      await database.close()
    },
  }
}
