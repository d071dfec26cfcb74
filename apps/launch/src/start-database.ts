import type { Config } from '@accord/api/config'
import { openDatabase } from '@accord/api/server'
import { type Database, loadDemonstration } from '@accord/database'
import { startLocalServer } from '@accord/database/server'
import { startStep } from '../steps.mjs'

const LOCAL_DATABASE = 'accord'

/** The server named in the settings, or the one that comes with the product. */
async function connectionStringFor(
  config: Config,
  onStarted: (stop: () => Promise<void>) => void,
): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl
  const end = startStep('Starting the database')
  const messages: string[] = []
  const server = await startLocalServer({
    dataDirectory: config.dataDirectory,
    onMessage: (sentence) => messages.push(sentence),
  })
  onStarted(() => server.stop())
  await server.ensureDatabase(LOCAL_DATABASE)
  end(server.reused ? 'taken over from an earlier run' : '')
  for (const message of messages) process.stdout.write(`${message}\n`)
  return server.connectionString(LOCAL_DATABASE)
}

export async function startDatabase(
  config: Config,
  onStarted: (stop: () => Promise<void>) => void,
): Promise<Database> {
  const connectionString = await connectionStringFor(config, onStarted)
  const endMigrating = startStep('Bringing the database up to date')
  const database = await openDatabase(connectionString, config.mode)
  endMigrating()
  if (config.today !== null) {
    const endLoading = startStep('Loading the demonstration data')
    const { loaded } = await loadDemonstration(database, { today: config.today })
    endLoading(loaded ? '' : 'already there')
  }
  return database
}
