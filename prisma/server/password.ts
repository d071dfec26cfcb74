import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, plainReason, StartError } from '../start-error.ts'

function readPassword(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw new StartError(`The database’s password file ${file} cannot be read: ${plainReason(error)}.`)
  }
}

/** The server's password, made on first use and readable by the folder's owner alone. */
export function serverPassword(dataDirectory: string): string {
  const file = join(dataDirectory, 'database-password')
  const known = readPassword(file)
  if (known) return known
  const half = `${file}.${process.pid}`
  try {
    writeFileSync(half, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    // A link, not a rename: of two starts at once the first one's password stands.
    linkSync(half, file)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw new StartError(`The data folder ${dataDirectory} cannot be written: ${plainReason(error)}.`)
    }
  } finally {
    rmSync(half, { force: true })
  }
  return readPassword(file) ?? ''
}
