import { EventEmitter } from 'node:events'
import { createOwnConnection, type Database, StartError } from '@accord/database'
import { Logger, type Runner, run, runMigrations, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Clock } from '#api/clock.ts'
import type { Config } from '#api/config.ts'
import type { Log } from '#api/log.ts'
import { createMailer } from '#api/mail/mailer.ts'
import { freeAbandonedJobs, showAlive, whileNoOtherStarts } from './abandoned-jobs.ts'
import { CRONTAB, createTasks } from './tasks.ts'

export type Jobs = { close: () => Promise<void> }

type Services = { database: Database; clock: Clock; config: Config; log: Log }

/** One listens, one keeps the calendar, two work: the API’s own connections stay the API’s. */
const CONNECTIONS = 4
/**
 * Without its batches the library does not wait to hear that a job was struck off its list: with the connection
 * gone that is a rejection nobody handles, which ends the process. In batches of none it ends the worker instead.
 */
const WORKER = {
  concurrentJobs: 2,
  pollInterval: 2_000,
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
}
const SWEEP_MILLISECONDS = 60_000
const RESTART_MILLISECONDS = 2_000

function loggerInto(log: Log): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  return new Logger(() => (level, message) => log[levels[level]](message))
}

/**
 * The library asks once for the numbers of its tasks and keeps the answer, a failure too: a worker whose connection
 * was lost at that moment would never get a job again. One that fails this often is stopped, and starts anew.
 */
const FAILURES_IN_A_ROW = 3

function stopWhenNoneCanBeHad(events: WorkerEvents, stop: () => void): void {
  let failures = 0
  const forget = () => {
    failures = 0
  }
  events.on('worker:getJob:empty', forget)
  events.on('job:start', forget)
  events.on('worker:getJob:error', () => {
    failures += 1
    if (failures === FAILURES_IN_A_ROW) stop()
  })
}

/**
 * The background jobs, in the process of the API and in the product’s own database. More processes share the
 * work; what one that was killed had begun, another takes up within a minute, or the same one when it starts again.
 */
export async function startJobs({ database, clock, config, log }: Services): Promise<Jobs> {
  const { smtpUrl, mailFrom } = config
  const mailer = smtpUrl === null ? null : createMailer({ url: smtpUrl, from: mailFrom })
  const pool = new pg.Pool({ ...database.pool.options, max: CONNECTIONS, application_name: 'accord jobs' })
  const lost = (error: Error) => log.warn({ err: error }, 'a connection of the jobs was lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const own = createOwnConnection({ ...database.pool.options, application_name: 'accord jobs alive' })
  const shared = { pgPool: pool, logger: loggerInto(log) }
  let workerId: string | null = null
  let runner: Runner | null = null
  let isClosing = false
  let restart: NodeJS.Timeout | undefined

  async function sweep(): Promise<void> {
    const client = await own.client()
    await whileNoOtherStarts(client, async () => {
      if (workerId !== null) await showAlive(client, workerId)
      const freed = await freeAbandonedJobs(client, workerId)
      if (freed.length > 0) log.warn({ workers: freed }, 'jobs of a worker that was killed are free again')
    })
  }

  async function start(): Promise<void> {
    await runMigrations(shared)
    const events: WorkerEvents = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => {
      workerId = workerPool.id
    })
    stopWhenNoneCanBeHad(events, () => void runner?.stop().catch(() => undefined))
    const client = await own.client()
    await whileNoOtherStarts(client, async () => {
      await freeAbandonedJobs(client, null)
      runner = await run({
        ...shared,
        events,
        preset: { worker: WORKER },
        noHandleSignals: true,
        taskList: createTasks({ database, clock, config, mailer, log }),
        crontab: CRONTAB,
      })
      if (workerId !== null) await showAlive(client, workerId)
    })
    runner?.promise.then(startAgain, startAgain)
    // The day’s reminders, where the process was not there when the day began, and mail that nothing would send.
    await runner?.addJob('make-reminders', {}, { jobKey: 'make-reminders' })
    await runner?.addJob('send-forgotten', {}, { jobKey: 'send-forgotten' })
  }

  function startAgain(error?: unknown): void {
    if (isClosing) return
    log.error({ err: error }, 'the jobs stopped and start again')
    workerId = null
    restart = setTimeout(() => void start().catch(startAgain), RESTART_MILLISECONDS)
  }

  try {
    await start()
  } catch (error) {
    await Promise.allSettled([own.close(), pool.end()])
    const why = error instanceof Error ? error.message : String(error)
    throw new StartError(`The background jobs could not be set up in the database: ${why}.`)
  }
  const timer = setInterval(() => {
    void sweep().catch((error: unknown) => log.warn({ err: error }, 'no look for abandoned jobs'))
  }, SWEEP_MILLISECONDS)
  return {
    close: async () => {
      isClosing = true
      clearInterval(timer)
      clearTimeout(restart)
      await runner?.stop().catch(() => undefined)
      mailer?.close()
      await own.close()
      await pool.end()
    },
  }
}
