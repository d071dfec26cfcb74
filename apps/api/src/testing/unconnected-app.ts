import { createDatabase } from '@accord/database'
import { buildApp } from '../app.ts'
import { createClock } from '../clock.ts'
import { readConfig } from '../config.ts'

/** The routes without a database behind them: connections are opened only when a statement runs. */
export async function buildUnconnectedApp() {
  const database = createDatabase({ connectionString: 'postgresql://nobody@127.0.0.1:1/none', poolSize: 1 })
  const config = readConfig({ ACCORD_LOG: 'silent' })
  const app = await buildApp({ database, clock: createClock(config.today), config })
  app.addHook('onClose', async () => database.close())
  return app
}
