import {
  actionFields,
  cellKey,
  indicatorFields,
  isFigureCell,
  narrativeFields,
  parseCellKey,
  questionFields,
  type ReturnCell,
  resourceFields,
  riskFields,
} from '@accord/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { BLANK, begin, CELL, CHAIR, FORUM, record, save, saved, WASTE } from './draft-statements.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const CELLS: Refusal[] = [
  {
    guarantee: 'a cell’s key is of the grammar',
    rule: 'return_cell_key_form',
    statement: begin({ cell: 'indicators/ni-192/colour' }),
  },
  {
    guarantee: 'a change’s key is of the grammar',
    rule: 'return_cell_change_key_form',
    statement: record({ from: 'null', to: "'1'", version: 1, cell: 'narrative' }),
  },
  {
    guarantee: 'a return has each cell once',
    rule: 'return_cell_return_id_cell_key',
    statement: begin({ cell: CELL, inReturn: WASTE }),
  },
  {
    guarantee: 'a blank cell holds nothing',
    rule: 'return_cell_blank_is_null',
    statement: begin({ value: "' '" }),
  },
  {
    guarantee: 'a change to blank says so',
    rule: 'return_cell_change_blank_is_null',
    statement: record({ from: "'297'", to: "''", version: 2 }),
  },
  {
    guarantee: 'versions begin at 1',
    rule: 'return_cell_version_from_1',
    statement: begin({ version: 0 }),
  },
  {
    guarantee: 'a change’s version begins at 1',
    rule: 'return_cell_change_version_from_1',
    statement: record({ from: 'null', to: "'1'", version: 0 }),
  },
  {
    guarantee: 'a cell’s first change is from nothing',
    rule: 'return_cell_change_begins_from_nothing',
    statement: record({ from: "'3'", to: "'1'", version: 1, cell: BLANK }),
  },
  {
    guarantee: 'a change comes by screen, file or api',
    rule: 'return_cell_change_source_known',
    statement: record({ from: "'297'", to: "'298'", version: 2, source: 'post' }),
  },
  {
    guarantee: 'a cell has one change a version: none is written twice',
    rule: 'return_cell_change_return_id_cell_version_key',
    statement: record({ from: 'null', to: "'298'", version: 1 }),
  },
  {
    guarantee: 'one save is kept once, by the number its writer gave it',
    rule: 'return_cell_change_pkey',
    statement: `insert into return_cell_change select c.id, c.return_id, c.cell, c.old_value, c.new_value, 2, c.changed_at, c.changed_by_id, c.source from return_cell_change c limit 1`,
  },
  {
    guarantee: 'a cell changes only with a record',
    rule: 'return_cell_change_is_recorded',
    statement: save("'298'", 2),
  },
  {
    guarantee: 'a new cell comes only with a record',
    rule: 'return_cell_change_is_recorded',
    statement: begin({}),
  },
  {
    guarantee: 'a record of another value does not cover a change',
    rule: 'return_cell_change_is_recorded',
    statement: `${save("'298'", 2)}; ${record({ from: "'297'", to: "'299'", version: 2 })}`,
  },
  {
    guarantee: 'a record of another person does not cover a change',
    rule: 'return_cell_change_is_recorded',
    statement: `${save("'298'", 2)}; ${record({ from: "'297'", to: "'298'", version: 2, by: CHAIR })}`,
  },
  {
    guarantee: 'each of two changes in one transaction needs its own record',
    rule: 'return_cell_change_is_recorded',
    statement: `${save("'298'", 2)}; ${save("'299'", 3)}; ${record({ from: "'297'", to: "'299'", version: 3 })}`,
  },
  {
    guarantee: 'a record begins where the one before it ended',
    rule: 'return_cell_change_follows',
    statement: `${save("'298'", 2)}; ${record({ from: "'296'", to: "'298'", version: 2 })}`,
  },
  {
    guarantee: 'a record of a change that did not happen is refused',
    rule: 'return_cell_change_is_real',
    statement: record({ from: "'297'", to: "'298'", version: 2 }),
  },
  {
    guarantee: 'each change is one version more',
    rule: 'return_cell_version_follows',
    statement: `${save("'298'", 3)}; ${record({ from: "'297'", to: "'298'", version: 3 })}`,
  },
  {
    guarantee: 'a value does not change without its version',
    rule: 'return_cell_version_follows',
    statement: save("'298'", 1),
  },
  {
    guarantee: 'a cell stays in its place',
    rule: 'return_cell_version_follows',
    statement: `update return_cell set cell = 'resources/funding', version = version + 1 where return_id = ${WASTE} and cell = '${CELL}'`,
  },
  {
    guarantee: 'a cell is emptied, never deleted',
    rule: 'return_cell_is_kept',
    statement: `delete from return_cell where return_id = ${WASTE} and cell = '${CELL}'`,
  },
  {
    guarantee: 'the cells are never emptied at once',
    rule: 'return_cell_is_kept',
    statement: 'truncate return_cell',
  },
]

