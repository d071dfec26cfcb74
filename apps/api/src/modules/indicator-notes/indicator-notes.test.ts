import { describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { lengthenSeries } from '#api/testing/long-series.ts'
import type { IndicatorDetail } from '../indicators/indicator-detail.schemas.ts'
import { IndicatorNotes } from './indicator-notes.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const RECYCLING = '/indicators/ni-192'
const as = (email: string) => stage.api.signedInAs(email)
const officer = () => as('performance@cherwell.example')
const lead = () => as('lead@waste.example')

async function post<Body = Record<string, unknown>>(
  url: string,
  who: Cookie,
  body: object,
  headers: Record<string, string> = {},
) {
  return call<Body>(stage.api.app, 'POST', url, { as: who, body, headers })
}

const notesFor = async (who: Cookie) =>
  (await stage.api.get(`${RECYCLING}/notes`, who)).body as IndicatorNotes
const detail = async (search = '') =>
  (await stage.api.get(`${RECYCLING}?quarter=2009-10-q2${search}`, await officer())).body as IndicatorDetail

const anEvent = { quarter: '2008-09-q2', title: 'Garden waste is charged for' }
const aMark = { quarter: '2008-09-q2', reason: 'The county’s weighbridges were replaced.' }

const lastAudit = async () =>
  (await stage.database.pool.query('SELECT * FROM audit_event ORDER BY sequence DESC LIMIT 1')).rows[0]

describe('events', () => {
  test('stand on the chart in the order of their quarters, numbered', async () => {
    const { events } = await detail()
    expect(events.map(({ number, quarter, title }) => [number, quarter, title])).toEqual([
      [1, '2007-08-q2', 'Fortnightly collection starts in Vale'],
      [2, '2008-09-q3', 'Food waste, Cherwell'],
      [3, '2009-10-q1', 'New South Oxfordshire contract'],
    ])
  })

  test('are pinned by an officer and by the lead, each once, and leave a trace', async () => {
    const key = { 'idempotency-key': 'one pin' }
    const who = await lead()
    const first = await post<{ id: string }>(`${RECYCLING}/events`, who, anEvent, key)
    expect(first.status).toBe(200)
    expect((await post(`${RECYCLING}/events`, who, anEvent, key)).body).toMatchObject({ id: first.body.id })
    expect(await lastAudit()).toMatchObject({
      action: 'event add',
      actor_name: 'Daniel Okafor',
      new_value: { title: anEvent.title },
    })
    expect((await detail()).events.map(({ title }) => title)).toContain(anEvent.title)
    expect((await post(`${RECYCLING}/events`, await officer(), anEvent)).status).toBe(200)
  })

  test('are withdrawn once, leave the chart and stay in the record', async () => {
    const who = await officer()
    const { events } = await notesFor(who)
    const url = `${RECYCLING}/events/${events[0]?.id}/withdrawal`
    expect(await post(url, who, {})).toMatchObject({ status: 200, body: { withdrawnBy: 'Philippa Dane' } })
    expect(await lastAudit()).toMatchObject({
      action: 'event withdraw',
      old_value: { said: events[0]?.title },
    })
    expect(await post(url, who, {})).toMatchObject({ status: 409 })
    expect((await detail()).events).toHaveLength(2)
    expect((await notesFor(who)).events).toHaveLength(3)
  })

  test('of a body stand on its own series only, where those of the whole area stand too', async () => {
    const own = { ...anEvent, organisation: 'oxford' }
    expect((await post(`${RECYCLING}/events`, await officer(), own)).status).toBe(200)
    expect((await detail()).events).toHaveLength(3)
    const { events } = await detail('&organisation=oxford')
    // Oxford’s own figures begin in 2007/08: what happened before them is not in view.
    expect(events.map(({ title }) => title)).toContain(anEvent.title)
    expect(events.find(({ title }) => title === anEvent.title)?.isWholeArea).toBe(false)
  })

  test.each([
    ['no words', { ...anEvent, title: ' ' }, 'title'],
    ['more words than the chart holds', { ...anEvent, title: 'x'.repeat(41) }, 'title'],
    ['a quarter that is none', { ...anEvent, quarter: '2009-11-q1' }, 'quarter'],
    ['a quarter that is not here', { ...anEvent, quarter: '1950-51-q1' }, 'quarter'],
    ['a body without figures', { ...anEvent, organisation: 'thames-valley-police' }, 'organisation'],
  ])('%s is pointed at', async (_what, body, field) => {
    expect(await post(`${RECYCLING}/events`, await officer(), body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: `#/body/${field}` }] },
    })
  })
})

describe('who may', () => {
  test('a lead pins, but does not decide where limits begin anew; the answer says why', async () => {
    const notes = await notesFor(await lead())
    expect(IndicatorNotes.strict().safeParse(notes).error).toBeUndefined()
    expect(notes.allowedActions).toEqual(['add_event', 'withdraw_event'])
    expect(notes.blockedBecause.map(({ action }) => action)).toEqual([
      'add_process_mark',
      'withdraw_process_mark',
    ])
    expect((await post(`${RECYCLING}/process-marks`, await lead(), aMark)).status).toBe(403)
  })

  test('the lead of another partnership may pin nothing here, and is told who may', async () => {
    const who = await as('lead@homelessness.example')
    expect((await notesFor(who)).allowedActions).toEqual([])
    expect(await post(`${RECYCLING}/events`, who, anEvent)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('the lead of the partnership that answers for it') },
    })
  })

  test('an officer of a council that did not agree the indicator may not', async () => {
    const { rows } = await stage.database.pool.query(
      `DELETE FROM framework_council WHERE council_id = (SELECT id FROM organisation WHERE slug = 'cherwell') RETURNING 1`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect((await post(`${RECYCLING}/events`, await officer(), anEvent)).status).toBe(403)
  })

  test('a member reads what is noted and is allowed nothing', async () => {
    const notes = await notesFor(await as('executive@cherwell.example'))
    expect(notes.events).toHaveLength(3)
    expect(notes.allowedActions).toEqual([])
  })
})

describe('where limits begin anew', () => {
  test('is marked once for a quarter, changes the signal, and can be taken back and marked again', async () => {
    await lengthenSeries(stage.database, { indicator: 'ni-192', quarters: 20 })
    const who = await officer()
    expect((await detail()).signal.phases).toHaveLength(1)
    const made = await post<{ id: string }>(`${RECYCLING}/process-marks`, who, aMark)
    expect(made.status).toBe(200)
    expect((await post(`${RECYCLING}/process-marks`, who, aMark)).status).toBe(409)
    expect((await detail()).signal.phases.map(({ from, reason }) => [from, reason]).at(-1)).toEqual([
      '2008-09-q2',
      aMark.reason,
    ])
    const back = `${RECYCLING}/process-marks/${made.body.id}/withdrawal`
    expect((await post(back, who, {})).status).toBe(200)
    expect(await lastAudit()).toMatchObject({ action: 'process mark withdraw' })
    expect((await detail()).signal.phases).toHaveLength(1)
    expect((await post(`${RECYCLING}/process-marks`, who, aMark)).status).toBe(200)
  })

  test('needs its reason', async () => {
    const { status } = await post(`${RECYCLING}/process-marks`, await officer(), { ...aMark, reason: '' })
    expect(status).toBe(422)
  })
})

test('what is not noted here cannot be withdrawn', async () => {
  const nothing = '00000000-0000-4000-8000-000000000000'
  expect((await post(`${RECYCLING}/events/${nothing}/withdrawal`, await officer(), {})).status).toBe(404)
  expect((await post(`/indicators/none/events`, await officer(), anEvent)).status).toBe(404)
})
