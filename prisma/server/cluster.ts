import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { program } from './binaries.ts'
import type { Place } from './place.ts'
import { runProgram } from './run-program.ts'

export const SERVER_USER = 'accord'
const MAJOR_VERSION = '18'

const SETTINGS = `listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
`

export type ClusterRequest = { place: Place; password: string; durable: boolean }

function giveTo(place: Place, file: string): void {
  if (place.account) chownSync(file, place.account.uid, place.account.gid)
}

async function initialise({ place, password, durable }: ClusterRequest): Promise<void> {
  // Made aside and moved into place whole: a start killed midway leaves no half-made database behind.
  const half = `${place.clusterDirectory}.${process.pid}`
  const passwordFile = `${half}.password`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  giveTo(place, half)
  giveTo(place, passwordFile)
  const { code, output } = await runProgram({
    file: program(place.binaries, 'initdb'),
    args: [
      `--pgdata=${half}`,
      `--username=${SERVER_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    account: place.account,
  })
  rmSync(passwordFile, { force: true })
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new StartError(`A database could not be made in ${place.clusterDirectory}: ${lastLine(output)}`)
  }
  appendFileSync(join(half, 'postgresql.conf'), "\ninclude = 'accord.conf'\n")
  writeFileSync(join(half, 'accord.conf'), SETTINGS)
  moveIntoPlace(half, place.clusterDirectory)
}

function moveIntoPlace(half: string, clusterDirectory: string): void {
  try {
    renameSync(half, clusterDirectory)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another start at the same moment was first: its database is as good.
    if (!existsSync(join(clusterDirectory, 'PG_VERSION'))) throw error
  }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}

/** Makes the database on first use; refuses one that another PostgreSQL version made. */
export async function prepareCluster(request: ClusterRequest): Promise<void> {
  const { place } = request
  const versionFile = join(place.clusterDirectory, 'PG_VERSION')
  if (!existsSync(versionFile)) return initialise(request)
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version === MAJOR_VERSION) {
    writeFileSync(join(place.clusterDirectory, 'accord.conf'), SETTINGS)
    return
  }
  throw new StartError(
    `The database in ${place.clusterDirectory} was made by PostgreSQL ${version} and this is ${MAJOR_VERSION}: move its data over with pg_dump first.`,
  )
}
