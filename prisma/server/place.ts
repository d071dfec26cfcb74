import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { errorCode, plainReason, StartError } from '../start-error.ts'
import { databaseAccount } from './account.ts'
import { findBinaries, program } from './binaries.ts'
import { type Account, runProgram } from './run-program.ts'

/** Where the database's files and programs are, and who runs them. */
export type Place = {
  dataDirectory: string
  clusterDirectory: string
  binaries: string
  account: Account | undefined
}

// Root's own folders are closed to the account that must run the server, so what it needs is kept here.
const OPEN_FOLDER = '/var/lib/accord'

// Not mkdirSync's own `recursive`: where a parent is there and yet refuses, as under /proc, that never ends.
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return
  makeWithParents(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

function makeFolder(folder: string): void {
  try {
    makeWithParents(folder)
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be written: ${plainReason(error)}.`)
  }
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  const { code } = await runProgram({ file: '/bin/sh', args: ['-c', 'cd "$0"', folder], account })
  return code === 0
}

async function canRun(binaries: string, account: Account): Promise<boolean> {
  const { code } = await runProgram({ file: program(binaries, 'postgres'), args: ['--version'], account })
  return code === 0
}

function copiedBinaries(binaries: string): string {
  const version = createHash('sha256').update(binaries).digest('hex').slice(0, 12)
  const target = join(OPEN_FOLDER, `postgresql-${version}`)
  if (existsSync(target)) return target
  makeFolder(OPEN_FOLDER)
  const half = `${target}.${process.pid}`
  cpSync(binaries, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, target)
  } catch {
    // Another start finished the same copy first.
    rmSync(half, { recursive: true, force: true })
  }
  return target
}

// The pointer keeps the database found where it was put, even when the folders are opened later.
function relocatedCluster(dataDirectory: string): string {
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12)
  const folder = join(OPEN_FOLDER, name)
  makeFolder(folder)
  writeFileSync(join(dataDirectory, 'database-is-at'), `${folder}\n`)
  return folder
}

function knownRelocation(dataDirectory: string): string | undefined {
  const pointer = join(dataDirectory, 'database-is-at')
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
}

/** Settles where the database lives. Only root can need another place than the data folder itself. */
export async function settlePlace(request: {
  dataDirectory: string
  onMessage: (sentence: string) => void
}): Promise<Place> {
  const dataDirectory = resolve(request.dataDirectory)
  makeFolder(dataDirectory)
  const own = knownRelocation(dataDirectory) ?? dataDirectory
  const account = await databaseAccount(join(own, 'postgres'))
  const bundled = findBinaries()
  if (!account) return { dataDirectory, clusterDirectory: join(own, 'postgres'), binaries: bundled, account }
  const binaries = (await canRun(bundled, account)) ? bundled : copiedBinaries(bundled)
  const open = (await canEnter(own, account)) ? own : relocatedCluster(dataDirectory)
  if (open !== dataDirectory) {
    request.onMessage(
      `The account that runs PostgreSQL may not enter ${dataDirectory}: its files are in ${open}.`,
    )
  }
  return { dataDirectory, clusterDirectory: join(open, 'postgres'), binaries, account }
}
