import { createServer } from 'node:net'
import { BuildError, buildWeb, generateClient } from './build.ts'

type Stop = () => Promise<void>

/** What has been started, to be stopped in reverse. */
const started: Stop[] = []
let stopping: Promise<void> | null = null

async function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of started.reverse()) await stop()
  })()
  await stopping
}

function stopWhenAsked(): void {
  const stop = (why: string) => {
    if (stopping !== null) return
    process.stdout.write(`\n${why} Stopping the server and the database …`)
    stopAll().then(
      () => {
        process.stdout.write(' stopped.\n')
        process.exit(0)
      },
      () => process.exit(1),
    )
  }
  process.on('SIGINT', () => stop('Interrupted.'))
  process.on('SIGTERM', () => stop('Asked to end.'))
  process.on('SIGHUP', () => stop('The terminal was closed.'))
  process.on('disconnect', () => stop('The launcher is gone.'))
}

/** Before anything slow is done: a port that is taken stays taken. */
async function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(!('code' in error) || error.code !== 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

async function run(): Promise<void> {
  const { readConfig } = await import('@accord/api/config')
  const config = readConfig(process.env)
  generateClient()
  const { StartError } = await import('@accord/database')
  if (!(await isPortFree(config.host, config.port))) {
    throw new StartError(
      `Port ${config.port} is in use. Stop what uses it, or choose another: PORT=${config.port + 1} npm start.`,
    )
  }
  buildWeb()
  const { startDatabase } = await import('./start-database.ts')
  const database = await startDatabase(config, (stop) => started.push(stop))
  const { startServer } = await import('@accord/api/server')
  const server = await startServer(config, database)
  started.push(server.close)
  const { welcome } = await import('./welcome.ts')
  process.stdout.write(await welcome(config, server))
}

function sentenceOf(error: unknown): string {
  const isForPeople =
    error instanceof BuildError ||
    (error instanceof Error && ['StartError', 'ConfigError'].includes(error.constructor.name))
  if (isForPeople) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

stopWhenAsked()
run().catch(async (error: unknown) => {
  process.stdout.write('\n')
  process.stderr.write(`${sentenceOf(error)}\n`)
  await stopAll()
  process.exit(1)
})
