import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { saved, WASTE } from './draft-statements.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const ALL = [
  'cherwell',
  'oxford',
  'oxfordshire',
  'south-oxfordshire',
  'vale-of-white-horse',
  'west-oxfordshire',
]

async function versions(): Promise<Map<string, bigint>> {
  const { rows } = await database.pool.query<{ slug: string; version: string }>(
    'select o.slug, v.version from figures_version v join organisation o on o.id = v.council_id',
  )
  return new Map(rows.map(({ slug, version }) => [slug, BigInt(version)]))
}

/** The councils whose version moved while the statement ran. */
async function movedBy(statement: string): Promise<string[]> {
  const before = await versions()
  await database.pool.query(`begin; ${statement}; commit`)
  const after = await versions()
  for (const [slug, version] of after) expect(version).toBeGreaterThanOrEqual(before.get(slug) ?? 0n)
  return [...after]
    .filter(([slug, version]) => version !== before.get(slug))
    .map(([slug]) => slug)
    .sort()
}

const council = (slug: string) => `(select id from organisation where slug = '${slug}')`
const partnership = (slug: string) => `(select id from partnership where slug = '${slug}')`
const officer = "(select id from person where email = 'performance@cherwell.example')"
const figure =
  "(select m.id from measurement m join indicator i on i.id = m.indicator_id where i.slug = 'ni-20' and m.quarter_index = 8037)"
const target = `(select t.id from target t join framework_indicator p on p.id = t.framework_indicator_id join indicator i on i.id = p.indicator_id
  where i.slug = 'ni-20' and t.start_year = 2009 and t.quarter_number = 2)`
const rating = `(select r.id from vfm_rating r join partnership p on p.id = r.partnership_id where p.slug = 'vale-partnership')`
const oxfordOnly = partnership('oxford-homelessness-strategy-group')
const oxfordReturn = `(select id from quarterly_return where partnership_id = ${oxfordOnly} limit 1)`

type Move = { table: string; statement: string; moves: string[] }

