import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { buildTestApp, type TestApp } from '#api/testing/test-app.ts'
import { Dashboard } from './dashboards.schemas.ts'

const ADDRESS = '/councils/cherwell/dashboards/2009-10-q2'

const stage = demonstrationStage()
let executive: { cookie: string }

beforeEach(async () => {
  executive = await stage.api.signedInAs('executive@cherwell.example')
})

async function dashboard(url = ADDRESS): Promise<Dashboard> {
  const { body } = await stage.api.get(url, executive)
  return body as Dashboard
}

const figureOf = (found: Dashboard, code: string) =>
  found.outcomes.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)?.value

describe('the dashboard of the demonstration', () => {
  test('keeps to its contract', async () => {
    expect(Dashboard.strict().safeParse(await dashboard()).error).toBeUndefined()
  })

  test('reads 19 on target, 6 near, 6 off and 4 not rated, with the change since quarter 1', async () => {
    const { now } = await dashboard()
    expect(now).toMatchObject({
      total: 35,
      rated: 31,
      offTarget: 6,
      nearTarget: 6,
      onTarget: 19,
      notRated: 4,
      change: { offTarget: 2, nearTarget: -3, onTarget: 1, notRated: 0 },
    })
  })

  test('opens with the finding as a sentence', async () => {
    const { headline, summary, denominator } = await dashboard()
    expect(headline).toBe('Six of 31 rated indicators are off target, two more than last quarter')
    expect(summary).toMatch(/^Three fell from near to off target: /)
    expect(denominator).toBe(
      '35 indicators, 31 rated; 4 not rated: 2 not due this quarter, 1 awaiting data, 1 with no target.',
    )
  })

  test('counts the returns of 17 significant partnerships: 13 on time, 2 late, 2 missing', async () => {
    const { returns, register } = await dashboard()
    expect(returns).toMatchObject({
      expected: 17,
      onTime: 13,
      late: 2,
      missing: 2,
      notYetDue: 0,
      overdueDays: 3,
    })
    expect(returns.missingFrom.map(({ shortName }) => shortName)).toEqual([
      'Environment Forum',
      'Learning and Skills',
    ])
    expect(register).toMatchObject({ registered: 62, significant: 17 })
  })

  test('splits £16m of reward into four parts that sum to it', async () => {
    const { reward } = await dashboard()
    if (reward === null) throw new Error('There is no reward.')
    const { securedPence, onCoursePence, atRiskPence, forgonePence, totalPence } = reward
    expect(securedPence + onCoursePence + atRiskPence + forgonePence).toBe(totalPence)
    expect(totalPence).toBe(1_600_000_000)
    const millions = [securedPence, onCoursePence, atRiskPence, forgonePence].map((pence) =>
      (pence / 1e8).toFixed(2),
    )
    expect(millions).toEqual(['6.35', '3.64', '5.69', '0.32'])
  })

  test('puts the worst gap first, and what is near but forecast to end off after it', async () => {
    const { attention, outcomes } = await dashboard()
    const codes = new Map(outcomes.flatMap(({ indicators }) => indicators.map(({ id, code }) => [id, code])))
    expect(attention.offNow.map((id) => codes.get(id))).toEqual([
      'NI 155',
      'NI 117',
      'NI 152',
      'NI 39',
      'NI 153',
      'NI 175',
    ])
    expect(attention.notReported.map((id) => codes.get(id))).toEqual(['NI 186'])
  })

  test('gives cause, action, owner and date in the words of the partnership', async () => {
    const { outcomes } = await dashboard()
    const homes = outcomes.flatMap(({ indicators }) => indicators).find(({ code }) => code === 'NI 155')
    expect(homes).toMatchObject({
      now: { status: 'off_target', gap: '32% below target' },
      quartersRunning: 1,
      attention: { owner: 'Martin Sayle', dueOn: '2009-11-13' },
    })
  })

  test('tells what changed: four worse, three better, and what else is new', async () => {
    const { changes } = await dashboard()
    expect(changes.worse).toHaveLength(4)
    expect(changes.better).toHaveLength(3)
    expect(changes).toMatchObject({ same: 24, comparable: 31, answers: { asked: 5, answered: 3, late: 2 } })
    expect(changes.targetChanges).toContainEqual(
      expect.objectContaining({ code: 'NI 192', period: 'year end', from: '50.0%', to: '49.0%' }),
    )
    expect(changes.restatements).toContainEqual(
      expect.objectContaining({ code: 'NI 20', from: '6.0', to: '6.1' }),
    )
    expect(changes.valueForMoney).toContainEqual(expect.objectContaining({ from: 'good', to: 'excellent' }))
  })

  test('rates two partnerships excellent and three fair', async () => {
    const { partnerships } = await dashboard()
    const rated = (word: string) =>
      partnerships
        .filter(({ valueForMoney }) => valueForMoney?.word === word)
        .map(({ shortName }) => shortName)
    expect(rated('excellent')).toEqual(['Waste', 'Cherwell Homelessness Strategy'])
    expect(rated('fair')).toEqual(['Economic', 'Cherwell Community Planning', 'Cherwell Rural Transport'])
  })

  test('narrows to a portfolio, with counts of its own', async () => {
    const { body } = await stage.api.get('/session', await stage.api.signedInAs('portfolio@cherwell.example'))
    const [portfolio] = (body as { portfolios: { id: string }[] }).portfolios
    const narrowed = await dashboard(`${ADDRESS}?portfolio=${portfolio?.id}`)
    expect(narrowed.portfolio?.id).toBe(portfolio?.id)
    expect(narrowed.now.total).toBeGreaterThan(0)
    expect(narrowed.now.total).toBeLessThan(35)
    const owners = new Set(narrowed.partnerships.map(({ id }) => id))
    const owned = narrowed.outcomes.flatMap(({ indicators }) =>
      indicators.map(({ owner }) => owner?.id ?? ''),
    )
    expect(owned.every((owner) => owners.has(owner))).toBe(true)
  })

  test('exists for every quarter that has opened, and for every council with a register', async () => {
    const quarters = (await stage.api.get('/quarters?open=true', executive)).body as {
      items: { key: string }[]
    }
    const councils = (await stage.api.get('/councils?keepsRegister=true', executive)).body as {
      items: { id: string }[]
    }
    expect(quarters.items.length).toBeGreaterThanOrEqual(14)
    expect(councils.items).toHaveLength(6)
    for (const { key } of quarters.items) {
      expect((await stage.api.get(`/councils/cherwell/dashboards/${key}`, executive)).status, key).toBe(200)
    }
    for (const { id } of councils.items) {
      expect((await stage.api.get(`/councils/${id}/dashboards/2009-10-q2`, executive)).status, id).toBe(200)
    }
  })
})

