import { expect, test } from 'vitest'
import { verifyPassword } from '../password.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { loadDemonstration } from './load.ts'

// Versions follow the clock by design, and the history of migrations is not the demonstration’s.
const NOT_CONTENT = ['figures_version', '_prisma_migrations']

async function dump({ pool }: TestDatabase): Promise<Record<string, unknown>> {
  const tables = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  const names = tables.rows.map(({ name }) => name).filter((name) => !NOT_CONTENT.includes(name))
  const content: Record<string, unknown> = {}
  for (const name of names) {
    const { rows } = await pool.query(
      `select coalesce(json_agg(t order by t::text), '[]') as all from "${name}" t`,
    )
    content[name] = rows[0].all
  }
  return content
}

test('two loads give the same content in every table', async () => {
  const [one, other] = [await createTestDatabase(), await createTestDatabase()]
  expect(await loadDemonstration(one, { today: '2009-10-19' })).toMatchObject({ loaded: true })
  await loadDemonstration(other, { today: '2009-10-19' })
  const content = await dump(one)
  expect(Object.keys(content).length).toBeGreaterThan(30)
  expect(await dump(other)).toEqual(content)
  await one.drop()
  await other.drop()
})

test('a second load changes nothing and says so', async () => {
  const database = await createTestDatabase({ content: 'demonstration' })
  const before = await dump(database)
  expect(await loadDemonstration(database, { today: '2009-11-30' })).toEqual({
    loaded: false,
    sentence: 'The demonstration is already loaded: nothing was changed.',
  })
  expect(await dump(database)).toEqual(before)
  await database.drop()
})

test('two loads at once load it once', async () => {
  const database = await createTestDatabase()
  const results = await Promise.all([1, 2].map(() => loadDemonstration(database, { today: '2009-10-19' })))
  expect(results.map(({ loaded }) => loaded).sort()).toEqual([false, true])
  await database.drop()
})

test('a live database is refused, and so is one that holds anyone', async () => {
  const live = await createTestDatabase()
  await live.prisma.person.create({ data: { email: 'real@council.example', name: 'Real' } })
  await expect(loadDemonstration(live, { today: '2009-10-19' })).rejects.toThrow('holds other data')
  await live.prisma.deployment.create({ data: { mode: 'live', area: 'Here', loadedAt: new Date(0) } })
  await expect(loadDemonstration(live, { today: '2009-10-19' })).rejects.toThrow('in use for real work')
  expect(await live.prisma.partnership.count()).toBe(0)
  await live.drop()
})

test('exactly the fourteen named people can sign in, with the password demonstration', async () => {
  const database = await createTestDatabase({ content: 'demonstration' })
  const people = await database.prisma.person.findMany({
    where: { passwordHash: { not: null } },
    orderBy: { email: 'asc' },
  })
  expect(people.map(({ email }) => email)).toEqual([
    'administrator@cherwell.example',
    'chair@environment.example',
    'chair@homelessness.example',
    'colleague@waste.example',
    'elaine.marlow@oxfordshire.example',
    'executive@cherwell.example',
    'lead@homelessness.example',
    'lead@waste.example',
    'owen.tranter@cherwell.example',
    'performance@cherwell.example',
    'peter.haldane@oxfordshire.example',
    'portfolio@cherwell.example',
    'scrutiny@cherwell.example',
    'tom.ashdown@cherwell.example',
  ])
  for (const hash of new Set(people.map(({ passwordHash }) => passwordHash ?? ''))) {
    expect(await verifyPassword('demonstration', hash)).toBe(true)
  }
  await database.drop()
})
