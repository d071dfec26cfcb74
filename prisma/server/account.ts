import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { StartError } from '../start-error.ts'
import { type Account, runProgram } from './run-program.ts'

function accountNamed(name: string): Account | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
  if (fields?.[2] === undefined || fields[3] === undefined) return undefined
  return { uid: Number(fields[2]), gid: Number(fields[3]) }
}

async function createdAccount(): Promise<Account | undefined> {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']
  await runProgram({ file: 'useradd', args, account: undefined })
  return accountNamed('postgres')
}

function ownerOf(folder: string): Account | undefined {
  try {
    const { uid, gid } = statSync(folder)
    return uid === 0 ? undefined : { uid, gid }
  } catch {
    return undefined
  }
}

/** Undefined for an ordinary user, who runs the server as themselves. */
export async function databaseAccount(clusterDirectory: string): Promise<Account | undefined> {
  if (userInfo().uid !== 0) return undefined
  const account =
    ownerOf(clusterDirectory) ??
    accountNamed('postgres') ??
    (await createdAccount()) ??
    accountNamed('nobody')
  if (account) return account
  throw new StartError(
    'PostgreSQL refuses to run as root and no account could be made for it: add a system user named postgres, or start as an ordinary user.',
  )
}
