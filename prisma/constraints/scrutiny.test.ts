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

const person = "(select id from person where email = 'executive@cherwell.example')"

const REFUSALS: Refusal[] = [
  {
    guarantee: 'a reported item says what was found',
    rule: 'work_item_reported_says_what',
    statement: "update work_item set findings = null where state = 'reported'",
  },
  {
    guarantee: 'an exempt item names its paragraph',
    rule: 'work_item_exempt_names_paragraph',
    statement: "update work_item set exempt_paragraph = null where access = 'exempt'",
  },
  {
    guarantee: 'a recommendation that is not exempt names no paragraph',
    rule: 'recommendation_exempt_names_paragraph',
    statement: 'update recommendation set exempt_paragraph = 3',
  },
  {
    guarantee: 'a response has its date and its person',
    rule: 'recommendation_response_signed',
    statement:
      'update recommendation set responded_on = null where response is not null and closed_on is null',
  },
  {
    guarantee: 'less than accepted has its reason',
    rule: 'recommendation_response_has_reason',
    statement: "update recommendation set response_reason = null where response = 'rejected'",
  },
  {
    guarantee: 'what is rejected has no action',
    rule: 'recommendation_action_of_an_accepted_one',
    statement:
      "update recommendation set response = 'rejected', response_reason = 'Dear.' where action_id is not null",
  },
  {
    guarantee: 'a recommendation is closed only after its response',
    rule: 'recommendation_closed_after_response',
    statement: `update recommendation set closed_on = '2009-10-19', closed_by_id = ${person} where response is null`,
  },
  {
    guarantee: 'two recommendations about one partnership have two numbers',
    rule: 'recommendation_council_id_partnership_id_number_key',
    statement: 'update recommendation set number = 1 where number = 2',
  },
  {
    guarantee: 'two questions to one partnership have two numbers',
    rule: 'question_council_id_partnership_id_number_key',
    statement: 'update question set number = 1 where number = 2',
  },
  {
    guarantee: 'a question that is open was closed by nobody',
    rule: 'question_closed_by_someone',
    statement: `update question set closed_by_id = ${person}`,
  },
]

describe('what scrutiny’s records refuse', () => {
  test.each(REFUSALS)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })

  test.each(["update interview_note set text = 'Other words'", 'delete from interview_note'])(
    'an interview note is never changed: %s',
    async (statement) => {
      await expectRefused(database.pool, { rule: 'interview_note_is_append_only', statement })
    },
  )
})

test('an answered question is closed by a person, on a day', async () => {
  await expectAccepted(
    database.pool,
    `update question set closed_on = '2009-10-19', closed_by_id = ${person} where answer is not null`,
  )
})
