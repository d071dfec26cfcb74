import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SeriesPoint } from './forecast.ts'
import { forecastYearEnd } from './forecast.ts'
import type { Measure } from './indicator-rule.ts'
import type { PastForecast } from './past-forecasts.ts'
import { pastForecasts } from './past-forecasts.ts'
import { quarterIndex, yearEndIndex } from './quarters.ts'

const q1 = quarterIndex({ startYear: 2008, number: 1 })

/** Points from the first quarter of 2008/09; null is a gap. */
function pointsOf(values: (number | null)[]): SeriesPoint[] {
  return values.flatMap((value, place) => (value === null ? [] : [{ index: q1 + place, value }]))
}

function past(values: (number | null)[], measure: Measure = 'snapshot'): PastForecast[] {
  return pastForecasts(pointsOf(values), { measure })
}

const measures: Measure[] = ['snapshot', 'discrete_quarter', 'cumulative', 'rolling_year']
const values = fc.array(
  fc.option(
    fc.integer({ min: 0, max: 900 }).map((n) => n / 10),
    { nil: null, freq: 6 },
  ),
  { maxLength: 20 },
)

describe('past forecasts held against what happened', () => {
  test('each is the forecast of its day, with its 80 % range and the figure that came', () => {
    const series = [10, 12, 11, 13, 12, 14, 17, 15]
    const madeAt = q1 + 4
    const was = forecastYearEnd({
      measure: 'snapshot',
      points: pointsOf(series.slice(0, 5)),
      quarterIndex: madeAt,
      decimals: 1,
    })
    if (was.kind !== 'forecast') throw new Error(was.kind)
    expect(past(series).filter((each) => each.madeAt === madeAt)).toEqual(
      was.path.map((step, place) => ({
        madeAt,
        for: step.index,
        forecast: step.value,
        low: step.low80,
        high: step.high80,
        actual: series[5 + place],
        inside: (series[5 + place] ?? 0) >= step.low80 && (series[5 + place] ?? 0) <= step.high80,
      })),
    )
  })

  test('says which came true and which did not', () => {
    // From Q1: 11.5, 12 and 12.5, give or take the spread of changes of ±1. 30 is far outside.
    const list = past([10, 11, 10, 11, 11, 11, 11, 30])
    expect(list.map(({ for: quarter, inside }) => [quarter - q1, inside])).toEqual([
      [5, true],
      [6, true],
      [7, false],
      [6, true],
      [7, false],
      [7, false],
    ])
  })

  test('begin at four figures and stop where no figure has come yet', () => {
    expect(past([1, 2, 3])).toEqual([])
    expect(past([1, 2, 3, 4])).toEqual([])
    // At Q4 the year is over: the first forecast is made a quarter later.
    expect(past([1, 2, 3, 4, 5, 6]).map((each) => [each.madeAt - q1, each.for - q1])).toEqual([[4, 5]])
  })

  test('a quarter without a figure is neither a day of forecasting nor an outcome, and never a zero', () => {
    const list = past([50, 51, 50, 51, 50, null, 50, 51])
    expect(list.map((each) => [each.madeAt - q1, each.for - q1])).toEqual([
      [4, 6],
      [4, 7],
      [6, 7],
    ])
    expect(list.every(({ actual, inside }) => actual >= 50 && inside)).toBe(true)
  })

  test('annual and biennial measures have none', () => {
    expect(past([1, 2, 3, 4, 5, 6, 7, 8], 'annual')).toEqual([])
    expect(past([1, 2, 3, 4, 5, 6, 7, 8], 'biennial')).toEqual([])
  })

  test('a last binary digit does not put a forecast wrong', () => {
    const list = past([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    expect(list).toHaveLength(6)
    expect(list.every(({ inside }) => inside)).toBe(true)
  })

  test('keep within the bounds the forecasts were kept in', () => {
    const list = pastForecasts(pointsOf([80, 85, 90, 95, 98, 99, 100, 100]), {
      measure: 'snapshot',
      bounds: { min: 0, max: 100 },
    })
    expect(list.every(({ forecast, high }) => forecast <= 100 && high <= 100)).toBe(true)
  })
})

test('no past forecast ever knew what came after it', () => {
  fc.assert(
    fc.property(values, values, fc.constantFrom(...measures), (known, later, measure) => {
      const day = q1 + known.length - 1
      const made = (list: (number | null)[]) =>
        past([...known, ...list], measure)
          .filter(({ madeAt }) => madeAt <= day)
          .map(({ madeAt, for: quarter, forecast, low, high }) => ({ madeAt, quarter, forecast, low, high }))
      const all = made(later.map((value) => (value === null ? null : value + 1)))
      for (const each of made(later)) expect(all).toContainEqual(each)
    }),
  )
})

test('every one is made before its quarter, within its financial year, and inside means within its range', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(...measures), (series, measure) => {
      for (const { madeAt, for: quarter, forecast, low, high, actual, inside } of past(series, measure)) {
        expect(madeAt < quarter && quarter <= yearEndIndex(madeAt)).toBe(true)
        expect(low <= forecast && forecast <= high).toBe(true)
        expect(actual).toBe(series[quarter - q1])
        if (actual > low && actual < high) expect(inside).toBe(true)
        if (actual < low - 0.001 || actual > high + 0.001) expect(inside).toBe(false)
      }
    }),
  )
})
