import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDecimals, parseDecimal } from './decimal.ts'
import { fillBySeason, fillEvenly } from './target-profiles.ts'

const figure = fc.integer({ min: 0, max: 10_000_000 }).map((number) => (number / 100).toFixed(2))
const decimals = fc.integer({ min: 0, max: 4 })

const rises = (profile: readonly string[]) =>
  profile.every((text, place) => {
    const before = profile[place - 1]
    return before === undefined || compareDecimals(parseDecimal(before), parseDecimal(text)) <= 0
  })

describe('a profile filled evenly', () => {
  test('of a cumulative measure has a quarter of the year’s target more each quarter', () => {
    const profile = fillEvenly({ measure: 'cumulative', yearTarget: '210', lastYearEnd: '188', decimals: 0 })
    expect(profile).toEqual(['53', '105', '158', '210'])
  })

  test('of a snapshot runs straight from where last year ended', () => {
    const profile = fillEvenly({ measure: 'snapshot', yearTarget: '49', lastYearEnd: '45', decimals: 1 })
    expect(profile).toEqual(['46.0', '47.0', '48.0', '49'])
  })

  test('without last year, and of single quarters, is the target all year', () => {
    const at = { yearTarget: '12', decimals: 0 }
    expect(fillEvenly({ ...at, measure: 'snapshot', lastYearEnd: null })).toEqual(['12', '12', '12', '12'])
    expect(fillEvenly({ ...at, measure: 'discrete_quarter', lastYearEnd: '9' })).toEqual([
      '12',
      '12',
      '12',
      '12',
    ])
  })

  test('that builds up never goes back, and ends at the year’s target itself', () => {
    fc.assert(
      fc.property(figure, decimals, (yearTarget, places) => {
        const profile = fillEvenly({ measure: 'cumulative', yearTarget, lastYearEnd: null, decimals: places })
        expect(profile[3]).toBe(yearTarget)
        expect(rises(profile)).toBe(true)
      }),
    )
  })
})

describe('a profile filled by last year’s shape', () => {
  test('has the share that last year had reached by each quarter', () => {
    const profile = fillBySeason({ yearTarget: '210', lastYear: ['40', '96', '140', '188'], decimals: 0 })
    expect(profile).toEqual(['45', '107', '156', '210'])
  })

  test.each([
    ['a figure is missing', ['40', null, '140', '188']],
    ['it went back', ['40', '96', '90', '188']],
    ['it ended at zero', ['0', '0', '0', '0']],
  ])('is none where %s', (_why, lastYear) => {
    expect(fillBySeason({ yearTarget: '210', lastYear, decimals: 0 })).toBeNull()
  })

  test('never goes back and ends at the year’s target, whatever last year was', () => {
    const steps = fc.tuple(figure, figure, figure, figure)
    fc.assert(
      fc.property(steps, figure, (added, yearTarget) => {
        let sum = 0
        const lastYear = added.map((step) => {
          sum += Math.round(Number(step) * 100)
          return (sum / 100).toFixed(2)
        })
        const profile = fillBySeason({ yearTarget, lastYear, decimals: 2 })
        if (sum === 0) expect(profile).toBeNull()
        else {
          expect(profile?.[3]).toBe(yearTarget)
          expect(rises(profile ?? [])).toBe(true)
        }
      }),
    )
  })
})
