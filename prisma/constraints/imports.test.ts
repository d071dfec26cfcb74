import { afterAll, beforeAll, describe, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { expectAccepted, expectRefused } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => database.drop())

const accepted = (...statements: string[]) => expectAccepted(database.pool, statements.join(';'))
const refused = (rule: string, ...statements: string[]) =>
  expectRefused(database.pool, { rule, statement: statements.join(';') })

const ID = "'00000000-0000-4000-8000-000000000001'"
const BEGUN = `INSERT INTO series_import (id, file_name, file_size, created_at) VALUES (${ID}, 'a.csv', 1, now())`
const to = (state: string, more = '') =>
  `UPDATE series_import SET state = '${state}' ${more} WHERE id = ${ID}`
const APPLIED = ', applied_at = now(), framework_id = (SELECT id FROM framework LIMIT 1)'
const UP_TO_READY = [BEGUN, to('mapping'), to('checking'), to('ready')]
const figure = (outcome: string, old = 'NULL') =>
  `INSERT INTO series_import_figure (import_id, line, outcome, measurement_id, indicator_id, quarter_index, old_value, new_value, new_state)
   VALUES (${ID}, 2, '${outcome}', gen_random_uuid(), gen_random_uuid(), 8037, ${old}, 5, 'final')`

describe('an import goes its way once', () => {
  test('read, mapped, checked, loaded and undone', async () => {
    const undone = to('undone', ", undone_at = now(), undo_reason = 'Wrong file'")
    await accepted(...UP_TO_READY, to('checking'), to('ready'), to('applied', APPLIED), undone)
  })

  test.each([
    ['loaded before it is checked', [BEGUN, to('mapping'), to('applied', APPLIED)]],
    ['loaded twice', [...UP_TO_READY, to('applied', APPLIED), to('ready', ', applied_at = NULL')]],
    [
      'given up after it was loaded',
      [...UP_TO_READY, to('applied', APPLIED), to('abandoned', ', applied_at = NULL')],
    ],
  ])('and is not %s', async (_, statements) => {
    await refused('series_import_moves_by_steps', ...statements)
  })

  test.each([
    ['loaded without a day', [...UP_TO_READY, to('applied')], 'series_import_applied_when'],
    [
      'loaded nowhere',
      [...UP_TO_READY, to('applied', ', applied_at = now()')],
      'series_import_applied_somewhere',
    ],
    [
      'undone without a reason',
      [...UP_TO_READY, to('applied', APPLIED), to('undone', ', undone_at = now()')],
      'series_import_undone_with_reason',
    ],
    ['failed without saying why', [BEGUN, to('failed')], 'series_import_failed_says_why'],
  ])('nor is it %s', async (_, statements, rule) => {
    await refused(rule, ...statements)
  })
})

describe('what a loaded import did', () => {
  const applied = [...UP_TO_READY, figure('added'), to('applied', APPLIED)]

  test('is marked as undone', async () => {
    await accepted(...applied, 'UPDATE series_import_figure SET is_undone = true')
  })

  test.each([
    ['changed', 'UPDATE series_import_figure SET new_value = 6'],
    ['removed', 'DELETE FROM series_import_figure'],
  ])('is never %s', async (_, statement) => {
    await refused('series_import_figure_is_kept', ...applied, statement)
  })

  test('has nothing before it where it was added', async () => {
    await refused('series_import_figure_added_from_nothing', ...UP_TO_READY, figure('added', '4'))
  })
})

test('a question about rows names its group, and an alias belongs to one organisation', async () => {
  const asked = `INSERT INTO series_import_fault (import_id, position, line, kind, code, reason) VALUES (${ID}, 1, 2, 'question', 'falling', 'It falls')`
  await refused('series_import_fault_question_has_group', BEGUN, asked)
  const alias = `INSERT INTO organisation_alias (id, organisation_id, alias, normalised, added_at)
    SELECT gen_random_uuid(), id, 'Cherwel', 'cherwel', now() FROM organisation ORDER BY slug LIMIT 1`
  await refused('organisation_alias_normalised_key', alias, alias)
})
