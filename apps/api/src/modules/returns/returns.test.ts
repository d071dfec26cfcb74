import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { answersFor } from '#api/testing/return-answers.ts'
import type { QuarterlyReturn, SavedCells } from './returns.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

type Cookie = { cookie: string }

const LEAD = 'lead@waste.example'
const COLLEAGUE = 'colleague@waste.example'
const SIGNATORY = 'elaine.marlow@oxfordshire.example'
const OFFICER = 'performance@cherwell.example'
const QUARTER = '2009-10-q2'

let lead: Cookie
let id: string

async function call(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  { as, body, headers = {} }: { as: Cookie; body?: unknown; headers?: Record<string, string> },
) {
  const response = await stage.api.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...as, ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return { status: response.statusCode, body: response.json(), headers: response.headers }
}

const read = async (as: Cookie = lead) =>
  (await call('GET', `/returns/${id}`, { as })).body as QuarterlyReturn

async function save(
  changes: { cell: string; value: string | null; version?: number; changeId?: string }[],
  as: Cookie = lead,
) {
  const known = new Map((await read()).cells.map(({ cell, version }) => [cell, version]))
  const answer = await call('PUT', `/returns/${id}/cells`, {
    as,
    body: {
      source: 'screen',
      changes: changes.map(({ cell, value, version, changeId }) => ({
        changeId: changeId ?? randomUUID(),
        cell,
        value,
        version: version ?? known.get(cell) ?? 0,
      })),
    },
  })
  return { status: answer.status, body: answer.body as SavedCells }
}

const outcomes = ({ body }: { body: SavedCells }) => body.results.map(({ outcome }) => outcome)

async function move(action: string, as: Cookie, reason: string | null = null, version?: number) {
  const seen = version ?? (await read()).version
  return call('POST', `/returns/${id}/${action}`, {
    as,
    body: { reason },
    headers: { 'if-match': `"${seen}"` },
  })
}

/** Everything that is still asked for, answered. */
async function complete(as: Cookie = lead) {
  if ((await read()).state !== 'in_progress') await move('start', as)
  for (let round = 0; round < 4; round++) {
    const answers = answersFor(await read())
    if (answers.length === 0) return
    await save(answers, as)
  }
}

beforeEach(async () => {
  lead = await stage.api.signedInAs(LEAD)
  const { body } = await call('GET', `/returns?quarter=${QUARTER}&partnership=waste-partnership`, {
    as: lead,
  })
  id = (body as { items: { id: string }[] }).items[0]?.id ?? ''
})

describe('the list', () => {
  test('has a return for each significant partnership of the quarter', async () => {
    const { body } = await call('GET', `/returns?quarter=${QUARTER}&council=cherwell&pageSize=500`, {
      as: lead,
    })
    expect(body.total).toBe(17)
  })

  test('narrowed to mine it holds what the reader fills in or signs', async () => {
    const { body } = await call('GET', `/returns?quarter=${QUARTER}&mine=true`, { as: lead })
    expect(body.items.map((item: { partnership: { id: string } }) => item.partnership.id)).toEqual([
      'waste-partnership',
    ])
  })
})

