import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { chainSentences, isWhole, verifyChain } from './verify-chain.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
  for (const action of ['accept return', 'publish quarter', 'read exempt', 'agree assessment']) {
    await database.prisma.auditEvent.create({
      data: {
        happenedAt: new Date('2009-10-19T08:00:00Z'),
        actorName: 'Philippa Dane',
        source: 'api',
        action,
        subjectType: 'partnership',
        subjectId: 'waste',
      },
    })
  }
})

afterAll(async () => {
  await database.drop()
})

const verify = (noted: string | null = null) => verifyChain(database.pool, { noted })

/** As somebody with the keys to the database could, and put back afterwards. */
async function tamperedBy(sql: string) {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica')
    await client.query(sql)
    return await verifyChain(client, { noted: null })
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

test('a trail nobody touched is whole, and says its last hash', async () => {
  const report = await verify()
  expect(report).toMatchObject({ length: 5, broken: null, holdsNoted: null })
  expect(isWhole(report)).toBe(true)
  expect(chainSentences(report)[0]).toBe('The audit trail is whole: 5 events.')
  expect(report.lastHash).toMatch(/^[0-9a-f]{64}$/)
})

test('a row changed by SQL is found and named', async () => {
  const report = await tamperedBy("UPDATE audit_event SET actor_name = 'Nobody' WHERE sequence = 3")
  expect(report.broken).toMatchObject({ sequence: 3, fault: 'altered', actorName: 'Nobody' })
  expect(isWhole(report)).toBe(false)
  expect(chainSentences(report)[0]).toBe(
    'The audit trail is broken at event 3 of 5: it was altered after it was written.',
  )
})

test('a row changed and hashed again is found at the next', async () => {
  const report = await tamperedBy(
    `UPDATE audit_event SET action = 'nothing' WHERE sequence = 3;
     UPDATE audit_event e SET hash = audit_event_hash(e) WHERE sequence = 3`,
  )
  expect(report.broken).toMatchObject({ sequence: 4, fault: 'out of place' })
})

test('a row removed from the middle is found', async () => {
  const report = await tamperedBy('DELETE FROM audit_event WHERE sequence = 2')
  expect(report.broken).toMatchObject({ sequence: 3, fault: 'number missing before' })
})

test('rows taken off the end are found by the hash that was noted', async () => {
  const { lastHash } = await verify()
  expect((await verify(lastHash)).holdsNoted).toBe(true)
  const gone = await verify('ab'.repeat(32))
  expect(isWhole(gone)).toBe(false)
  expect(chainSentences(gone)[0]).toContain('is not in the audit trail')
})