const MOVES: Move[] = [
  {
    table: 'measurement',
    statement: `update measurement set note = 'Checked' where id = ${figure}`,
    moves: ALL,
  },
  {
    table: 'measurement and its revision',
    statement: `insert into measurement_revision (id, measurement_id, old_value, new_value, old_state, new_state, reason, revised_at)
      values (gen_random_uuid(), ${figure}, 5.9, 5.8, 'provisional', 'revised', 'Corrected', now());
      update measurement set value = 5.8, state = 'revised' where id = ${figure}`,
    moves: ALL,
  },
  {
    table: 'target and its change',
    statement: `insert into target_change (id, target_id, old_value, new_value, agreed_by, agreed_on, reason)
      values (gen_random_uuid(), ${target}, 6.2, 6.1, 'Board', '2009-10-12', 'Agreed'); update target set value = 6.1 where id = ${target}`,
    moves: ALL,
  },
  {
    table: 'indicator',
    statement: "update indicator set short_title = 'Assaults' where slug = 'ni-20'",
    moves: ALL,
  },
  {
    table: 'an indicator of no agreement',
    statement: "update indicator set short_title = 'Belonging' where slug = 'ni-2'",
    moves: [],
  },
  {
    table: 'framework',
    statement: "update framework set short_title = 'Agreement' where slug = 'oxfordshire-laa-2008'",
    moves: ALL,
  },
  {
    table: 'a framework of no council',
    statement: "update framework set short_title = 'Set' where slug = 'national-indicator-set-2008'",
    moves: [],
  },
  {
    table: 'outcome',
    statement: "update outcome set title = 'Economy' where slug = 'world-class-economy'",
    moves: ALL,
  },
  {
    table: 'framework_indicator',
    statement: 'update framework_indicator set position = 99 where is_designated and position = 1',
    moves: ALL,
  },
  {
    table: 'reward_target',
    statement: "update reward_target set audit = 'audited' where position = 6",
    moves: ALL,
  },
  {
    table: 'framework_council',
    statement: `insert into framework_council select id, ${council('oxford')} from framework where slug = 'national-indicator-set-2008'`,
    moves: ['oxford'],
  },
  {
    table: 'register_entry',
    statement: `update register_entry set position = 90 where council_id = ${council('oxford')} and position = 1`,
    moves: ['oxford'],
  },
  { table: 'register_entry_priority', statement: 'delete from register_entry_priority', moves: ['cherwell'] },
  {
    table: 'portfolio',
    statement: "update portfolio set title = 'Planning' where slug = 'planning-and-housing'",
    moves: ['cherwell'],
  },
  {
    table: 'strategic_priority',
    statement: 'update strategic_priority set position = position + 10',
    moves: ['cherwell'],
  },
  {
    table: 'vfm_rating and its change',
    statement: `insert into vfm_rating_change select gen_random_uuid(), ${rating}, 2, 3, 'Better', '2009-10-12', (select id from person limit 1);
      update vfm_rating set rating = 3 where id = ${rating}`,
    moves: ['vale-of-white-horse'],
  },
  {
    table: 'question',
    statement: "update question set text = 'How many?' where answer is null",
    moves: ['cherwell'],
  },
  {
    table: 'meeting',
    statement: `delete from meeting where council_id = ${council('west-oxfordshire')}`,
    moves: ['west-oxfordshire'],
  },
  {
    table: 'organisation',
    statement: "update organisation set short_name = 'Vale' where slug = 'vale-of-white-horse'",
    moves: ['vale-of-white-horse'],
  },
  {
    table: 'the organisation accountable for an agreement',
    statement: "update organisation set short_name = 'County' where slug = 'oxfordshire'",
    moves: ALL,
  },
  {
    table: 'partnership',
    statement: `update partnership set short_name = 'Homelessness' where id = ${oxfordOnly}`,
    moves: ['oxford'],
  },
  {
    table: 'a partnership that owns an indicator of the agreement',
    statement:
      "update partnership set short_name = 'Rural' where slug = 'cherwell-rural-transport-partnership'",
    moves: ALL,
  },
  {
    table: 'membership',
    statement: `insert into membership values (gen_random_uuid(), ${oxfordOnly}, ${council('oxford')}, 'chair', '2006-04-01', null)`,
    moves: ['oxford'],
  },
  {
    table: 'quarterly_return',
    statement: `update quarterly_return set version = version + 1 where id = ${oxfordReturn}`,
    moves: ['oxford'],
  },
  {
    table: 'return_entry',
    statement: "update return_entry set cause = 'Recession' where cause is not null",
    moves: ALL,
  },
  {
    table: 'risk',
    statement: `insert into risk (id, partnership_id, cause, effect, likelihood_before, impact_before, likelihood_after, impact_after, opened_on, reviewed_on)
      values (gen_random_uuid(), ${oxfordOnly}, 'Cause', 'Effect', 2, 2, 2, 2, '2009-10-01', '2009-10-01')`,
    moves: ['oxford'],
  },
  {
    table: 'action',
    statement: `insert into action (id, partnership_id, source, outcome, action, measure, opened_on, due_on)
      values (gen_random_uuid(), ${oxfordOnly}, 'audit', 'Outcome', 'Action', 'Measure', '2009-10-01', '2009-12-01')`,
    moves: ['oxford'],
  },
  {
    table: 'quarter',
    statement: `insert into quarter_date_change select gen_random_uuid(), index, opens_on, opens_on, due_on, due_on, closes_on, closes_on + 1,
        'Easter', now(), ${officer} from quarter where index = 8039;
      update quarter set closes_on = closes_on + 1 where index = 8039`,
    moves: ALL,
  },
  {
    table: 'publication',
    statement: `insert into publication values (gen_random_uuid(), ${council('cherwell')}, 8037, now(), ${officer}, '{}')`,
    moves: ['cherwell'],
  },
  {
    table: 'person',
    statement: "update person set name = 'Daniel Okafor-Bell' where email = 'lead@waste.example'",
    moves: ALL,
  },
]

describe('a change by any statement moves the version of the councils that show it, and of no other', () => {
  test.each(MOVES)('$table', async ({ statement, moves }) => {
    expect(await movedBy(statement)).toEqual(moves)
  })

  test('an emptied table', async () => {
    expect(await movedBy('truncate question')).toEqual(ALL)
  })

  test('an entry that moves from one row to none is seen as it was', async () => {
    expect(
      await movedBy(`delete from register_entry where council_id = ${council('oxford')} and position = 2`),
    ).toEqual(['oxford'])
  })

  test('a change that is rolled back moves nothing', async () => {
    const before = await versions()
    await database.pool.query("begin; update person set name = 'Nobody'; rollback")
    expect(await versions()).toEqual(before)
  })

  test('a statement that changes no row moves nothing', async () => {
    expect(await movedBy("update person set name = 'Nobody' where false")).toEqual([])
  })
})

