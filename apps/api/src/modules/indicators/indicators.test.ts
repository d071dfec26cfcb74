import { beforeEach, describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import { IndicatorDetail } from './indicators.schemas.ts'

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
