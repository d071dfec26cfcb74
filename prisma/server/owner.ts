import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './postmaster.ts'

// Which process answers for stopping the server: the one that started it, or after its death the next to come.
function ownerFile(dataDirectory: string): string {
  return join(dataDirectory, 'database-owner')
}

function recordedOwner(dataDirectory: string): number | undefined {
  try {
    const pid = Number(readFileSync(ownerFile(dataDirectory), 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

export function ownedByAnother(dataDirectory: string): boolean {
  const owner = recordedOwner(dataDirectory)
  return owner !== undefined && owner !== process.pid && isAlive(owner)
}

export function takeOwnership(dataDirectory: string): void {
  writeFileSync(ownerFile(dataDirectory), `${process.pid}\n`)
}

export function releaseOwnership(dataDirectory: string): void {
  rmSync(ownerFile(dataDirectory), { force: true })
}
