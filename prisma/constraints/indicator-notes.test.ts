import { afterAll, beforeAll, describe, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const person = "(select id from person where email = 'performance@cherwell.example')"
const place = "(select id from indicator where slug = 'ni-192'), 2009 * 4"

const aMark = (reason = 'New weighbridges') => `
  insert into process_mark (id, indicator_id, quarter_index, reason, added_by_id, added_at)
  values (gen_random_uuid(), ${place}, '${reason}', ${person}, now())`
const anEvent = (title: string) => `
  insert into indicator_event (id, indicator_id, quarter_index, title, added_by_id, added_at)
  values (gen_random_uuid(), ${place}, '${title}', ${person}, now())`

const REFUSALS: Refusal[] = [
  { guarantee: 'an event says what happened', rule: 'indicator_event_title_said', statement: anEvent(' ') },
  {
    guarantee: 'an event fits on the chart',
    rule: 'indicator_event_title_said',
    statement: anEvent('x'.repeat(41)),
  },
  {
    guarantee: 'an event is withdrawn by someone',
    rule: 'indicator_event_withdrawn_by_someone',
    statement: 'update indicator_event set withdrawn_at = now()',
  },
  {
    guarantee: 'an event is never rewritten',
    rule: 'indicator_event_is_only_withdrawn',
    statement: "update indicator_event set title = 'Something else'",
  },
  {
    guarantee: 'an event is never removed',
    rule: 'indicator_event_is_only_withdrawn',
    statement: 'delete from indicator_event',
  },
  {
    guarantee: 'an event is withdrawn once',
    rule: 'indicator_event_is_only_withdrawn',
    statement: `update indicator_event set withdrawn_at = now(), withdrawn_by_id = ${person};
      update indicator_event set withdrawn_at = null, withdrawn_by_id = null`,
  },
  { guarantee: 'a mark has its reason', rule: 'process_mark_reason_said', statement: aMark(' ') },
  {
    guarantee: 'limits begin anew at a quarter once',
    rule: 'process_mark_stands_once',
    statement: `${aMark()}; ${aMark('Again')}`,
  },
]

describe('what is noted about a series', () => {
  test.each(REFUSALS)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })

  test('a mark that was withdrawn leaves its quarter to another', async () => {
    await expectAccepted(
      database.pool,
      `${aMark()}; update process_mark set withdrawn_at = now(), withdrawn_by_id = ${person}; ${aMark('Again')}`,
    )
  })
})
