import { spawn } from 'node:child_process'

/** The system account that runs a program when we are root; PostgreSQL refuses to run as root itself. */
export type Account = { uid: number; gid: number }

export type ProgramResult = { code: number | null; output: string }

// Settings such as PGPORT or PGDATA in the caller's environment would steer the server elsewhere.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** Runs a program to its end as the given account and gathers what it says. */
export function runProgram(command: {
  file: string
  args: string[]
  account: Account | undefined
}): Promise<ProgramResult> {
  const { file, args, account } = command
  return new Promise((resolve) => {
    // From the root folder: the account may not be allowed into the caller's.
    const child = spawn(file, args, { ...account, cwd: '/', env: cleanEnvironment(), stdio: 'pipe' })
    let output = ''
    const gather = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('exit', (code) => resolve({ code, output }))
  })
}
