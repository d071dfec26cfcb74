import { beforeEach, describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { buildTestApp } from '#api/testing/test-app.ts'
import type { Acceptances, Cycle, Reminded } from './cycle.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const OFFICER = 'performance@cherwell.example'
const Q2 = '2009-10-q2'
const Q3 = '2009-10-q3'

type Listed = {
  items: { id: string; state: string; version: number; dueOn: string; partnership: { id: string } }[]
}

let officer: Cookie

beforeEach(async () => {
  officer = await stage.api.signedInAs(OFFICER)
})

const cycleOf = async (quarter = Q2, search = '') =>
  (await call<Cycle>(stage.api.app, 'GET', `/quarters/${quarter}/cycle${search}`, { as: officer })).body

async function returnsOf(quarter = Q2) {
  const { body } = await call<Listed>(stage.api.app, 'GET', `/returns?quarter=${quarter}&pageSize=500`, {
    as: officer,
  })
  return body.items
}

const ask = <Body = { detail: string }>(
  method: 'POST' | 'PUT',
  url: string,
  body?: object,
  headers: Record<string, string> = {},
) => call<Body>(stage.api.app, method, url, { as: officer, headers, ...(body === undefined ? {} : { body }) })

const ifMatch = (version: number | undefined) => ({ 'if-match': `"${version}"` })

/** Asked by someone who has just read the quarter, or the return. */
const moveDates = async <Body = { detail: string }>(body: object) =>
  ask<Body>('PUT', `/quarters/${Q2}/dates`, body, ifMatch((await cycleOf()).version))

async function extend(id: string | undefined, body: object) {
  const found = (await returnsOf()).find((one) => one.id === id)
  return ask('PUT', `/returns/${id}/extension`, body, ifMatch(found?.version))
}

async function audited(action: string): Promise<number> {
  const { rows } = await stage.database.pool.query(
    'SELECT count(*)::int AS count FROM audit_event WHERE action = $1',
    [action],
  )
  return rows[0].count
}

/** The same database, on another day. */
async function onDay<Result>(
  today: string,
  work: (as: Cookie, app: typeof stage.api.app) => Promise<Result>,
) {
  const later = await buildTestApp(stage.database, { ACCORD_TODAY: today })
  try {
    return await work(await later.signedInAs(OFFICER), later.app)
  } finally {
    await later.close()
  }
}

describe('the board', () => {
  test('its counts add up to the returns expected, of one council or of all', async () => {
    const { counts, openedAt } = await cycleOf()
    expect(counts.expected).toBe((await returnsOf()).length)
    expect(counts.onTime + counts.late + counts.missing + counts.notYetDue).toBe(counts.expected)
    expect(openedAt).not.toBeNull()
    expect((await cycleOf(Q2, '?council=cherwell')).counts.expected).toBe(17)
  })

  test('says what may be done and why the rest may not', async () => {
    const { allowedActions, blockedBecause, nextToOpen } = await cycleOf(Q2, '?council=cherwell')
    expect(allowedActions).toEqual(['move_dates', 'chase', 'publish'])
    expect(blockedBecause).toEqual([
      { action: 'open', sentence: 'Quarter 2 2009/10 was opened on 1 October 2009.' },
    ])
    expect(nextToOpen?.key).toBe(Q3)
  })

  test('a member reads it and is offered nothing', async () => {
    const member = await stage.api.signedInWith('scrutiny_member')
    const { body } = await call<Cycle>(stage.api.app, 'GET', `/quarters/${Q2}/cycle`, { as: member })
    expect([body.allowedActions, body.blockedBecause]).toEqual([[], []])
  })
})

describe('opening a quarter', () => {
  test('is refused before the quarter has ended', async () => {
    const refused = await ask('POST', `/quarters/${Q3}/opening`)
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toBe(
      'Quarter 3 2009/10 ends on 31 December 2009. It can be opened from the day after.',
    )
  })

  test('makes one return for each significant partnership, tells its people, and happens once', async () => {
    await onDay('2010-01-04', async (as, app) => {
      const both = await Promise.all([
        call<Cycle>(app, 'POST', `/quarters/${Q3}/opening`, { as }),
        call<Cycle>(app, 'POST', `/quarters/${Q3}/opening`, { as }),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
      const opened = both.find(({ status }) => status === 200)
      expect(opened?.body.counts.expected).toBe((await returnsOf(Q2)).length)
    })
    expect((await returnsOf(Q3)).every(({ state }) => state === 'not_started')).toBe(true)
    const { rows } = await stage.database.pool.query(
      "SELECT count(DISTINCT person_id)::int AS people, count(*)::int AS count FROM notification WHERE kind = 'opened' AND on_date = '2010-01-04'",
    )
    expect(rows[0].count).toBeGreaterThanOrEqual(rows[0].people)
    expect(rows[0].people).toBeGreaterThan(10)
    expect(await audited('quarter open')).toBe(1)
  })

  test('is refused when it was opened, and says when', async () => {
    const refused = await ask('POST', `/quarters/${Q2}/opening`)
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'Quarter 2 2009/10 was opened on 1 October 2009.',
    ])
  })
})

describe('moving dates', () => {
  const dates = { opensOn: '2009-10-01', dueOn: '2009-10-20', closesOn: '2009-10-27', reason: 'Half-term' }

  test('returns that follow the quarter move with it; one with a day of its own stays', async () => {
    const [own, ...rest] = await returnsOf()
    await stage.database.pool.query("UPDATE quarterly_return SET due_on = '2009-10-22' WHERE id = $1", [
      own?.id,
    ])
    const moved = await moveDates<Cycle>(dates)
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    expect(moved.body.dateChanges).toMatchObject([
      {
        from: { dueOn: '2009-10-16' },
        to: { dueOn: '2009-10-20' },
        reason: 'Half-term',
        by: 'Philippa Dane',
      },
    ])
    const after = new Map((await returnsOf()).map(({ id, dueOn }) => [id, dueOn]))
    expect(after.get(own?.id ?? '')).toBe('2009-10-22')
    expect(rest.every(({ id }) => after.get(id) === '2009-10-20')).toBe(true)
    expect(await audited('quarter dates change')).toBe(1)
  })

  test('dates out of order are refused, each with its place', async () => {
    const refused = await moveDates<{ errors: unknown }>({
      ...dates,
      dueOn: '2009-09-01',
      closesOn: '2009-08-01',
    })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '#/body/dueOn' }, { pointer: '#/body/closesOn' }])
  })

  test('no reason, no change; the same dates, no change', async () => {
    expect((await moveDates({ ...dates, reason: ' ' })).status).toBe(422)
    const { quarter } = await cycleOf()
    const { opensOn, dueOn, closesOn } = quarter
    expect((await moveDates({ opensOn, dueOn, closesOn, reason: 'x' })).status).toBe(409)
  })

  test('without the version that was seen nothing moves, and it is said what to send', async () => {
    const refused = await ask('PUT', `/quarters/${Q2}/dates`, dates)
    expect([refused.status, refused.body.detail]).toEqual([
      428,
      'Send If-Match with the ETag of what you saw, for example "3".',
    ])
    expect(await audited('quarter dates change')).toBe(0)
  })

  test('dates that another officer moved meanwhile are not moved again unseen', async () => {
    const seen = await call<Cycle>(stage.api.app, 'GET', `/quarters/${Q2}/cycle`, { as: officer })
    const { etag } = seen.headers
    expect(etag).toBe(`"${seen.body.version}"`)
    const moved = await moveDates<Cycle>(dates)
    expect(moved.headers.etag).toBe(`"${seen.body.version + 1}"`)
    const refused = await ask(
      'PUT',
      `/quarters/${Q2}/dates`,
      { ...dates, dueOn: '2009-10-23' },
      { 'if-match': String(etag) },
    )
    expect([refused.status, refused.body.detail]).toEqual([
      412,
      'Somebody changed this since you opened it. Read it again, then decide.',
    ])
    expect((await cycleOf()).quarter.dueOn).toBe('2009-10-20')
  })

  test('of two officers who move the same dates at once, one is told', async () => {
    const { version } = await cycleOf()
    const asked = ['2009-10-20', '2009-10-21'].map((dueOn) =>
      ask('PUT', `/quarters/${Q2}/dates`, { ...dates, dueOn }, ifMatch(version)),
    )
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('more time', () => {
  test('one return is taken for longer, and the reason is kept', async () => {
    const waiting = (await returnsOf()).find(({ state }) => state === 'not_started')
    const given = await extend(waiting?.id, {
      until: '2009-11-06',
      reason: 'Sickness',
    })
    expect(given.body).toMatchObject({ extendedTo: '2009-11-06' })
    const again = await extend(waiting?.id, {
      until: '2009-11-13',
      reason: 'Still',
    })
    expect(again.body).toMatchObject({ extendedTo: '2009-11-13' })
    expect(await audited('return extension')).toBe(2)
  })

  test('a day before the close gives nothing and is refused; so is a return that is in', async () => {
    const all = await returnsOf()
    const waiting = all.find(({ state }) => state === 'not_started')
    const sent = all.find(({ state }) => state === 'submitted')
    const body = { until: '2009-10-20', reason: 'x' }
    expect((await extend(waiting?.id, body)).status).toBe(422)
    const refused = await extend(sent?.id, { ...body, until: '2009-12-01' })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('is in')])
  })

  test('without the version that was seen nothing is given; nor where another officer was first', async () => {
    const waiting = (await returnsOf()).find(({ state }) => state === 'not_started')
    const url = `/returns/${waiting?.id}/extension`
    const body = { until: '2009-11-06', reason: 'Sickness' }
    const unseen = await ask('PUT', url, body)
    expect([unseen.status, unseen.body.detail]).toEqual([
      428,
      'Send If-Match with the ETag of what you saw, for example "3".',
    ])
    const seen = ifMatch(waiting?.version)
    const both = await Promise.all([
      ask('PUT', url, body, seen),
      ask('PUT', url, { ...body, until: '2009-11-13' }, seen),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(both.find(({ status }) => status === 412)?.body.detail).toBe(
      'Somebody changed this since you opened it. Read it again, then decide.',
    )
    expect(await audited('return extension')).toBe(1)
  })

  test('the same request sent again under its key is answered the same, though it moved the version', async () => {
    const waiting = (await returnsOf()).find(({ state }) => state === 'not_started')
    const headers = { ...ifMatch(waiting?.version), 'idempotency-key': 'one-extension' }
    const send = () =>
      ask('PUT', `/returns/${waiting?.id}/extension`, { until: '2009-11-06', reason: 'Sickness' }, headers)
    const first = await send()
    expect(first.status).toBe(200)
    expect(await send()).toMatchObject({ status: 200, body: first.body })
    expect(await audited('return extension')).toBe(1)
  })
})

describe('chasing', () => {
  test('one: those whose turn it is are told once a day', async () => {
    const waiting = (await returnsOf()).find(({ partnership }) => partnership.id === 'environment-forum')
    const first = await ask<Reminded>('POST', `/returns/${waiting?.id}/reminder`)
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect(first.body.returns[0]?.people).toContain('Peter Haldane')
    const second = await ask<Reminded>('POST', `/returns/${waiting?.id}/reminder`)
    expect(second.body).toMatchObject({ people: 0, returns: [{ people: [] }] })
    expect((await cycleOf()).chased).toContainEqual({ returnId: waiting?.id, on: '2009-10-19' })
  })

  test('all: only what is outstanding, and nobody for what is in', async () => {
    const { body } = await ask<Reminded>('POST', `/quarters/${Q2}/reminders`, { council: 'cherwell' })
    const outstanding = (await returnsOf()).filter(({ state }) =>
      ['not_started', 'in_progress', 'awaiting_sign_off', 'changes_requested'].includes(state),
    )
    const ids = new Set(outstanding.map(({ id }) => id))
    expect(body.returns.length).toBeGreaterThan(0)
    expect(body.returns.every(({ returnId }) => ids.has(returnId))).toBe(true)
  })

  test('a return that is in is not chased', async () => {
    const sent = (await returnsOf()).find(({ state }) => state === 'submitted')
    expect((await ask('POST', `/returns/${sent?.id}/reminder`)).status).toBe(409)
  })
})

test('a change of dates sent again under its key is answered the same, and done once', async () => {
  const body = { opensOn: '2009-10-01', dueOn: '2009-10-20', closesOn: '2009-10-27', reason: 'Half-term' }
  const { version } = await cycleOf()
  const send = () =>
    call<Cycle>(stage.api.app, 'PUT', `/quarters/${Q2}/dates`, {
      as: officer,
      body,
      headers: { 'idempotency-key': 'one-change', ...ifMatch(version) },
    })
  const first = await send()
  expect(first.status).toBe(200)
  expect(await send()).toMatchObject({ status: 200, body: first.body })
  expect(await audited('quarter dates change')).toBe(1)
})

describe('accepting several', () => {
  test('each is judged by itself: one that cannot be holds up none', async () => {
    const all = await returnsOf()
    const submitted = all.filter(({ state }) => state === 'submitted').slice(0, 3)
    const started = all.find(({ state }) => state === 'not_started')
    const stale = submitted[2]
    const { body } = await ask<Acceptances>('POST', '/returns/acceptances', {
      returns: [
        ...submitted.slice(0, 2).map(({ id, version }) => ({ id, version })),
        { id: started?.id, version: started?.version },
        { id: stale?.id, version: (stale?.version ?? 0) + 1 },
      ],
    })
    expect(body.results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'refused', 'refused'])
    expect(body.results[2]?.sentence).toContain('has not been started')
    expect((await cycleOf()).counts.accepted).toBe(2)
  })
})