describe('keeping answers', () => {
  test('the first answer starts the return, and every answer has a version of its own', async () => {
    const saved = await save([{ cell: 'narrative/whatHappened', value: 'Food waste began in Banbury.' }])
    expect(saved.body).toMatchObject({ state: 'in_progress', results: [{ outcome: 'saved' }] })
    const { cells, events } = await read()
    const cell = cells.find((held) => held.cell === 'narrative/whatHappened')
    expect(cell).toMatchObject({ value: 'Food waste began in Banbury.', changedBy: 'Daniel Okafor' })
    expect(events.at(-1)).toMatchObject({ to: 'in_progress', by: 'Daniel Okafor' })
  })

  test('a change sent twice is kept once', async () => {
    const version = (await read()).cells.find(({ cell }) => cell === 'narrative/why')?.version ?? 0
    const change = { cell: 'narrative/why', value: 'Dry weather.', version, changeId: randomUUID() }
    const first = await save([change])
    const again = await save([change])
    expect([outcomes(first), outcomes(again)]).toEqual([['saved'], ['saved']])
    const { body } = await call('GET', `/returns/${id}/history?cell=narrative/why`, { as: lead })
    const kept = body.changes.filter((one: { to: string }) => one.to === 'Dry weather.')
    expect(kept).toHaveLength(1)
  })

  test('of two who change the same answer the second is shown the first’s, and chooses', async () => {
    const { cells } = await read()
    const version = cells.find(({ cell }) => cell === 'narrative/why')?.version ?? 0
    await save([{ cell: 'narrative/why', value: 'Mine.', version }])
    const second = await save([{ cell: 'narrative/why', value: 'Theirs.', version }])
    expect(second.body.results).toMatchObject([
      { outcome: 'conflict', now: { value: 'Mine.', version: version + 1, changedBy: 'Daniel Okafor' } },
    ])
    const chosen = await save([{ cell: 'narrative/why', value: 'Theirs.', version: version + 1 }])
    expect(outcomes(chosen)).toEqual(['saved'])
  })

  test('each answer is judged by itself: a wrong one keeps none of the others back', async () => {
    const saved = await save([
      { cell: 'indicators/ni-191/value', value: '297kg' },
      { cell: 'narrative/why', value: 'Dry weather.' },
      { cell: 'narrative/nonsense', value: 'x' },
      { cell: 'indicators/ni-130/value', value: '3' },
    ])
    expect(outcomes(saved)).toEqual(['invalid', 'saved', 'invalid', 'invalid'])
    expect(saved.body.results[0]?.sentence).toContain('Use numbers only')
  })

  test('figures are kept as exact decimals, however they were typed', async () => {
    await save([{ cell: 'indicators/ni-191/value', value: ' 1,296.50 ' }])
    const { cells } = await read()
    expect(cells.find(({ cell }) => cell === 'indicators/ni-191/value')?.value).toBe('1296.50')
  })

  test('a hundred saves at once keep a hundred answers, each once', async () => {
    const changes = Array.from({ length: 100 }, (_, number) => ({
      cell: number % 2 === 0 ? 'narrative/why' : 'narrative/whatWeNeed',
      value: `Answer ${number}`,
    }))
    await save([{ cell: 'narrative/why', value: 'Start.' }])
    const all = await Promise.all(changes.map((change) => save([change])))
    const savedCount = all.flatMap(outcomes).filter((outcome) => outcome === 'saved').length
    const { rows } = await stage.database.pool.query(
      "SELECT count(*)::int AS count FROM return_cell_change WHERE return_id = $1 AND new_value LIKE 'Answer %'",
      [id],
    )
    expect(rows[0].count).toBe(savedCount)
    expect(all.flatMap(outcomes).every((outcome) => outcome === 'saved' || outcome === 'conflict')).toBe(true)
  })

  test('nobody but its people may type into it, and the answer says why', async () => {
    const other = await stage.api.signedInAs('lead@homelessness.example')
    const saved = await save([{ cell: 'narrative/why', value: 'Not mine.' }], other)
    expect(saved.body.results[0]).toMatchObject({ outcome: 'locked' })
    const officer = await stage.api.signedInAs(OFFICER)
    expect((await save([{ cell: 'narrative/why', value: 'x' }], officer)).status).toBe(403)
  })

  test('after the closing date nothing is taken, until the officer gives more time', async () => {
    await stage.database.pool.query(
      `WITH q AS (SELECT * FROM quarter WHERE index = 2009 * 4 + 1),
       moved AS (INSERT INTO quarter_date_change (id, quarter_index, old_opens_on, new_opens_on, old_due_on, new_due_on,
           old_closes_on, new_closes_on, reason, changed_at, changed_by_id)
         SELECT gen_random_uuid(), q.index, opens_on, opens_on, due_on, due_on, closes_on, '2009-10-18', 'A test', now(), p.id
         FROM q, person p WHERE p.email = 'performance@cherwell.example')
       UPDATE quarter SET closes_on = '2009-10-18' WHERE index = 2009 * 4 + 1`,
    )
    const late = await save([{ cell: 'narrative/why', value: 'Late.' }])
    expect(late.body.results[0]).toMatchObject({
      outcome: 'locked',
      sentence: expect.stringContaining('closed on'),
    })
    await stage.database.pool.query(
      `INSERT INTO return_extension (id, return_id, until, reason, agreed_by_id, agreed_at)
       SELECT gen_random_uuid(), $1, '2009-10-30', 'A sickness', id, now() FROM person WHERE email = $2`,
      [id, OFFICER],
    )
    expect(outcomes(await save([{ cell: 'narrative/why', value: 'Late.' }]))).toEqual(['saved'])
  })
})

