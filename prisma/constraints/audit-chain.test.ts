import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

function anEvent(action: string) {
  return {
    happenedAt: new Date('2009-10-19T08:00:00.123Z'),
    actorName: 'Philippa Dane',
    source: 'screen',
    action,
    subjectType: 'partnership',
    subjectId: 'waste',
    newValue: { b: 1, a: [1.5, 'é'] },
  }
}

async function firstBroken(): Promise<unknown> {
  const { rows } = await database.pool.query('select first_broken_audit_event() as sequence')
  return rows[0]?.sequence
}

test('each event carries the hash of the one before it', async () => {
  await database.prisma.auditEvent.create({ data: anEvent('one') })
  await database.prisma.auditEvent.create({ data: anEvent('two') })
  const events = await database.prisma.auditEvent.findMany({ orderBy: { sequence: 'asc' } })
  expect(events.map((event) => Number(event.sequence))).toEqual(events.map((_, place) => place + 1))
  for (const [place, event] of events.entries()) {
    const before = events[place - 1]?.hash ?? Buffer.alloc(32)
    expect(Buffer.from(event.previousHash).equals(before)).toBe(true)
  }
  expect(await firstBroken()).toBeNull()
})

test('many at once make one chain without a gap', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, place) =>
      database.prisma.auditEvent.create({ data: anEvent(`at once ${place}`) }),
    ),
  )
  expect(await firstBroken()).toBeNull()
})

test('an event that names another predecessor is refused', async () => {
  const data = { ...anEvent('slipped in'), previousHash: Buffer.alloc(32, 7) }
  await expect(database.prisma.auditEvent.create({ data })).rejects.toThrow('does not follow the last one')
})

test('an event altered behind the triggers is found', async () => {
  await database.pool.query(
    "begin; set local session_replication_role = replica; update audit_event set action = 'nothing' where sequence = 2; commit",
  )
  expect(await firstBroken()).toBe('2')
})
