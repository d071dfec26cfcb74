import { createDatabase } from '@accord/database'
import { createClock } from '#api/clock.ts'
import { readConfig } from '#api/config.ts'
import { startJobs } from '#api/jobs/jobs.ts'
import { createLog } from '#api/log.ts'

/** The jobs in a process of their own, to be killed. */
const config = readConfig(process.env)
const database = createDatabase({ connectionString: config.databaseUrl ?? '', poolSize: 2 })
await startJobs({ database, clock: createClock(config.today), config, log: createLog('silent') })
process.send?.('started')