describe('an exempt risk', () => {
  test('is withheld from who may not see it, with all that was typed of it and its history', async () => {
    const { rows } = await stage.database.pool.query(
      `SELECT k.id FROM risk k JOIN partnership p ON p.id = k.partnership_id
       WHERE p.slug = 'waste-partnership' AND k.access = 'exempt'`,
    )
    const cell = `risks/${rows[0].id}/review`
    expect(outcomes(await save([{ cell, value: 'A name that is not for everyone.' }]))).toEqual(['saved'])
    const other = await stage.api.signedInAs('lead@homelessness.example')
    const seen = await call('GET', `/returns/${id}`, { as: other })
    expect(JSON.stringify(seen.body)).not.toContain(rows[0].id)
    expect(seen.body).toMatchObject({ withheldRisks: 1 })
    const history = `/returns/${id}/history?cell=${cell}`
    expect((await call('GET', history, { as: other })).status).toBe(404)
    expect((await call('GET', history, { as: lead })).body.changes[0]).toMatchObject({
      to: 'A name that is not for everyone.',
    })
    const member = await stage.api.signedInAs('executive@cherwell.example')
    expect(JSON.stringify((await call('GET', `/returns/${id}`, { as: member })).body)).toContain(cell)
  })
})

describe('a section handed over', () => {
  test('opens to the colleague that section and nothing else, until it is taken back', async () => {
    const colleague = await stage.api.signedInAs(COLLEAGUE)
    const narrative = [{ cell: 'narrative/whatWeNeed', value: 'Members’ support for food waste.' }]
    const withdrawn = (await read()).assignments
    for (const { id: assignment } of withdrawn) {
      await call('DELETE', `/returns/${id}/assignments/${assignment}`, { as: lead })
    }
    expect(outcomes(await save(narrative, colleague))).toEqual(['locked'])
    const { colleagues } = await read()
    const handed = await call('POST', `/returns/${id}/assignments`, {
      as: lead,
      body: { section: 'narrative', personId: colleagues[0]?.id },
    })
    expect(handed.status).toBe(200)
    expect(outcomes(await save(narrative, colleague))).toEqual(['saved'])
    expect(outcomes(await save([{ cell: 'resources/memberHours', value: '4' }], colleague))).toEqual([
      'locked',
    ])
    const assignment = (handed.body as QuarterlyReturn).assignments[0]?.id
    await call('DELETE', `/returns/${id}/assignments/${assignment}`, { as: lead })
    expect(outcomes(await save(narrative, colleague))).toEqual(['locked'])
  })
})

