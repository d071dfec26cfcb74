import { readFileSync, renameSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { errorCode } from '../start-error.ts'
import { SERVER_USER } from './cluster.ts'
import type { Place } from './place.ts'
import { runProgram } from './run-program.ts'

export type Postmaster = { pid: number; port: number }

function lockFile(place: Place): string {
  return join(place.clusterDirectory, 'postmaster.pid')
}

/** What the server's own lock file says: process on line 1, port on line 4. */
export function readPostmaster(place: Place): Postmaster | undefined {
  try {
    const lines = readFileSync(lockFile(place), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

// A dead process that nobody has buried (a zombie) still has its number: it is no server.
function isServerLine(state: string, command: string): boolean {
  return !state.startsWith('Z') && command.includes('postgres')
}

async function isServer(pid: number): Promise<boolean> {
  if (platform() === 'win32') return true
  if (platform() === 'linux') {
    try {
      // "4711 (postgres) S 1 …": the name may hold spaces and brackets, the state follows the last bracket.
      const [, command = '', state = ''] =
        /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      return isServerLine(state, command)
    } catch {
      return false
    }
  }
  const args = ['-o', 'stat=,comm=', '-p', String(pid)]
  const [state = '', command = ''] = (await runProgram({ file: 'ps', args, account: undefined })).output
    .trim()
    .split(/\s+/, 2)
  return isServerLine(state, command)
}

/**
 * The live server of this folder, if there is one. After a power cut the number in the lock file may belong
 * to some other program, which would keep PostgreSQL from starting: that lock is set aside.
 */
export async function livePostmaster(place: Place): Promise<Postmaster | undefined> {
  const found = readPostmaster(place)
  if (!found || !isAlive(found.pid)) return undefined
  if (await isServer(found.pid)) return found
  renameSync(lockFile(place), `${lockFile(place)}.stale`)
  return undefined
}

export function connectionSettings(server: {
  port: number
  password: string
  database: string
}): pg.ClientConfig {
  return {
    host: '127.0.0.1',
    port: server.port,
    user: SERVER_USER,
    password: server.password,
    database: server.database,
    connectionTimeoutMillis: 3000,
  }
}

/** Runs one piece of work on a connection of its own to the server's maintenance database. */
export async function onServer<Result>(
  server: { port: number; password: string },
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(connectionSettings({ ...server, database: 'postgres' }))
  // A server that goes away between two statements is told by the next statement, not by an event.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether the server on that port is the one that owns this folder and takes our password. */
export async function answers(place: Place, server: { port: number; password: string }): Promise<boolean> {
  try {
    const folder = await onServer(server, async (client) => {
      const { rows } = await client.query<{ folder: string }>(
        "select current_setting('data_directory') as folder",
      )
      return rows[0]?.folder
    })
    return folder === place.clusterDirectory
  } catch {
    return false
  }
}
