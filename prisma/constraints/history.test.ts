import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { expectAccepted, expectRefused } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const NI_192 = `(select i.id from framework_indicator i join framework f on f.id = i.framework_id
  join indicator n on n.id = i.indicator_id where f.slug = 'oxfordshire-laa-2008' and n.slug = 'ni-192')`
const YEAR_END = `(select id from target where framework_indicator_id = ${NI_192} and start_year = 2009 and quarter_number is null and organisation_id is null)`
const FIGURE = `(select m.id from measurement m join indicator i on i.id = m.indicator_id where i.slug = 'ni-20' and m.quarter_index = 8037)`
const changeOf = (from: string, to: string) =>
  `insert into target_change (id, target_id, old_value, new_value, agreed_by, agreed_on, reason)
   values (gen_random_uuid(), ${YEAR_END}, ${from}, ${to}, 'Public Service Board', '2009-10-12', 'Agreed')`
const setTarget = (value: string) => `update target set value = ${value} where id = ${YEAR_END}`
const revisionOf = (from: string, to: string, state: string) =>
  `insert into measurement_revision (id, measurement_id, old_value, new_value, old_state, new_state, reason, revised_at)
   values (gen_random_uuid(), ${FIGURE}, ${from}, ${to}, 'provisional', '${state}', 'Corrected', now())`
const setFigure = (value: string, state: string) =>
  `update measurement set value = ${value}, state = '${state}' where id = ${FIGURE}`

describe('a target never changes silently', () => {
  const rule = 'target_change_is_recorded'

  test('without a record of the change it is refused', () =>
    expectRefused(database.pool, { rule, statement: setTarget('48') }))

  test('with a record of other values it is refused', () =>
    expectRefused(database.pool, {
      rule,
      statement: `${setTarget('48')}; ${changeOf('49', '47')}`,
    }))

  test('with a record of exactly its old and new value it is accepted', () =>
    expectAccepted(database.pool, `${changeOf('49', '48')}; ${setTarget('48')}`))

  test('the record may come before or after, and in a savepoint', () =>
    expectAccepted(database.pool, `${setTarget('48')}; savepoint one; ${changeOf('49', '48')}; release one`))

  test('each of two changes in one transaction needs its own record', async () => {
    await expectAccepted(
      database.pool,
      `${changeOf('49', '48')}; ${setTarget('48')}; ${changeOf('48', '47')}; ${setTarget('47')}`,
    )
    await expectRefused(database.pool, {
      rule: 'target_history_leads_to_present',
      statement: `${changeOf('49', '48')}; ${setTarget('48')}; ${setTarget('47')}`,
    })
  })

  test('a record of an earlier transaction does not cover a later change', async () => {
    const own = await createTestDatabase({ content: 'demonstration' })
    await own.pool.query(`begin; ${changeOf('49', '48')}; ${setTarget('48')}; commit`)
    await own.pool.query(`begin; ${changeOf('48', '49')}; ${setTarget('49')}; commit`)
    await expectRefused(own.pool, { rule, statement: setTarget('48') })
    await own.drop()
  })

  test('a record of a change that did not happen is refused', () =>
    expectRefused(database.pool, {
      rule: 'target_history_leads_to_present',
      statement: changeOf('49', '48'),
    }))
})

describe('a figure never changes silently', () => {
  const rule = 'measurement_revision_is_recorded'

  test('without a revision it is refused', () =>
    expectRefused(database.pool, { rule, statement: setFigure('5.8', 'provisional') }))

  test('not even its state changes without a revision', () =>
    expectRefused(database.pool, { rule, statement: setFigure('5.9', 'final') }))

  test('with a revision of exactly what changed it is accepted', () =>
    expectAccepted(database.pool, `${revisionOf('5.9', '5.8', 'revised')}; ${setFigure('5.8', 'revised')}`))

  test('a revision that did not happen is refused', () =>
    expectRefused(database.pool, {
      rule: 'measurement_history_leads_to_present',
      statement: revisionOf('5.9', '5.8', 'revised'),
    }))

  test('its note may change freely', () =>
    expectAccepted(database.pool, `update measurement set note = 'Checked' where id = ${FIGURE}`))

  test('a figure with a history cannot be deleted', async () => {
    await expect(
      database.pool.query(
        `delete from measurement where id in (select measurement_id from measurement_revision)`,
      ),
    ).rejects.toMatchObject({
      constraint: 'measurement_revision_measurement_id_fkey',
    })
  })
})

describe('a rating never changes silently', () => {
  const rule = 'vfm_history_leads_to_present'
  const WASTE = `(select r.id from vfm_rating r join partnership p on p.id = r.partnership_id join organisation o on o.id = r.council_id
    where p.slug = 'waste-partnership' and r.start_year = 2008 and o.slug = 'cherwell')`
  const change = `insert into vfm_rating_change select gen_random_uuid(), ${WASTE}, 4, 3, 'Savings not met', '2009-10-12', (select id from person limit 1)`

  test('without a change it is refused', () =>
    expectRefused(database.pool, {
      rule,
      statement: `update vfm_rating set rating = 3 where id = ${WASTE}`,
    }))

  test('with its change it is accepted', () =>
    expectAccepted(database.pool, `${change}; update vfm_rating set rating = 3 where id = ${WASTE}`))

  test('a change without the rating is refused', () =>
    expectRefused(database.pool, { rule, statement: change }))

  test('a new rating without its first change is refused', () =>
    expectRefused(database.pool, {
      rule,
      statement: `insert into vfm_rating select gen_random_uuid(), council_id, partnership_id, 2009, 3, 'Good', '2009-10-12' from vfm_rating where id = ${WASTE}`,
    }))
})

describe('what was written about a change is never unwritten', () => {
  const HISTORIES = [
    'target_change',
    'measurement_revision',
    'vfm_rating_change',
    'return_event',
    'return_cell_change',
    'return_submission',
    'risk_review',
    'audit_event',
  ]

  test.each(HISTORIES)('%s is neither changed, deleted nor emptied', async (table) => {
    const rule = `${table}_is_append_only`
    const column = table === 'audit_event' ? 'reason' : 'id'
    await expectRefused(database.pool, {
      rule,
      statement: `update ${table} set ${column} = ${column}`,
    })
    await expectRefused(database.pool, { rule, statement: `delete from ${table}` })
    await expectRefused(database.pool, { rule, statement: `truncate ${table} cascade` })
  })
})
