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

const administrator = "(select id from person where email = 'administrator@cherwell.example')"
const waiting = "where state = 'proposed'"
const decided = (state: string, by: string) =>
  `update indicator_change set state = '${state}', decided_by_id = ${by}, decided_at = now()`

const REFUSALS: Refusal[] = [
  {
    guarantee: 'nobody approves their own change',
    rule: 'indicator_change_decided_by_another',
    statement: `${decided('approved', 'proposed_by_id')} ${waiting}`,
  },
  {
    guarantee: 'nobody declines their own change',
    rule: 'indicator_change_decided_by_another',
    statement: `${decided('declined', 'proposed_by_id')}, decision_note = 'No.' ${waiting}`,
  },
  {
    guarantee: 'nobody withdraws another’s change',
    rule: 'indicator_change_decided_by_another',
    statement: `${decided('withdrawn', administrator)} ${waiting}`,
  },
  {
    guarantee: 'a change is declined with a reason',
    rule: 'indicator_change_declined_with_reason',
    statement: `${decided('declined', administrator)} ${waiting}`,
  },
  {
    guarantee: 'a decision has its day and its person',
    rule: 'indicator_change_decided_with_its_state',
    statement: `update indicator_change set state = 'approved' ${waiting}`,
  },
  {
    guarantee: 'a change says why',
    rule: 'indicator_change_has_reason',
    statement: `update indicator_change set reason = ' ' ${waiting}`,
  },
  {
    guarantee: 'only targets are of a year',
    rule: 'indicator_change_year_of_targets',
    statement: `update indicator_change set start_year = 2009 ${waiting}`,
  },
  {
    guarantee: 'a change of a baseline says who agreed it',
    rule: 'indicator_change_says_who_agreed',
    statement: `update indicator_change set kind = 'baseline' ${waiting}`,
  },
  {
    guarantee: 'an indicator that is there is not new',
    rule: 'indicator_change_has_its_subject',
    statement: `update indicator_change set kind = 'new_indicator' ${waiting}`,
  },
  {
    guarantee: 'a change that was decided stays as it was decided',
    rule: 'indicator_change_stays_decided',
    statement: "update indicator_change set reason = 'Another.' where state = 'approved'",
  },
  {
    guarantee: 'a change is never removed',
    rule: 'indicator_change_stays_decided',
    statement: `delete from indicator_change ${waiting}`,
  },
  {
    guarantee: 'a baseline does not change without a record',
    rule: 'baseline_history_leads_to_present',
    statement: 'update baseline set value = value + 1',
  },
  {
    guarantee: 'a recorded change of a baseline is a real one',
    rule: 'baseline_history_leads_to_present',
    statement: `insert into baseline_change (id, baseline_id, old_period_label, old_value, new_period_label, new_value, agreed_by,
        agreed_on, reason)
      select gen_random_uuid(), id, period_label, value, period_label, value + 1, 'The Board', '2009-10-01', 'Recounted.'
      from baseline limit 1`,
  },
  {
    guarantee: 'the register of baselines is never unwritten',
    rule: 'baseline_change_is_append_only',
    statement: "update baseline_change set reason = 'Another.'",
  },
  {
    guarantee: 'an indicator has one baseline for the whole area',
    rule: 'baseline_framework_indicator_id_organisation_id_key',
    statement: `insert into baseline (id, framework_indicator_id, period_label, value)
      select gen_random_uuid(), framework_indicator_id, '2006/07', 1 from baseline limit 1`,
  },
]

describe('changes of indicators', () => {
  test.each(REFUSALS)('$guarantee', async ({ rule, statement }) => {
    await expectRefused(database.pool, { rule, statement })
  })

  test.each([
    ['a change is approved by another', `${decided('approved', administrator)} ${waiting}`],
    [
      'a baseline changes with its record',
      `with kept as (select id, period_label, value from baseline limit 1),
        changed as (update baseline set value = baseline.value + 1 from kept where baseline.id = kept.id)
       insert into baseline_change (id, baseline_id, old_period_label, old_value, new_period_label, new_value, agreed_by, agreed_on, reason)
       select gen_random_uuid(), id, period_label, value, period_label, value + 1, 'The Board', '2009-10-01', 'Recounted.' from kept`,
    ],
  ])('%s', async (_guarantee, statement) => {
    await expectAccepted(database.pool, statement)
  })
})