describe('a dashboard that does not exist', () => {
  test.each([
    ['an unknown council', '/councils/atlantis/dashboards/2009-10-q2', 404, '#/path/council'],
    [
      'a quarter that is not in the calendar',
      '/councils/cherwell/dashboards/1999-00-q2',
      404,
      '#/path/quarter',
    ],
    ['a quarter that cannot be', '/councils/cherwell/dashboards/2009-11-q2', 422, '#/path/quarter'],
    ['a quarter that is no quarter', '/councils/cherwell/dashboards/now', 422, '#/path/quarter'],
    ['an unknown framework', `${ADDRESS}?framework=none`, 404, '#/query/framework'],
    ['an unknown portfolio', `${ADDRESS}?portfolio=none`, 404, '#/query/portfolio'],
    ['an unknown parameter', `${ADDRESS}?colour=red`, 422, '#/query/colour'],
  ])('%s gets a problem that points at it', async (_what, url, status, pointer) => {
    const answer = await stage.api.get(url, executive)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body).toMatchObject({ errors: [{ pointer, detail: expect.stringMatching(/.+\.$/) }] })
  })
})

describe('a dashboard that is read again', () => {
  test('carries a strong tag, and an unchanged one is a 304 without a body', async () => {
    const first = await stage.api.get(ADDRESS, executive)
    const tag = String(first.headers.etag)
    expect(tag).toMatch(/^"[^"]+"$/)
    const second = await stage.api.get(ADDRESS, { ...executive, 'if-none-match': tag })
    expect(second).toMatchObject({ status: 304, text: '' })
  })

  test('has another tag when it is compressed, for its bytes are others', async () => {
    const plain = await stage.api.get(ADDRESS, executive)
    const zipped = await stage.api.get(ADDRESS, { ...executive, 'accept-encoding': 'gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(zipped.headers.etag).not.toBe(plain.headers.etag)
  })

  test('is answered from memory: a second reader asks the database only for versions', async () => {
    await stage.api.get(ADDRESS, executive)
    const asked: string[] = []
    const { query } = stage.database.lanes
    const spied: typeof query = (statement) => {
      asked.push(statement.name ?? '')
      return query(statement)
    }
    stage.database.lanes.query = spied
    const { status } = await stage.api.get(ADDRESS, await stage.api.signedInAs('scrutiny@cherwell.example'))
    stage.database.lanes.query = query
    expect(status).toBe(200)
    expect(asked).toEqual([])
  })

  test('shows a changed figure in the very next request, on every process', async () => {
    const other = await buildTestApp(stage.database)
    const readOn = async (app: TestApp) => (await app.get(ADDRESS, executive)).body as Dashboard
    for (const figure of ['12.3', '12.2', '12.1']) {
      await Promise.all([readOn(stage.api), readOn(other)])
      await changeFigure(figure)
      const [here, there] = await Promise.all([readOn(stage.api), readOn(other)])
      expect([figureOf(here, 'NI 181'), figureOf(there, 'NI 181')]).toEqual([figure, figure])
    }
    await other.close()
  })

  test('never shows a figure older than the last acknowledged write, with readers at work all the time', async () => {
    let isWriting = true
    const readers = Array.from({ length: 4 }, async () => {
      const seen: number[] = []
      while (isWriting) seen.push(Number(figureOf(await dashboard(), 'NI 181')))
      return seen
    })
    for (let figure = 20; figure < 30; figure++) {
      await changeFigure(String(figure))
      expect(Number(figureOf(await dashboard(), 'NI 181'))).toBe(figure)
    }
    isWriting = false
    for (const seen of await Promise.all(readers)) {
      const rising = seen.filter((figure) => figure >= 20)
      expect(rising).toEqual(rising.toSorted((a, b) => a - b))
    }
  })

  async function changeFigure(value: string): Promise<void> {
    const client = await stage.database.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(
        `WITH changed AS (
           SELECT m.id, m.value AS old, m.state AS old_state FROM measurement m JOIN indicator i ON i.id = m.indicator_id
           WHERE i.slug = 'ni-181' AND m.quarter_index = 2009 * 4 + 1 AND m.organisation_id IS NULL),
         moved AS (
           UPDATE measurement m SET value = $1, numerator = NULL, denominator = NULL, state = 'revised'
           FROM changed WHERE m.id = changed.id)
         INSERT INTO measurement_revision
           (id, measurement_id, old_value, new_value, old_state, new_state, reason, revised_at)
         SELECT gen_random_uuid(), id, old, $1, old_state, 'revised', 'A test', now() FROM changed`,
        [value],
      )
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
})
