import { beforeEach, describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { Acceptances, Cycle } from './cycle.schemas.ts'
import type { Publication, Published } from './publications.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

const Q2 = '2009-10-q2'
const OFFICER = 'performance@cherwell.example'

type Row = { id: string; state: string; version: number; partnership: { id: string } }

let officer: Cookie

beforeEach(async () => {
  officer = await stage.api.signedInAs(OFFICER)
})

async function returnsOf(search = '') {
  const { body } = await call<{ items: Row[] }>(
    stage.api.app,
    'GET',
    `/returns?quarter=${Q2}&pageSize=500${search}`,
    { as: officer },
  )
  return body.items
}

async function acceptAll(): Promise<number> {
  const returns = (await returnsOf('&council=cherwell'))
    .filter(({ state }) => state === 'submitted')
    .map(({ id, version }) => ({ id, version }))
  const { body } = await call<Acceptances>(stage.api.app, 'POST', '/returns/acceptances', {
    as: officer,
    body: { returns },
  })
  expect(
    body.results.every(({ outcome }) => outcome === 'accepted'),
    JSON.stringify(body),
  ).toBe(true)
  return returns.length
}

const publish = (as: Cookie, council: string, more: object = {}) =>
  call<Published & { detail: string; errors: unknown[] }>(
    stage.api.app,
    'POST',
    `/councils/${council}/publications`,
    { as, body: { quarter: Q2, ...more } },
  )

const readPublication = async (council = 'cherwell') =>
  (await call<Publication>(stage.api.app, 'GET', `/councils/${council}/publications/${Q2}`, { as: officer }))
    .body

const EVEN_WITHOUT = { evenWithout: true, reason: 'The Executive meets before they are in.' }

describe('publishing a quarter', () => {
  test('is refused before it has closed, naming who is missing, unless a reason says why without', async () => {
    await acceptAll()
    const refused = await publish(officer, 'cherwell')
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('Environment')
    expect(refused.body.errors.length).toBeGreaterThan(0)
    expect((await publish(officer, 'cherwell', { evenWithout: true })).status).toBe(422)
    expect((await publish(officer, 'cherwell', EVEN_WITHOUT)).status).toBe(201)
  })

  test('moves the accepted returns, with an event each, and freezes the dashboard of that moment', async () => {
    await acceptAll()
    const before = await call<Record<string, unknown>>(
      stage.api.app,
      'GET',
      `/councils/cherwell/dashboards/${Q2}`,
      { as: officer },
    )
    const { body } = await publish(officer, 'cherwell', EVEN_WITHOUT)
    const published = (await returnsOf()).filter(({ state }) => state === 'published')
    expect(published).toHaveLength(body.returns)
    const frozen = await readPublication()
    expect(frozen).toMatchObject({ publishedBy: 'Philippa Dane', differences: [] })
    expect(frozen.dashboard).toEqual(before.body)
    const { rows } = await stage.database.pool.query(
      "SELECT count(*)::int AS count FROM return_event WHERE to_state = 'published' AND happened_at >= '2009-10-19'",
    )
    expect(rows[0].count).toBe(body.returns)
  })

  test('happens once, also when two ask at once; what is accepted later is added and the copy stays', async () => {
    const [first, ...others] = (await returnsOf('&council=cherwell')).filter(
      ({ state }) => state === 'submitted',
    )
    const accept = (rows: (Row | undefined)[]) =>
      call(stage.api.app, 'POST', '/returns/acceptances', {
        as: officer,
        body: { returns: rows.map((row) => ({ id: row?.id, version: row?.version })) },
      })
    await accept([first])
    const both = await Promise.all([
      publish(officer, 'cherwell', EVEN_WITHOUT),
      publish(officer, 'cherwell', EVEN_WITHOUT),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const { publishedAt } = await readPublication()
    await accept(others)
    const added = await publish(officer, 'cherwell', EVEN_WITHOUT)
    expect(added.body).toMatchObject({ isAddition: true, returns: others.length })
    expect((await readPublication()).publishedAt).toBe(publishedAt)
  })

  test('a return that matters to several councils is published once; each council has its own copy', async () => {
    await acceptAll()
    await publish(officer, 'cherwell', EVEN_WITHOUT)
    const oxford = await stage.api.signedInAs('performance@oxford.example')
    const second = await publish(oxford, 'oxford', EVEN_WITHOUT)
    expect(second.status, JSON.stringify(second.body)).toBe(201)
    const { rows } = await stage.database.pool.query(
      `SELECT max(count)::int AS most FROM (SELECT count(*) FROM return_event
         WHERE to_state = 'published' AND happened_at >= '2009-10-19' GROUP BY return_id) counted`,
    )
    expect(rows[0].most).toBe(1)
    expect((await readPublication('oxford')).council.id).toBe('oxford')
  })

  test('the same request sent again under its key is answered the same, and done once', async () => {
    await acceptAll()
    const send = () =>
      call<Published>(stage.api.app, 'POST', '/councils/cherwell/publications', {
        as: officer,
        body: { quarter: Q2, ...EVEN_WITHOUT },
        headers: { 'idempotency-key': 'one-publication' },
      })
    const first = await send()
    expect(await send()).toMatchObject({ status: first.status, body: first.body })
  })

  test('only the council’s own officer publishes it', async () => {
    const oxford = await stage.api.signedInAs('performance@oxford.example')
    expect((await publish(oxford, 'cherwell', EVEN_WITHOUT)).status).toBe(403)
    expect((await publish(officer, 'nowhere', EVEN_WITHOUT)).status).toBe(404)
  })
})

describe('restating after publication', () => {
  async function published(slug: string) {
    await acceptAll()
    await publish(officer, 'cherwell', EVEN_WITHOUT)
    const row = (await returnsOf()).find(({ partnership }) => partnership.id === slug)
    if (row?.state !== 'published') throw new Error(`${slug} is ${row?.state}`)
    return row
  }

  async function aFigureOf(slug: string) {
    const { rows } = await stage.database.pool.query(
      `SELECT i.slug, i.is_ratio AS "isRatio", trim_scale(m.value)::text AS value FROM framework_indicator fi
         JOIN indicator i ON i.id = fi.indicator_id JOIN partnership p ON p.id = fi.owner_id
         JOIN framework f ON f.id = fi.framework_id AND f.on_dashboard AND f.end_year >= 2009
         JOIN measurement m ON m.indicator_id = i.id AND m.quarter_index = 2009 * 4 + 1 AND m.organisation_id IS NULL
       WHERE p.slug = $1 AND m.value IS NOT NULL AND NOT i.is_ratio ORDER BY i.slug LIMIT 1`,
      [slug],
    )
    return rows[0] as { slug: string; value: string }
  }

  const restate = (row: Row, body: object, version = row.version) =>
    call<{ state: string; detail: string }>(stage.api.app, 'POST', `/returns/${row.id}/restate`, {
      as: officer,
      body,
      headers: { 'if-match': `"${version}"` },
    })

  const OWNER = 'cherwell-safer-communities-partnership'

  test('the figure is revised with its reason, and what was published stays beside it', async () => {
    const row = await published(OWNER)
    const figure = await aFigureOf(OWNER)
    const value = String(Number(figure.value) + 1)
    const body = { reason: 'Sixteen were recorded late.', figures: [{ indicator: figure.slug, value }] }
    const done = await restate(row, body)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(done.body.state).toBe('restated')
    const { differences } = await readPublication()
    expect(differences).toMatchObject([
      { id: figure.slug, asReported: { value: figure.value }, asNow: { state: 'revised' } },
    ])
    expect(Number(differences[0]?.asNow?.value)).toBe(Number(value))
    expect((await restate(row, body)).status).toBe(412)
    const { body: after } = await call<{ indicators: { id: string; recorded: unknown }[] }>(
      stage.api.app,
      'GET',
      `/returns/${row.id}`,
      { as: officer },
    )
    expect(after.indicators.find(({ id }) => id === figure.slug)?.recorded).toEqual({
      value,
      state: 'revised',
    })
    const { rows } = await stage.database.pool.query('SELECT first_broken_audit_event() AS at')
    expect(rows).toEqual([{ at: null }])
  })

  test('before publication the officer is told that it comes later', async () => {
    await acceptAll()
    const row = (await returnsOf()).find(({ state }) => state === 'accepted')
    const { body } = await call<{ blockedBecause: { action: string; obstacles: { sentence: string }[] }[] }>(
      stage.api.app,
      'GET',
      `/returns/${row?.id}`,
      { as: officer },
    )
    expect(body.blockedBecause.find(({ action }) => action === 'restate')?.obstacles).toMatchObject([
      { sentence: 'This return has been accepted. A performance officer may re-open it or publish it.' },
    ])
  })

  test('needs a reason, a figure that is one, and a return that is published', async () => {
    const row = await published(OWNER)
    const figure = await aFigureOf(OWNER)
    const wrong = { reason: 'x', figures: [{ indicator: figure.slug, value: '6kg' }] }
    expect((await restate(row, wrong)).status).toBe(422)
    expect((await restate(row, { ...wrong, reason: '' })).status).toBe(422)
    const started = (await returnsOf()).find(({ state }) => state === 'not_started')
    if (started === undefined) throw new Error('All have started.')
    const early = { reason: 'x', figures: [{ indicator: figure.slug, value: '6' }] }
    expect((await restate(started, early)).status).toBe(409)
  })
})

test('the board of a published quarter says so', async () => {
  await acceptAll()
  await publish(officer, 'cherwell', EVEN_WITHOUT)
  const { body } = await call<Cycle>(stage.api.app, 'GET', `/quarters/${Q2}/cycle?council=cherwell`, {
    as: officer,
  })
  expect(body.publications).toMatchObject([{ council: { id: 'cherwell' }, publishedBy: 'Philippa Dane' }])
  expect(body.blockedBecause).toContainEqual({
    action: 'publish',
    sentence: 'It was published on 19 October 2009.',
  })
})
