import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalServer, startLocalServer } from './index.ts'

let dataDirectory: string
let running: LocalServer[] = []

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'accord-server-'))
  // Open to the account that runs the server when the tests run as root.
  chmodSync(dataDirectory, 0o711)
})

afterEach(async () => {
  for (const server of running) await server.stop()
  running = []
  rmSync(dataDirectory, { recursive: true, force: true })
})

// Only the tests that kill, and the one that looks at the settings, need a server that writes safely.
async function start(options: { port?: number; durable?: boolean } = {}): Promise<LocalServer> {
  const server = await startLocalServer({ dataDirectory, durable: false, ...options })
  running.push(server)
  return server
}

async function ask<Row extends object>(server: LocalServer, database: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.connectionString(database) })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

// Where nobody buries the dead, a process that has ended keeps its number: it is told by its state.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '')
  } catch {
    return false
  }
}

async function writerAfterRows(rows: number): Promise<{ child: ChildProcess; acknowledged: () => number }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'child-process.fixture.ts'), dataDirectory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let last = 0
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      last = Number(chunk.toString('utf8').trim().split('\n').at(-1))
      if (last >= rows) resolve()
    })
  })
  return { child, acknowledged: () => last }
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function rowsWritten(server: LocalServer): Promise<number> {
  const [row] = await ask<{ last: number; count: number }>(
    server,
    'accord',
    'select max(number) as last, count(*)::int as count from written',
  )
  expect(row?.count).toBe(row?.last)
  return row?.last ?? 0
}

test('starts on the loopback address with a password, UTF8 and UTC, and keeps what was written', async () => {
  const first = await start({ durable: true })
  await first.ensureDatabase('accord')
  await first.ensureDatabase('accord')
  const [facts] = await ask(
    first,
    'accord',
    "select current_setting('listen_addresses') as address, current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, current_setting('data_checksums') as checksums",
  )
  expect(facts).toEqual({ address: '127.0.0.1', zone: 'UTC', encoding: 'UTF8', fsync: 'on', checksums: 'on' })
  expect(statSync(join(dataDirectory, 'database-password')).mode & 0o777).toBe(0o600)
  await ask(first, 'accord', 'create table kept (word text)')
  await first.stop()
  expect(existsSync(join(dataDirectory, 'postgres', 'postmaster.pid'))).toBe(false)
  const second = await start()
  expect(second.reused).toBe(false)
  expect(await ask(second, 'accord', 'select count(*)::int as count from kept')).toEqual([{ count: 0 }])
})

test('refuses a wrong password: nothing on the machine is trusted', async () => {
  const server = await start()
  const address = new URL(server.connectionString('postgres'))
  address.password = 'guess'
  const client = new pg.Client({ connectionString: address.href })
  await expect(client.connect()).rejects.toThrow('password authentication failed')
})

test('after a kill of the process the next start takes the server over and has every acknowledged row', async () => {
  const { child, acknowledged } = await writerAfterRows(200)
  await killed(child)
  const pid = postmasterPid()
  expect(isAlive(pid)).toBe(true)
  const server = await start()
  expect(server.reused).toBe(true)
  expect(await rowsWritten(server)).toBeGreaterThanOrEqual(acknowledged())
  await server.stop()
  await expect.poll(() => isAlive(pid)).toBe(false)
})

test('after a kill of process and server the next start recovers and has every acknowledged row', async () => {
  const { child, acknowledged } = await writerAfterRows(200)
  const pid = postmasterPid()
  process.kill(pid, 'SIGKILL')
  await killed(child)
  const server = await start({ durable: true })
  expect(server.reused).toBe(false)
  expect(await rowsWritten(server)).toBeGreaterThanOrEqual(acknowledged())
})

test('a server that a live process answers for is joined and left running', async () => {
  const { child } = await writerAfterRows(1)
  const joined = await start()
  expect(joined.reused).toBe(true)
  const pid = postmasterPid()
  await joined.stop()
  expect(isAlive(pid)).toBe(true)
  await killed(child)
  await joined.stop()
  await expect.poll(() => isAlive(pid)).toBe(false)
})

test('a server in use is left running when asked to', async () => {
  const server = await start()
  const client = new pg.Client({ connectionString: server.connectionString('postgres') })
  await client.connect()
  await server.stop({ unlessInUse: true })
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
})

test('a lock left by a dead server whose number another program now has does not keep it from starting', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(
    join(dataDirectory, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${dataDirectory}/postgres\n1\n5432\n\n127.0.0.1\n`,
  )
  const second = await start()
  expect(await ask(second, 'postgres', 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a first start that was killed midway leaves nothing in the way of the next', async () => {
  const half = join(dataDirectory, 'postgres.1')
  writeFileSync(half, 'half made')
  const server = await start()
  expect(await ask(server, 'postgres', 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a taken port is one plain sentence', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(start({ port })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining(`Port ${port} is taken`),
  })
  await new Promise((resolve) => taken.close(resolve))
})

test('a data folder that cannot be made is one plain sentence', async () => {
  const file = join(dataDirectory, 'a-file')
  writeFileSync(file, '')
  await expect(startLocalServer({ dataDirectory: join(file, 'data') })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('cannot be written'),
  })
})

test('a database of another PostgreSQL version is refused in one sentence and left alone', async () => {
  const server = await start()
  await server.stop()
  const versionFile = join(dataDirectory, 'postgres', 'PG_VERSION')
  writeFileSync(versionFile, '17\n')
  await expect(startLocalServer({ dataDirectory })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('PostgreSQL 17'),
  })
  writeFileSync(versionFile, '18\n')
  await start()
})
