import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await database.drop()
})

const numbered = (number: number) => ({ text: 'SELECT $1::int AS number', values: [number] })

test('more statements than lanes are all answered, each with its own answer', async () => {
  const numbers = Array.from({ length: 40 }, (_, number) => number)
  const answers = await Promise.all(
    numbers.map((number) => database.lanes.query<{ number: number }>(numbered(number))),
  )
  expect(answers.map(({ rows }) => rows[0]?.number)).toEqual(numbers)
})

test('a statement that fails harms none of those before and behind it', async () => {
  const failing = { text: 'SELECT 1 / $1::int AS number', values: [0] }
  const outcomes = await Promise.allSettled(
    [numbered(1), failing, numbered(2), failing, numbered(3), numbered(4)].map((statement) =>
      database.lanes.query<{ number: number }>(statement),
    ),
  )
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
})

test('a lane whose connection is lost is opened anew', async () => {
  await database.lanes.query(numbered(1))
  await database.pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  const afterwards = async () => {
    const { rows } = await database.lanes.query<{ number: number }>(numbered(7))
    return rows[0]?.number
  }
  // The loss is told a moment later; until then a statement may be sent into it.
  await expect.poll(() => afterwards().catch(() => null)).toBe(7)
  expect(await Promise.all(Array.from({ length: 6 }, afterwards))).toEqual([7, 7, 7, 7, 7, 7])
})
