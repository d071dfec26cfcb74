import { afterAll, beforeAll, describe, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { person, WASTE } from './draft-statements.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const OFFICER = person('performance@cherwell.example')
const organisation = (slug: string) => `(select id from organisation where slug = '${slug}')`

// Quarter 3 of 2009/10 opens on 1 January, falls due on the 15th and closes on the 22nd.
const move = (closes: string) => `update quarter set closes_on = '${closes}' where index = 8038`
const moved = (from: string, to: string, reason = 'Snow') =>
  `insert into quarter_date_change values (gen_random_uuid(), 8038, '2010-01-01', '2010-01-01', '2010-01-15', '2010-01-15',
   '${from}', '${to}', '${reason}', now(), ${OFFICER})`

const QUARTERS: Refusal[] = [
  {
    guarantee: 'a quarter’s dates change only with a record',
    rule: 'quarter_date_change_is_recorded',
    statement: move('2010-01-29'),
  },
  {
    guarantee: 'a record of other dates does not cover a change',
    rule: 'quarter_date_change_is_recorded',
    statement: `${move('2010-01-29')}; ${moved('2010-01-22', '2010-01-30')}`,
  },
  {
    guarantee: 'a record of a change that did not happen is refused',
    rule: 'quarter_history_leads_to_present',
    statement: moved('2010-01-22', '2010-01-29'),
  },
  {
    guarantee: 'a change of dates has a reason',
    rule: 'quarter_date_change_has_reason',
    statement: `${move('2010-01-29')}; ${moved('2010-01-22', '2010-01-29', ' ')}`,
  },
  {
    guarantee: 'a change of dates changes a date',
    rule: 'quarter_date_change_changes_something',
    statement: moved('2010-01-22', '2010-01-22'),
  },
  {
    guarantee: 'whoever opened a quarter did so at some time',
    rule: 'quarter_opened_says_when',
    statement: `update quarter set opened_by_id = ${OFFICER} where index = 8038`,
  },
]

const publish = (council: string, dashboard = `'{"title": "Quarter 2"}'`) =>
  `insert into publication values (gen_random_uuid(), ${organisation(council)}, 8037, now(), ${OFFICER}, ${dashboard})`

const PUBLICATIONS: Refusal[] = [
  {
    guarantee: 'a council publishes a quarter once',
    rule: 'publication_council_id_quarter_index_key',
    statement: `${publish('cherwell')}; ${publish('cherwell')}`,
  },
  {
    guarantee: 'only a council publishes',
    rule: 'publication_council_is_a_council',
    statement: publish('thames-valley-police'),
  },
  {
    guarantee: 'a publication holds a dashboard',
    rule: 'publication_holds_a_dashboard',
    statement: publish('cherwell', "'[]'"),
  },
]

type Told = {
  kind?: string
  body?: string
  inReturn?: string
  state?: string
  mailed?: string
  read?: string
}
const tell = (told: Told) => {
  const {
    kind = 'due_today',
    body = 'Send it.',
    inReturn = WASTE,
    state = 'waiting',
    mailed = 'null',
    read = 'null',
  } = told
  return `insert into notification values (gen_random_uuid(), ${OFFICER}, ${inReturn}, '${kind}', '2009-10-16', 'Due today', '${body}',
    now(), ${read}, '${state}', ${mailed})`
}

const answer = (key: string, hash = "sha256('a')", status = 200) =>
  `insert into idempotent_answer values (${OFFICER}, '${key}', 'PUT /returns/1/cells', ${hash}, ${status}, '{}', now())`

const MESSAGES: Refusal[] = [
  {
    guarantee: 'the same is said once a day',
    rule: 'notification_person_id_return_id_kind_on_date_key',
    statement: `${tell({})}; ${tell({})}`,
  },
  {
    guarantee: 'what is about several returns is said once a day too',
    rule: 'notification_person_id_return_id_kind_on_date_key',
    statement: `${tell({ inReturn: 'null' })}; ${tell({ inReturn: 'null' })}`,
  },
  {
    guarantee: 'a message has a kind',
    rule: 'notification_kind_form',
    statement: tell({ kind: 'Due today' }),
  },
  { guarantee: 'a message says something', rule: 'notification_said', statement: tell({ body: '' }) },
  {
    guarantee: 'mail is waiting, sent, listed or failed',
    rule: 'notification_mail_state_known',
    statement: tell({ state: 'posted' }),
  },
  {
    guarantee: 'mail that was sent says when',
    rule: 'notification_sent_says_when',
    statement: tell({ state: 'sent' }),
  },
  {
    guarantee: 'mail that waits was not sent',
    rule: 'notification_sent_says_when',
    statement: tell({ mailed: 'now()' }),
  },
  {
    guarantee: 'a message is read after it was written',
    rule: 'notification_read_after_created',
    statement: tell({ read: "now() - interval '1 hour'" }),
  },
  {
    guarantee: 'a kind of reminder is a word',
    rule: 'reminder_setting_kind_form',
    statement: "insert into reminder_setting values ('Due today', false, null, null)",
  },
  {
    guarantee: 'whoever switched a reminder did so at some time',
    rule: 'reminder_setting_says_who_and_when',
    statement: `insert into reminder_setting values ('due_today', false, ${OFFICER}, null)`,
  },
  {
    guarantee: 'a request is answered once',
    rule: 'idempotent_answer_pkey',
    statement: `${answer('a')}; ${answer('a')}`,
  },
  { guarantee: 'a request has a key', rule: 'idempotent_answer_key_said', statement: answer(' ') },
  {
    guarantee: 'a request’s key has its length',
    rule: 'idempotent_answer_key_said',
    statement: answer('a'.repeat(256)),
  },
  {
    guarantee: 'a request is told apart by its SHA-256',
    rule: 'idempotent_answer_hash_is_sha256',
    statement: answer('a', "'a'"),
  },
  {
    guarantee: 'an answer has a status of HTTP',
    rule: 'idempotent_answer_status_known',
    statement: answer('a', "sha256('a')", 20),
  },
]

const RECORDS: Refusal[] = [
  {
    guarantee: 'member hours are not negative',
    rule: 'quarterly_return_resources_not_negative',
    statement: 'update quarterly_return set member_hours = -0.5',
  },
  {
    guarantee: 'officer hours are not negative',
    rule: 'quarterly_return_resources_not_negative',
    statement: 'update quarterly_return set officer_hours = -0.5',
  },
  {
    guarantee: 'funding is not negative',
    rule: 'quarterly_return_resources_not_negative',
    statement: 'update quarterly_return set funding_pence = -1',
  },
  {
    guarantee: 'a forecast has a reason',
    rule: 'return_entry_forecast_has_reason',
    statement: 'update return_entry set forecast = 1',
  },
  {
    guarantee: 'a forecast’s reason is of a forecast',
    rule: 'return_entry_forecast_has_reason',
    statement: "update return_entry set forecast_reason = 'Hope'",
  },
  {
    guarantee: 'an owner who is named has a name',
    rule: 'return_entry_owner_name_said',
    statement: "update return_entry set owner_name = ' '",
  },
  {
    guarantee: 'an owner’s name has its length',
    rule: 'return_entry_owner_name_said',
    statement: "update return_entry set owner_name = repeat('a', 121)",
  },
  {
    guarantee: 'an indicator’s lower limit is not above its upper',
    rule: 'indicator_hard_limits_in_order',
    statement: 'update indicator set hard_min = 2, hard_max = 1',
  },
  {
    guarantee: 'progress that is reported is said',
    rule: 'action_progress_said',
    statement: "update action set progress = ' '",
  },
  {
    guarantee: 'a review’s scores are from 1 to 5',
    rule: 'risk_review_1_to_5',
    statement: `insert into risk_review select gen_random_uuid(), id, null, 0, 3, null, '2009-10-19', ${OFFICER} from risk limit 1`,
  },
  {
    guarantee: 'a review’s note is said',
    rule: 'risk_review_note_said',
    statement: `insert into risk_review select gen_random_uuid(), id, null, 3, 3, ' ', '2009-10-19', ${OFFICER} from risk limit 1`,
  },
]

describe.each([
  { kind: 'quarters', refusals: QUARTERS },
  { kind: 'publications', refusals: PUBLICATIONS },
  { kind: 'messages and answers', refusals: MESSAGES },
  { kind: 'the record', refusals: RECORDS },
])('the database refuses: $kind', ({ refusals }) => {
  test.each(refusals)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })
})

