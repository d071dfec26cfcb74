import { describe, expect, test } from 'vitest'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { VfmComparison } from './comparison.schemas.ts'

const stage = demonstrationStage()

async function comparison(search = '', email = 'scrutiny@cherwell.example'): Promise<VfmComparison> {
  const answer = await stage.api.get(
    `/councils/cherwell/value-for-money${search}`,
    await stage.api.signedInAs(email),
  )
  expect(answer.status, answer.text).toBe(200)
  return answer.body as VfmComparison
}

const named = ({ partnerships }: VfmComparison, id: string) => partnerships.find((one) => one.id === id)

describe('GET /councils/:council/value-for-money', () => {
  test('compares those significant in the last year that is over, with the mock’s medians', async () => {
    const body = await comparison()
    expect(body).toMatchObject({
      year: { key: '2008-09', label: '2008/09' },
      headline: '3 of 16 assessed partnerships are rated fair',
      words: ['Poor', 'Fair', 'Good', 'Excellent'],
      medians: { assessed: 16, rating: 3, cost: 7_420_000, saving: 6_100_000, perPound: 82 },
    })
    expect(body.medians).toMatchObject({ memberTime: 220_800, officerTime: 2_745_600, funding: 4_453_600 })
    expect(body.partnerships).toHaveLength(16)
    expect(body.highPerformers.map(({ letter, perPound }) => [letter, perPound])).toEqual([
      ['W', 210],
      ['H', 244],
    ])
  })

  test('gives one partnership its rating, direction, criteria, money, delivery and overdue actions', async () => {
    expect(named(await comparison(), 'cherwell-rural-transport-partnership')).toMatchObject({
      leadOfficer: 'Joanna Pryce',
      rating: { rating: 2, word: 'Fair' },
      before: { rating: 2, word: 'Fair' },
      direction: 'no_change',
      cost: 11_180_560,
      saving: 3_950_000,
      perPound: 35,
      delivery: { total: 1, offTarget: 1 },
      overdueActions: 4,
      state: 'agreed',
    })
  })

  test('finds the two standing weaknesses first', async () => {
    const { weakest } = await comparison()
    expect(weakest.slice(0, 2).map(({ criterion }) => criterion)).toEqual([
      'outcome-focused-objectives',
      'intangible-benefits',
    ])
    expect(weakest[0]?.phrase).toBe('poor in three of 16, fair in four')
  })

  test('has the year that runs too, where nothing is assessed yet', async () => {
    const body = await comparison('?year=2009-10')
    expect(body.headline).toBe('None of 17 partnerships has been assessed for value for money')
    expect(named(body, 'cherwell-town-centres-partnership')).toMatchObject({
      rating: null,
      cost: null,
      state: null,
    })
    expect(body.years.map(({ key }) => key)).toEqual(['2009-10', '2008-09', '2007-08', '2006-07'])
  })

  test('has the whole register where that is asked for', async () => {
    const body = await comparison('?all=true')
    expect(body.partnerships.length).toBeGreaterThan(55)
    expect(body.medians).toMatchObject({ assessed: 16, cost: 7_420_000 })
  })

  test('of a council that has judged without a scheme of criteria has ratings and no criteria', async () => {
    const { status, body } = await stage.api.get(
      '/councils/oxford/value-for-money',
      await stage.api.signedInAs('scrutiny@cherwell.example'),
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ criteria: [], weakest: [], medians: { cost: null } })
  })

  test.each([
    ['/councils/atlantis/value-for-money', 404],
    ['/councils/cherwell/value-for-money?year=2008-10', 422],
    ['/councils/cherwell/value-for-money?year=2008', 422],
  ])('%s is answered %i', async (url, status) => {
    const answer = await stage.api.get(url, await stage.api.signedInAs('scrutiny@cherwell.example'))
    expect(answer.status).toBe(status)
  })
})
