import { actionBetween, returnStates } from '@accord/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import {
  AT,
  BLANK,
  begin,
  CELL,
  CHAIR,
  FORUM,
  LEAD,
  record,
  SUBMITTED,
  saved,
  WASTE,
} from './draft-statements.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const contents = `'{"cells": []}'`
const submission = (number: number, by: string, held = contents) =>
  `insert into return_submission values (gen_random_uuid(), ${WASTE}, ${number}, ${AT}, ${by}, ${held})`

const SIGNATURES: Refusal[] = [
  {
    guarantee: 'a return that was signed off takes no changes',
    rule: 'return_cell_change_while_open',
    statement: record({ from: 'null', to: "'1'", version: 2, cell: BLANK, inReturn: SUBMITTED }),
  },
  {
    guarantee: 'a return that was published takes no changes',
    rule: 'return_cell_change_while_open',
    statement: record({
      from: 'null',
      to: "'1'",
      version: 2,
      cell: BLANK,
      inReturn: "(select id from quarterly_return where state = 'published' limit 1)",
    }),
  },
  {
    guarantee: 'submissions are numbered from 1',
    rule: 'return_submission_number_from_1',
    statement: submission(0, CHAIR),
  },
  {
    guarantee: 'a submission has its own number',
    rule: 'return_submission_return_id_number_key',
    statement: submission(1, CHAIR),
  },
  {
    guarantee: 'no submission is left out',
    rule: 'return_submission_number_follows',
    statement: submission(3, CHAIR),
  },
  {
    guarantee: 'a submission holds the cells that were signed',
    rule: 'return_submission_holds_its_cells',
    statement: submission(2, CHAIR, "'{}'"),
  },
  {
    guarantee: 'a submission holds a list of cells',
    rule: 'return_submission_holds_its_cells',
    statement: submission(2, CHAIR, "'[]'"),
  },
  {
    guarantee: 'whoever entered a figure does not sign it off',
    rule: 'return_submission_signed_by_another',
    statement: submission(2, LEAD),
  },
  {
    guarantee: 'sending back says why',
    rule: 'return_event_says_why',
    statement: `insert into return_event select gen_random_uuid(), ${SUBMITTED}, 'submitted', 'changes_requested', ' ', now(), null`,
  },
]

describe('the moves of a return are the domain’s', () => {
  const event = (from: string, to: string) =>
    `insert into return_event values (gen_random_uuid(), ${WASTE}, ${from}, '${to}', 'Because', now(), null)`
  const PAIRS = returnStates.flatMap((from) => returnStates.map((to) => ({ from, to })))

  test.each(PAIRS)('$from → $to', async ({ from, to }) => {
    const statement = event(`'${from}'`, to)
    if (actionBetween(from, to) !== null) return expectAccepted(database.pool, statement)
    return expectRefused(database.pool, { rule: 'return_event_moves', statement })
  })

  test('a return comes to be not started', async () => {
    await expectAccepted(database.pool, event('null', 'not_started'))
    await expectRefused(database.pool, { rule: 'return_event_moves', statement: event('null', 'submitted') })
  })
})

describe('the database refuses', () => {
  test.each(SIGNATURES)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })
})

describe('a save and the sending of its return, at once', () => {
  const SAVE = `${begin({})}; ${record({ from: 'null', to: "'1'", version: 1, cell: BLANK, inReturn: FORUM })}`
  const SEND = `update quarterly_return set state = 'awaiting_sign_off' where id = ${FORUM}`
  const OWNED = `select count(*)::int as cells from return_cell where return_id = ${FORUM}`

  async function connections(count: number) {
    const own = await createTestDatabase({ content: 'demonstration' })
    const clients = await Promise.all(Array.from({ length: count }, () => own.pool.connect()))
    const end = async () => {
      for (const client of clients) client.release()
      await own.drop()
    }
    return { own, clients, end }
  }

  async function isWaiting(own: TestDatabase): Promise<boolean> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { rows } = await own.pool.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (rows.length > 0) return true
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return false
  }

  test('a save that came first is waited for and is in what was sent', async () => {
    const { own, clients, end } = await connections(2)
    const [saver, sender] = clients
    await saver?.query(`begin; ${SAVE}`)
    const before = await own.pool.query(OWNED)
    const sent = sender?.query(`begin; ${SEND}`)
    expect(await isWaiting(own)).toBe(true)
    await saver?.query('commit')
    await sent
    const seen = await sender?.query(OWNED)
    await sender?.query('commit')
    expect(seen?.rows[0].cells).toBe(before.rows[0].cells + 1)
    await end()
  })

  test('a save that came after waits, and is refused', async () => {
    const { own, clients, end } = await connections(2)
    const [saver, sender] = clients
    await sender?.query(`begin; ${SEND}`)
    const late = saver?.query(`begin; ${SAVE}`)
    const refused = expect(late).rejects.toMatchObject({ constraint: 'return_cell_change_while_open' })
    expect(await isWaiting(own)).toBe(true)
    await sender?.query('commit')
    await refused
    await saver?.query('rollback')
    await end()
  })

  test('saves in one return do not wait for each other', async () => {
    const { own, clients, end } = await connections(2)
    const [one, other] = clients
    await one?.query(`begin; ${saved("'297'", "'298'", 2)}`)
    await other?.query(`set lock_timeout = '1s'`)
    const cell = 'resources/memberHours'
    const { rows } = await own.pool.query(
      `select value from return_cell where return_id = ${WASTE} and cell = '${cell}'`,
    )
    const from = `'${rows[0].value}'`
    await other?.query(`begin;
      update return_cell set value = '9', version = 2, changed_at = ${AT}, changed_by_id = ${LEAD} where return_id = ${WASTE} and cell = '${cell}';
      ${record({ from, to: "'9'", version: 2, cell })}; commit`)
    await one?.query('commit')
    const { rows: now } = await own.pool.query(
      `select cell from return_cell where return_id = ${WASTE} and version = 2 order by cell`,
    )
    expect(now.map((row) => row.cell)).toEqual([CELL, cell])
    await end()
  })
})