describe('the database refuses', () => {
  test.each(CELLS)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })
})

describe('the database accepts', () => {
  test('a cell saved with its record, which may come before or after, and in a savepoint', async () => {
    await expectAccepted(database.pool, saved("'297'", "'298'", 2))
    const recorded = record({ from: "'297'", to: "'298'", version: 2 })
    await expectAccepted(database.pool, `savepoint one; ${recorded}; release one; ${save("'298'", 2)}`)
  })

  test('a cell saved twice in one transaction, there and back again', () =>
    expectAccepted(database.pool, `${saved("'297'", "'298'", 2)}; ${saved("'298'", "'297'", 3)}`))

  test('a cell emptied', () => expectAccepted(database.pool, saved("'297'", 'null', 2)))

  test('a new cell with its record', () => {
    const recorded = record({ from: 'null', to: "'1'", version: 1, cell: BLANK, inReturn: FORUM })
    return expectAccepted(database.pool, `${begin({})}; ${recorded}`)
  })

  test('a cell loaded with the whole of its history', () => {
    const first = record({ from: 'null', to: "'0'", version: 1, cell: BLANK, inReturn: FORUM })
    const second = record({ from: "'0'", to: "'1'", version: 2, cell: BLANK, inReturn: FORUM })
    return expectAccepted(database.pool, `${begin({ version: 2 })}; ${second}; ${first}`)
  })
})

test('two who save one version of a cell: one is kept, and the other changes nothing', async () => {
  const own = await createTestDatabase({ content: 'demonstration' })
  const write = async (value: string) => {
    const client = await own.pool.connect()
    await client.query('begin')
    const { rowCount } = await client.query(`${save(value, 2)} and version = 1`)
    if (rowCount === 1) await client.query(record({ from: "'297'", to: value, version: 2 }))
    await client.query('commit')
    client.release()
    return rowCount
  }
  const counts = await Promise.all(["'298'", "'299'", "'300'"].map(write))
  expect(counts.toSorted()).toEqual([0, 0, 1])
  await own.drop()
})

describe('the grammar of cells is the domain’s', () => {
  const id = '0199d2c4-0000-7000-8000-00000000000a'
  const CELLS_KNOWN: ReturnCell[] = [
    ...indicatorFields.map((field): ReturnCell => ({ section: 'indicators', slug: 'ni-195a', field })),
    ...actionFields.map((field): ReturnCell => ({ section: 'actions', id, field })),
    ...riskFields.map((field): ReturnCell => ({ section: 'risks', id, field })),
    ...resourceFields.map((field): ReturnCell => ({ section: 'resources', field })),
    ...narrativeFields.map((field): ReturnCell => ({ section: 'narrative', field })),
    ...questionFields.map((field): ReturnCell => ({ section: 'questions', id, field })),
  ]
  const STRANGE = [
    '',
    'narrative',
    'narrative/how',
    'narrative/why/',
    'narrative/why\n',
    ' narrative/why',
    'narrative/why/value',
    'indicators/NI-192/value',
    'indicators/ni--192/value',
    'indicators/ni-192',
    'indicators/ni-192/colour',
    'indicators//value',
    `actions/${id}/answer`,
    `actions/${id.toUpperCase()}/progress`,
    `risks/${id.slice(1)}/review`,
    `questions/${id}-a/answer`,
    'resources/pounds',
  ]

  async function asDatabaseReads(key: string) {
    const { rows } = await database.pool.query(
      'select is_cell_key($1) as "isKey", is_figure_cell($1) as "isFigure"',
      [key],
    )
    return rows[0]
  }

  test.each(CELLS_KNOWN.map(cellKey))('%s is a cell', async (key) => {
    expect(await asDatabaseReads(key)).toEqual({ isKey: true, isFigure: isFigureCell(key) })
  })

  test.each(STRANGE)('“%s” is none', async (key) => {
    expect(parseCellKey(key)).toBeNull()
    expect(await asDatabaseReads(key)).toMatchObject({ isKey: false })
  })
})