// What is typed, asked, told and promised is no dashboard’s: two hundred people type at once.
const OF_DRAFTS: Omit<Move, 'moves'>[] = [
  { table: 'return_cell and its change', statement: saved("'297'", "'298'", 2) },
  {
    table: 'return_submission',
    statement: `insert into return_submission values (gen_random_uuid(), ${WASTE}, 2, now(), ${officer}, '{"cells": []}')`,
  },
  {
    table: 'return_event',
    statement: `insert into return_event values (gen_random_uuid(), ${WASTE}, 'changes_requested', 'in_progress', null, now(), null)`,
  },
  {
    table: 'return_assignment',
    statement: `insert into return_assignment (id, return_id, section, person_id, created_at, created_by_id)
      values (gen_random_uuid(), ${WASTE}, 'narrative', ${officer}, now(), ${officer})`,
  },
  {
    table: 'return_extension',
    statement: `insert into return_extension values (gen_random_uuid(), ${WASTE}, '2009-10-30', 'Floods', ${officer}, now())`,
  },
  {
    table: 'notification',
    statement: `insert into notification (id, person_id, kind, on_date, subject, body, created_at)
      values (gen_random_uuid(), ${officer}, 'due_today', '2009-10-16', 'Due today', 'Send it.', now());
      update notification set read_at = now()`,
  },
  { table: 'reminder_setting', statement: "insert into reminder_setting values ('due_today', false)" },
  {
    table: 'idempotent_answer',
    statement: `insert into idempotent_answer values (${officer}, 'a', 'PUT /returns', sha256('a'), 200, '{}', now())`,
  },
]

describe('a change of a draft moves no version', () => {
  test.each(OF_DRAFTS)('$table', async ({ statement }) => {
    expect(await movedBy(statement)).toEqual([])
  })
})

test('a version only moves forward', async () => {
  await expect(database.pool.query('update figures_version set version = version - 1')).rejects.toMatchObject(
    {
      constraint: 'figures_version_moves_forward',
    },
  )
})

test('a database made anew never repeats a version: versions follow the clock in microseconds', async () => {
  const { rows } = await database.pool.query<{ ahead: string }>(
    'select extract(epoch from clock_timestamp()) * 1000000 - max(version) as ahead from figures_version',
  )
  const aheadMicroseconds = Number(rows[0]?.ahead)
  expect(aheadMicroseconds).toBeGreaterThan(0)
  expect(aheadMicroseconds).toBeLessThan(120_000_000)
})

test('a council has a version from the moment it keeps a register', async () => {
  await database.prisma.organisation.create({
    data: {
      slug: 'new-council',
      name: 'New',
      shortName: 'New',
      sector: 'statutory',
      isCouncil: true,
      keepsRegister: true,
    },
  })
  expect((await versions()).has('new-council')).toBe(true)
  await database.prisma.organisation.update({
    where: { slug: 'new-council' },
    data: { keepsRegister: false },
  })
  expect((await versions()).has('new-council')).toBe(false)
})

test('two writers of the same councils do not deadlock', async () => {
  const write = (place: number) =>
    database.pool.query(
      `update measurement set note = 'Note ${place}' where quarter_index = ${8030 + (place % 4)}`,
    )
  await expect(Promise.all(Array.from({ length: 16 }, (_, place) => write(place)))).resolves.toHaveLength(16)
})

test('a bulk load moves the version once a statement and stays quick', async () => {
  const started = performance.now()
  await database.pool.query(`
    insert into organisation (id, slug, name, short_name, sector)
      select gen_random_uuid(), 'body-' || n, 'Body ' || n, 'Body ' || n, 'voluntary' from generate_series(1, 1000) n;
    insert into measurement (id, indicator_id, quarter_index, organisation_id, value, state, reported_at)
      select gen_random_uuid(), i.id, q.index, o.id, 1, 'final', now()
      from organisation o, indicator i, quarter q where o.slug like 'body-%' and i.slug = 'ni-20'`)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(await database.prisma.measurement.count({ where: { organisation: { slug: 'body-1' } } })).toBe(20)
})
