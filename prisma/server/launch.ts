import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import { program } from './binaries.ts'
import type { Place } from './place.ts'
import { answers, livePostmaster, type Postmaster } from './postmaster.ts'
import { runProgram } from './run-program.ts'

export type LaunchRequest = { place: Place; password: string; port: number | undefined; durable: boolean }
export type Launched = { port: number; reused: boolean }

const KEPT_LOG_BYTES = 5_000_000
const ATTEMPTS = 8

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function logFile(place: Place): string {
  const file = join(place.clusterDirectory, 'server.log')
  if (existsSync(file) && statSync(file).size > KEPT_LOG_BYTES) renameSync(file, `${file}.1`)
  return file
}

function logSize(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

async function startServer(request: LaunchRequest, port: number): Promise<string | undefined> {
  const log = logFile(request.place)
  const before = logSize(log)
  const unsafe = '-c fsync=off -c full_page_writes=off -c synchronous_commit=off'
  const options = request.durable ? `-p ${port}` : `-p ${port} ${unsafe}`
  const { code, output } = await runProgram({
    file: program(request.place.binaries, 'pg_ctl'),
    args: ['start', '-w', '-t', '300', '-s', '-D', request.place.clusterDirectory, '-l', log, '-o', options],
    account: request.place.account,
  })
  if (code === 0) return undefined
  return logSize(log) > before ? readFileSync(log).subarray(before).toString('utf8') : output
}

export async function stopServer(place: Place): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const args = ['stop', '-w', '-t', '30', '-s', '-m', mode, '-D', place.clusterDirectory]
    const { code } = await runProgram({
      file: program(place.binaries, 'pg_ctl'),
      args,
      account: place.account,
    })
    if (code === 0 || !(await livePostmaster(place))) return
  }
  throw new StartError(`The database server in ${place.clusterDirectory} could not be stopped.`)
}

// A server still recovering from a crash owns the folder but does not answer yet: it is given half a minute.
async function answersInTime(request: LaunchRequest, owner: Postmaster): Promise<boolean> {
  for (let waited = 0; waited < 30_000; waited += 250) {
    if (await answers(request.place, { port: owner.port, password: request.password })) return true
    if (!(await livePostmaster(request.place))) return false
    await pause(250)
  }
  return false
}

function sentenceFor(log: string, request: LaunchRequest): string {
  if (log.includes('Address already in use')) {
    return `Port ${request.port} is taken: set another port for the database server, or none to have a free one found.`
  }
  const fatal = log.split('\n').find((line) => line.includes('FATAL'))
  const reason = (fatal ?? log.trim().split('\n').at(-1) ?? '').replace(/^.*FATAL:\s*/, '')
  return `The database server could not start in ${request.place.clusterDirectory}: ${reason}`
}

async function reuseOrStop(request: LaunchRequest): Promise<Launched | undefined> {
  const owner = await livePostmaster(request.place)
  if (!owner) return undefined
  if (await answersInTime(request, owner)) return { port: owner.port, reused: true }
  if (await livePostmaster(request.place)) await stopServer(request.place)
  return undefined
}

/**
 * Reuses the folder's running server, else starts one. Tried again while a killed server's children still hold
 * its memory, when a found port is taken meanwhile, and when another start was faster.
 */
export async function launch(request: LaunchRequest): Promise<Launched> {
  let log = ''
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await reuseOrStop(request)
    if (running) return running
    const port = request.port ?? (await freePort())
    const failure = await startServer(request, port)
    if (failure === undefined) return { port, reused: false }
    log = failure
    if (request.port !== undefined && log.includes('Address already in use')) break
    if (!/in use|already exists|is starting|lock file/.test(log)) break
    await pause(500)
  }
  throw new StartError(sentenceFor(log, request))
}
