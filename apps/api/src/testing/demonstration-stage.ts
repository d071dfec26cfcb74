import { createTestDatabase, type TestDatabase } from '@accord/database/testing'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { buildTestApp, type TestApp } from './test-app.ts'

type Stage = { readonly database: TestDatabase; readonly api: TestApp }

function made<T>(thing: T | null): T {
  if (thing === null) throw new Error('The demonstration is there only while a test runs.')
  return thing
}

/**
 * For a test file: an app on a copy of the demonstration of its own, gone with the last test; where the tests write,
 * a fresh copy for each of them.
 */
export function demonstrationStage({ forEach = 'file' }: { forEach?: 'file' | 'test' } = {}): Stage {
  let database: TestDatabase | null = null
  let api: TestApp | null = null

  const [before, after] = forEach === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach]

  before(async () => {
    database = await createTestDatabase({ content: 'demonstration' })
    api = await buildTestApp(database)
  })

  after(async () => {
    await api?.close()
    await database?.drop()
  })

  return {
    get database() {
      return made(database)
    },
    get api() {
      return made(api)
    },
  }
}