describe('the life of a return', () => {
  test('lead sends, signatory signs, officer accepts: each with its figures, copy and trail', async () => {
    const signatory = await stage.api.signedInAs(SIGNATORY)
    const officer = await stage.api.signedInAs(OFFICER)
    await complete()
    const sent = await move('send-for-sign-off', lead)
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    expect(sent.body).toMatchObject({
      state: 'awaiting_sign_off',
      lock: { code: 'entry_concluded' },
      editable: [],
    })
    expect(outcomes(await save([{ cell: 'narrative/why', value: 'Too late.' }]))).toEqual(['locked'])
    const signed = await move('sign-off', signatory)
    expect(signed.status, JSON.stringify(signed.body)).toBe(200)
    const { rows: copies } = await stage.database.pool.query(
      'SELECT contents FROM return_submission WHERE return_id = $1 ORDER BY number DESC LIMIT 1',
      [id],
    )
    expect(copies[0].contents.cells.length).toBeGreaterThan(5)
    const accepted = await move('accept', officer)
    expect(accepted.body).toMatchObject({ state: 'accepted' })
    const { rows: figures } = await stage.database.pool.query(
      `SELECT m.state FROM measurement m JOIN indicator i ON i.id = m.indicator_id
       WHERE i.slug = 'ni-192' AND m.quarter_index = 2009 * 4 + 1 AND m.organisation_id IS NULL`,
    )
    expect(figures).toEqual([{ state: 'final' }])
    const { rows: broken } = await stage.database.pool.query('SELECT first_broken_audit_event() AS at')
    expect(broken).toEqual([{ at: null }])
  })

  test('whoever entered the figures cannot sign them off', async () => {
    await complete()
    await save([{ cell: 'indicators/ni-191/value', value: '296' }])
    await complete()
    await move('send-for-sign-off', lead)
    const refused = await move('sign-off', lead)
    expect(refused.status).toBe(403)
    expect(refused.body.detail).toContain('someone else signs it off')
  })

  test('it is not sent while an answer is missing, and every missing one is counted', async () => {
    await save([{ cell: 'narrative/whatHappened', value: null }])
    const refused = await move('send-for-sign-off', lead)
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toMatch(/still missing/)
    expect((await read()).blockedBecause.map(({ action }) => action)).toContain('send_for_sign_off')
  })

  test('sending back needs a reason, keeps it, and opens the return again', async () => {
    const signatory = await stage.api.signedInAs(SIGNATORY)
    const officer = await stage.api.signedInAs(OFFICER)
    await complete()
    await move('send-for-sign-off', lead)
    await move('sign-off', signatory)
    const silent = await move('send-back', officer)
    expect(silent.status).toBe(422)
    expect(silent.body.errors).toMatchObject([{ pointer: '#/body/reason' }])
    const back = await move('send-back', officer, 'Please check the tonnage.')
    expect(back.body.events.at(-1)).toMatchObject({
      to: 'changes_requested',
      reason: 'Please check the tonnage.',
    })
    expect(outcomes(await save([{ cell: 'narrative/why', value: 'Checked.' }]))).toEqual(['saved'])
  })

  test('a figure that changes after it was sent back keeps what it was before', async () => {
    const signatory = await stage.api.signedInAs(SIGNATORY)
    await save([{ cell: 'indicators/ni-191/value', value: '311' }])
    await complete()
    await move('send-for-sign-off', lead)
    const signed = await move('sign-off', signatory)
    expect(signed.status, JSON.stringify(signed.body)).toBe(200)
    const { rows } = await stage.database.pool.query(
      `SELECT r.new_value::float8 AS "to", r.reason FROM measurement_revision r JOIN measurement m ON m.id = r.measurement_id
         JOIN indicator i ON i.id = m.indicator_id
       WHERE i.slug = 'ni-191' AND m.quarter_index = 2009 * 4 + 1 ORDER BY r.revised_at DESC LIMIT 1`,
    )
    expect(rows[0]).toMatchObject({ to: 311 })
  })

  test.each([
    ['accept', OFFICER],
    ['sign-off', SIGNATORY],
    ['reopen', OFFICER],
  ])('%s is refused from a state that has no such move, and says what may be done', async (action, email) => {
    const refused = await move(action, await stage.api.signedInAs(email), 'A reason.')
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'not-possible', detail: expect.stringContaining('may') })
  })

  test('the same request sent again under its key is answered as it was the first time, and moves nothing', async () => {
    await complete()
    const { version } = await read()
    const send = (reason: string | null) =>
      call('POST', `/returns/${id}/send-for-sign-off`, {
        as: lead,
        body: { reason },
        headers: { 'if-match': `"${version}"`, 'idempotency-key': 'sent-once' },
      })
    const first = await send(null)
    const again = await send(null)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect((await read()).events.filter(({ to }) => to === 'awaiting_sign_off').length).toBe(
      (first.body as QuarterlyReturn).events.filter(({ to }) => to === 'awaiting_sign_off').length,
    )
    expect((await send('Another.')).body).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '#/header/Idempotency-Key' }],
    })
  })

  test('a move needs the version that was seen, and a newer one refuses it', async () => {
    await complete()
    const { version } = await read()
    const without = await call('POST', `/returns/${id}/send-for-sign-off`, {
      as: lead,
      body: { reason: null },
    })
    expect(without.status).toBe(428)
    expect((await move('send-for-sign-off', lead, null, version - 1)).status).toBe(412)
    const both = await Promise.all([
      move('send-for-sign-off', lead, null, version),
      move('send-for-sign-off', lead, null, version),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})
