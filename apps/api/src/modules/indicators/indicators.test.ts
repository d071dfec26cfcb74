import { mostTitleWords } from '@accord/domain'
import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { lengthenSeries } from '#api/testing/long-series.ts'
import { IndicatorDetail } from './indicator-detail.schemas.ts'

const stage = demonstrationStage()
let reader: { cookie: string }

beforeEach(async () => {
  reader = await stage.api.signedInAs('executive@cherwell.example')
})

const detail = async (url: string) => (await stage.api.get(url, reader)).body as IndicatorDetail

describe('one indicator', () => {
  test('keeps to its contract, for each of the 35', async () => {
    const { body } = await stage.api.get('/indicators?framework=oxfordshire-laa-2008', reader)
    const { items } = body as { items: { id: string }[] }
    expect(items).toHaveLength(35)
    for (const { id } of items) {
      expect(IndicatorDetail.strict().safeParse(await detail(`/indicators/${id}`)).error, id).toBeUndefined()
    }
  })

  test('explains its rating in three sentences: the gap, where amber ends, what on target needs', async () => {
    const { now, whyHeading } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(whyHeading).toBe('Why is this amber?')
    expect(now.why).toBe(
      '46.1% is 4.0% below the target of 48.0%. Amber reaches to 43.2%. On target needs 48.0%.',
    )
  })

  test('has two statuses, each with its own target', async () => {
    const { now, target, yearEnd } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(now.status).toBe('near_target')
    expect(target).toEqual({ value: '48' })
    expect(yearEnd).toMatchObject({ status: 'near_target', target: { value: '49' } })
  })

  test('has the lead’s own forecast beside the computed one, of the whole area and where there is one', async () => {
    const { leadForecast } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(leadForecast).toMatchObject({
      value: '47.5',
      reason: expect.stringContaining('The contract adds'),
    })
    const others = ['ni-192?quarter=2009-10-q2&organisation=oxford', 'ni-193?quarter=2009-10-q2']
    for (const url of others) expect((await detail(`/indicators/${url}`)).leadForecast, url).toBeNull()
  })

  test('shows every change of its target with old, new, who, when and why', async () => {
    const { targetChanges, targetChangeNote } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(targetChanges).toContainEqual(
      expect.objectContaining({
        period: 'Year end 2009/10',
        from: '50.0%',
        to: '49.0%',
        agreedBy: 'Public Service Board',
        agreedOn: '2009-07-06',
      }),
    )
    expect(targetChangeNote).toBe(
      'Before the change this quarter would have read 46.1% against 48.5%: still near target.',
    )
  })

  test('is broken down by body, and a breakdown that holds a red says so', async () => {
    const { breakdown } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(breakdown?.heading).toBe('Near target overall, but Oxford is off target')
    expect(breakdown?.rows).toHaveLength(6)
    const shares = breakdown?.rows.map(({ share }) => share ?? 0) ?? []
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  test('has a series of its own for each body', async () => {
    const own = await detail('/indicators/ni-192?organisation=cherwell&quarter=2009-10-q2')
    expect(own.organisation?.id).toBe('cherwell')
    expect(own.value).toBe('50.3')
    expect(own.breakdown).toBeNull()
  })

  test('a quarter without a figure is a gap with its target, never a zero', async () => {
    const { series } = await detail('/indicators/ni-163?quarter=2009-10-q2')
    expect(series.some(({ value }) => value === null)).toBe(true)
    expect(series.every(({ value }) => value !== '0')).toBe(true)
  })

  test('does not show movement since last quarter for a count that builds up', async () => {
    const homes = await detail('/indicators/ni-155?quarter=2009-10-q2')
    expect(homes.onLastQuarter).toBeNull()
    expect(homes.onYearAgo).toMatchObject({ word: 'worse' })
  })

  test.each([
    ['an unknown framework', '/indicators/ni-192?framework=none', '#/query/framework'],
    ['an unknown body', '/indicators/ni-192?organisation=none', '#/query/organisation'],
    ['an unknown quarter', '/indicators/ni-192?quarter=1999-00-q1', '#/query/quarter'],
  ])('%s is pointed at', async (_what, url, pointer) => {
    const answer = await stage.api.get(url, reader)
    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ errors: [{ pointer }] })
  })
})

