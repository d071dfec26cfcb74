import { createDatabase, type Database } from '@accord/database'
import { afterEach, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { createFreshness, type Fresh, type Freshness } from './freshness.ts'

const stage = demonstrationStage()
let opened: { freshness: Freshness; database: Database } | null = null

afterEach(async () => {
  await opened?.freshness.close()
  await opened?.database.close()
  opened = null
})

async function open() {
  const database = createDatabase({
    connectionString: stage.database.connectionString,
    poolSize: 1,
    applicationName: 'freshness test',
  })
  const freshness = createFreshness(database)
  opened = { freshness, database }
  const { cookie } = await stage.api.signedInAs('executive@cherwell.example')
  const token = cookie.replace('accord=', '')
  return (council: string | null = 'cherwell') =>
    new Promise<Fresh>((resolve, reject) => {
      freshness.ask({ token, council }, (error, fresh) => (fresh === null ? reject(error) : resolve(fresh)))
    })
}

test('the same answer is given again while nobody writes, and another one after any write', async () => {
  const ask = await open()
  const first = await ask()
  expect(first.session).toMatchObject({ name: 'Cllr Helen Marsden' })
  expect((await ask()).figuresVersion).toBe(first.figuresVersion)
  await stage.database.pool.query("UPDATE outcome SET title = title || ' ' WHERE slug LIKE '%'")
  expect((await ask()).figuresVersion).not.toBe(first.figuresVersion)
})

test('a session that another process ends is gone in the very next answer', async () => {
  const ask = await open()
  const { session } = await ask()
  await stage.database.pool.query('DELETE FROM session WHERE id = $1', [session?.id])
  expect((await ask()).session).toBeNull()
})

test('a write that is not committed yet changes nothing, and its commit does', async () => {
  const ask = await open()
  const before = await ask()
  const writer = await stage.database.pool.connect()
  try {
    await writer.query('BEGIN')
    await writer.query("UPDATE outcome SET title = title || '.' WHERE slug LIKE '%'")
    expect((await ask()).figuresVersion).toBe(before.figuresVersion)
    await writer.query('COMMIT')
    expect((await ask()).figuresVersion).not.toBe(before.figuresVersion)
  } finally {
    writer.release()
  }
})

test('a council that nobody asked for before is looked up, and an unknown one has no version', async () => {
  const ask = await open()
  await ask()
  expect((await ask('oxfordshire')).figuresVersion).not.toBeNull()
  expect((await ask('atlantis')).figuresVersion).toBeNull()
})

test('it asks again on a new connection after its own is lost', async () => {
  const ask = await open()
  await ask()
  await stage.database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'freshness test'",
  )
  await expect.poll(() => ask().catch(() => null)).toMatchObject({ session: { name: 'Cllr Helen Marsden' } })
})