describe('the database accepts', () => {
  test('dates moved with a record, before or after', async () => {
    await expectAccepted(database.pool, `${moved('2010-01-22', '2010-01-29')}; ${move('2010-01-29')}`)
    await expectAccepted(database.pool, `${move('2010-01-29')}; ${moved('2010-01-22', '2010-01-29')}`)
  })

  test('dates moved twice, each with its record', () =>
    expectAccepted(
      database.pool,
      `${move('2010-01-29')}; ${moved('2010-01-22', '2010-01-29')}; ${move('2010-01-22')}; ${moved('2010-01-29', '2010-01-22')}`,
    ))

  test('a quarter opened, without a record of dates', () =>
    expectAccepted(
      database.pool,
      `update quarter set opened_at = now(), opened_by_id = ${OFFICER} where index = 8038`,
    ))

  test('two councils that publish one quarter', () =>
    expectAccepted(database.pool, `${publish('cherwell')}; ${publish('oxford')}`))

  test('mail that could not be sent, with the time of trying or without', () =>
    expectAccepted(
      database.pool,
      `${tell({ state: 'failed', mailed: 'now()' })}; ${tell({ state: 'listed', kind: 'three_days' })}`,
    ))
})

describe('a publication and a change of dates stay', () => {
  test.each([
    { table: 'publication', write: publish('cherwell') },
    { table: 'quarter_date_change', write: `${move('2010-01-29')}; ${moved('2010-01-22', '2010-01-29')}` },
  ])('$table is neither changed, deleted nor emptied', async ({ table, write }) => {
    const rule = `${table}_is_append_only`
    await expectRefused(database.pool, { rule, statement: `${write}; update ${table} set id = id` })
    await expectRefused(database.pool, { rule, statement: `${write}; delete from ${table}` })
    await expectRefused(database.pool, { rule, statement: `truncate ${table}` })
  })
})

test('a signatory’s role is for a partnership', async () => {
  const role = (council: string, partnership: string) =>
    `insert into person_role values (gen_random_uuid(), ${OFFICER}, 'signatory', ${council}, ${partnership})`
  const waste = "(select id from partnership where slug = 'waste-partnership')"
  const rule = 'person_role_fits_its_place'
  await expectAccepted(database.pool, role('null', waste))
  await expectRefused(database.pool, { rule, statement: role(organisation('cherwell'), 'null') })
  await expectRefused(database.pool, { rule, statement: role(organisation('cherwell'), waste) })
})