describe('the page of an indicator', () => {
  test('has a title of at most ten words, written from the data, at every quarter of each of the 35', async () => {
    const { body } = await stage.api.get('/indicators?framework=oxfordshire-laa-2008', reader)
    const { items } = body as { items: { id: string }[] }
    const titles: string[] = []
    for (const { id } of items) {
      for (const quarter of ['2009-10-q2', '2009-10-q1', '2008-09-q4']) {
        titles.push((await detail(`/indicators/${id}?quarter=${quarter}`)).headline)
      }
    }
    expect(titles.filter((title) => title.split(/\s+/).length > mostTitleWords)).toEqual([])
    expect((await detail('/indicators/ni-192?quarter=2009-10-q2')).headline).toBe(
      'Recycling: highest yet at 46.1%, 1.9 points short of target',
    )
  })

  test('has what was said in every signed return, the newest first, with what was promised', async () => {
    const { commentaries } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(commentaries.map(({ quarter }) => quarter).slice(0, 2)).toEqual(['2009-10-q2', '2009-10-q1'])
    expect(commentaries[1]?.action).toBe('South Oxfordshire contract live by 1 July.')
    const earlier = await detail('/indicators/ni-192?quarter=2009-10-q1')
    expect(earlier.commentaries[0]?.quarter).toBe('2009-10-q1')
  })

  test('says what a draft says to nobody', async () => {
    const unsigned = await stage.database.pool.query<{ slug: string }>(
      `SELECT i.slug FROM quarterly_return r JOIN framework_indicator fi ON fi.owner_id = r.partnership_id
       JOIN indicator i ON i.id = fi.indicator_id JOIN framework f ON f.id = fi.framework_id AND f.on_dashboard
       WHERE r.quarter_index = 2009 * 4 + 1 AND r.submitted_at IS NULL`,
    )
    expect(unsigned.rows.length).toBeGreaterThan(0)
    for (const { slug } of unsigned.rows) {
      const { commentaries } = await detail(`/indicators/${slug}?quarter=2009-10-q2`)
      expect(
        commentaries.map(({ quarter }) => quarter),
        slug,
      ).not.toContain('2009-10-q2')
    }
  })

  test('says how far its figure can be trusted', async () => {
    const { quality } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(quality).toMatchObject({
      newest: { label: 'Quarter 2 2009/10', ageDays: 19 },
      coverage: { bodies: 6, reported: 6 },
      revisions: { count: 1, largest: expect.stringContaining('points') },
      note: expect.stringContaining('weighbridge'),
    })
    expect(quality.reporting?.counted).toBeGreaterThan(0)
    expect(quality.signOff?.by).toBeTruthy()
  })

  test('gives the median of its bodies, each counted once', async () => {
    const { breakdown } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(breakdown?.median).toEqual({ value: '47.5', bodies: 6 })
  })

  test('tells each body’s target where it changes, as its own series has it', async () => {
    const { breakdown } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    for (const { organisation, series } of breakdown?.rows ?? []) {
      const own = await detail(`/indicators/ni-192?quarter=2009-10-q2&organisation=${organisation.id}`)
      const start = own.series.findIndex(({ quarter }) => quarter === breakdown?.from)
      const upTo = own.series.slice(start, start + series.values.length)
      expect(series.values, organisation.id).toEqual(upTo.map(({ value }) => value))
      const targets = upTo.map(
        (_, place) => series.steps.findLast((step) => step.place <= place)?.target ?? null,
      )
      expect(targets, organisation.id).toEqual(upTo.map(({ target }) => target))
    }
  })

  test('is a run chart with few figures, and no signal for a count that builds up', async () => {
    const { signal } = await detail('/indicators/ni-192?quarter=2009-10-q2')
    expect(signal).toMatchObject({ kind: 'run_chart', variation: null })
    expect(signal.sentence).toContain('12 of the 13 figures')
    expect((await detail('/indicators/ni-155?quarter=2009-10-q2')).signal.kind).toBe('none')
  })

  test('answers readers who hold it already with 304, and again in full once a figure changed', async () => {
    const url = '/indicators/ni-192?quarter=2009-10-q2'
    const first = await stage.api.get(url, reader)
    const held = { ...reader, 'if-none-match': String(first.headers.etag) }
    expect((await stage.api.app.inject({ url: `/api/v1${url}`, headers: held })).statusCode).toBe(304)
    await stage.database.pool.query("UPDATE indicator SET source = 'Weighbridges' WHERE slug = 'ni-192'")
    expect((await stage.api.app.inject({ url: `/api/v1${url}`, headers: held })).statusCode).toBe(200)
  })
})

describe('a long series', () => {
  const long = demonstrationStage({ forEach: 'test' })

  test('shows its last 40 quarters, says how many came before, and has all of them in the export', async () => {
    await lengthenSeries(long.database, { indicator: 'ni-192', quarters: 40 })
    const as = await long.api.signedInAs('executive@cherwell.example')
    const page = (await long.api.get('/indicators/ni-192?quarter=2009-10-q2', as)).body as IndicatorDetail
    const upToNow = page.series.filter(({ quarter }) => quarter <= '2009-10-q2')
    expect(upToNow).toHaveLength(40)
    expect(page.earlierQuarters).toBe(12)
    const url = '/indicators/ni-192/measurements?organisation=whole-area'
    expect((await long.api.get(url, as)).body).toMatchObject({ total: 52 })
    expect(page.signal.kind).toBe('limits')
    expect(page.signal.variation).toBe('improvement')
    expect(page.signal.causes.join()).toMatch(/in a row above the mean/)
  })
})
