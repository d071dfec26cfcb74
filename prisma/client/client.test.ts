import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { assertDatabaseUsable, createDatabase } from './index.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
  const name = new URL(database.connectionString).pathname.slice(1)
  // A server whose clock is London’s, as a council’s own may be.
  await database.pool.query(`alter database ${name} set timezone = 'Europe/London'`)
})

afterAll(async () => {
  await database.drop()
})

test('instants survive a server whose own time zone is London’s', async () => {
  const own = createDatabase({ connectionString: database.connectionString, poolSize: 1 })
  const summer = new Date('2009-07-01T10:00:00.000Z')
  const person = await own.prisma.person.create({
    data: { email: 'noon@summer.example', name: 'Summer', createdAt: summer },
  })
  const { rows } = await own.pool.query<{ seconds: string }>(
    'select extract(epoch from created_at) as seconds from person where id = $1',
    [person.id],
  )
  expect(Number(rows[0]?.seconds) * 1000).toBe(summer.getTime())
  expect((await own.prisma.person.findUniqueOrThrow({ where: { id: person.id } })).createdAt).toEqual(summer)
  await own.close()
})

test('a session that is not in UTC is refused before it can store a wrong instant', async () => {
  const london = new pg.Pool({ connectionString: database.connectionString, max: 1 })
  await expect(assertDatabaseUsable(london)).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('Europe/London'),
  })
  await london.end()
  await expect(assertDatabaseUsable(database.pool)).resolves.toBeUndefined()
})

test('a database that cannot be reached is one sentence', async () => {
  const nowhere = createDatabase({ connectionString: 'postgresql://nobody@127.0.0.1:1/none', poolSize: 1 })
  await expect(assertDatabaseUsable(nowhere.pool)).rejects.toMatchObject({ name: 'StartError' })
  await nowhere.close()
})

test('a statement, a lock and a transaction left open each have an end', async () => {
  const { rows } = await database.pool.query(
    "select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle, current_setting('application_name') as name",
  )
  expect(rows).toEqual([{ statement: '15s', lock: '5s', idle: '15s', name: 'accord' }])
})

test('a connection that the server ends does not end the process, and the next statement has a new one', async () => {
  const own = createDatabase({
    connectionString: database.connectionString,
    poolSize: 1,
    applicationName: 'accord-doomed',
  })
  await own.pool.query('select 1')
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'accord-doomed'",
  )
  await expect.poll(() => own.pool.totalCount).toBe(0)
  expect((await own.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await own.close()
})
