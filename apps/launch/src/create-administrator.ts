import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '@accord/api/config'
import { createFirstAdministrator } from '@accord/api/first-administrator'
import { openDatabase } from '@accord/api/server'
import { StartError } from '@accord/database'
import { startLocalServer } from '@accord/database/server'

const questions = {
  area: 'Name of the area (for example Oxfordshire)',
  council: 'Name of your council (for example Cherwell District Council)',
  name: 'Your name',
  email: 'Your e-mail address',
}

/** What is not given as an option is asked for; the password is never an option, and is not shown. */
async function ask(): Promise<Record<keyof typeof questions | 'password', string>> {
  const { values } = parseArgs({
    options: {
      area: { type: 'string' },
      council: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
    },
  })
  let isMuted = false
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isMuted) process.stdout.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY })
  const answer = async (key: keyof typeof questions) =>
    values[key] ?? (await lines.question(`${questions[key]}: `))
  const answers = {
    area: await answer('area'),
    council: await answer('council'),
    name: await answer('name'),
    email: await answer('email'),
  }
  process.stdout.write('Password (12 characters or more): ')
  isMuted = true
  const password = await lines.question('')
  lines.close()
  process.stdout.write('\n')
  return { ...answers, password }
}

async function run(): Promise<void> {
  const config = readConfig({ ...process.env, ACCORD_MODE: 'live' })
  const local =
    config.databaseUrl === null ? await startLocalServer({ dataDirectory: config.dataDirectory }) : null
  try {
    await local?.ensureDatabase('accord')
    const database = await openDatabase(config.databaseUrl ?? local?.connectionString('accord') ?? '', 'live')
    try {
      const { email } = await createFirstAdministrator(database, await ask(), new Date())
      process.stdout.write(`${email} can sign in now, as administrator.\n`)
    } finally {
      await database.close()
    }
  } finally {
    await local?.stop({ unlessInUse: true })
  }
}

run().catch((error: unknown) => {
  const isForPeople = error instanceof StartError || error instanceof ConfigError
  process.stderr.write(
    `${isForPeople ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
})
