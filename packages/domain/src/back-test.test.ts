import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backTest, coverageOf } from './back-test.ts'
import type { SeriesPoint } from './forecast.ts'
import type { Measure } from './indicator-rule.ts'
import { pastForecasts } from './past-forecasts.ts'
import { quarterIndex } from './quarters.ts'

const q1 = quarterIndex({ startYear: 2008, number: 1 })

function pointsOf(values: number[]): SeriesPoint[] {
  return values.map((value, place) => ({ index: q1 + place, value }))
}

describe('a back-test', () => {
  test('counts series, days of forecasting and forecasts, by how far ahead they reached', () => {
    const steady = pointsOf([10, 11, 10, 11, 11, 11, 11, 30])
    const short = pointsOf([1, 2, 3])
    const result = backTest([steady, short], { measure: 'snapshot' })
    expect(result).toMatchObject({ series: 1, origins: 3, forecasts: 6, inside: 3 })
    expect(coverageOf(result)).toBe(0.5)
    expect(result.byHorizon).toMatchObject([
      { ahead: 1, forecasts: 3, inside: 2 },
      { ahead: 2, forecasts: 2, inside: 1 },
      { ahead: 3, forecasts: 1, inside: 0 },
    ])
  })

  test('holds its errors against the last figure carried on', () => {
    // Seven quarters of one more each: the drift is right, the last figure 1, 2 and 3 short.
    const result = backTest([pointsOf([1, 2, 3, 4, 5, 6, 7, 8])], { measure: 'rolling_year' })
    expect(result.compared).toBe(6)
    expect(result.meanAbsoluteError).toBeCloseTo(0, 9)
    expect(result.naiveMeanAbsoluteError).toBeCloseTo((1 + 2 + 3 + 1 + 2 + 1) / 6, 9)
  })

  test('of a cumulative measure holds them against the same quarter last year', () => {
    const result = backTest([pointsOf([10, 20, 30, 40, 12, 24, 36, 48])], { measure: 'cumulative' })
    expect(result.compared).toBe(6)
    expect(result.meanAbsoluteError).toBeCloseTo(0, 9)
    expect(result.naiveMeanAbsoluteError).toBeCloseTo((4 + 6 + 8 + 6 + 8 + 8) / 6, 9)
  })

  test('compares only where the naive forecast can be made, and is null where it nowhere can', () => {
    const gap = pointsOf([10, 20, 30, 40, 12, 24, 36, 48]).filter(
      ({ index }) => index < q1 + 1 || index > q1 + 2,
    )
    const result = backTest([gap], { measure: 'cumulative' })
    expect(result.forecasts).toBeGreaterThan(result.compared)
    expect(backTest([], { measure: 'snapshot' })).toEqual({
      series: 0,
      origins: 0,
      forecasts: 0,
      inside: 0,
      compared: 0,
      meanAbsoluteError: null,
      naiveMeanAbsoluteError: null,
      byHorizon: [],
    })
    expect(coverageOf(backTest([], { measure: 'snapshot' }))).toBeNull()
  })
})

test('a back-test is its past forecasts counted: the horizons sum to the whole, in any order of the series', () => {
  const series = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 16 }).map(pointsOf)
  const measures: Measure[] = ['snapshot', 'cumulative', 'discrete_quarter', 'rolling_year']
  fc.assert(
    fc.property(fc.array(series, { maxLength: 4 }), fc.constantFrom(...measures), (all, measure) => {
      const result = backTest(all, { measure })
      const listed = all.flatMap((points) => pastForecasts(points, { measure }))
      expect(result.forecasts).toBe(listed.length)
      expect(result.inside).toBe(listed.filter(({ inside }) => inside).length)
      const sum = (part: 'forecasts' | 'inside') =>
        result.byHorizon.reduce((total, horizon) => total + horizon[part], 0)
      expect([sum('forecasts'), sum('inside')]).toEqual([result.forecasts, result.inside])
      expect(backTest(all.toReversed(), { measure }).byHorizon).toMatchObject(
        result.byHorizon.map(({ ahead, forecasts, inside }) => ({ ahead, forecasts, inside })),
      )
    }),
  )
})

test('normal errors are held by the 80 % range about eight times in ten', () => {
  // A random walk, the same at every run: what the range is made for.
  let state = 20091019
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, part) => sum + part, -6)
  const walk = () => {
    let level = 50
    return pointsOf(Array.from({ length: 24 }, () => (level += normal())))
  }
  const result = backTest(Array.from({ length: 60 }, walk), { measure: 'snapshot' })
  expect(result.forecasts).toBeGreaterThan(1500)
  expect(coverageOf(result)).toBeGreaterThan(0.75)
  expect(coverageOf(result)).toBeLessThan(0.85)
})
