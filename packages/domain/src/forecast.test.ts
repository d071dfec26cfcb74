import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demonstrationIndicators } from './demonstration-figures.fixture.ts'
import type { ForecastInput, YearEndForecast } from './forecast.ts'
import { forecastYearEnd } from './forecast.ts'
import type { Measure } from './indicator-rule.ts'
import { quarterIndex } from './quarters.ts'

const q1 = quarterIndex({ startYear: 2009, number: 1 })
const q2 = q1 + 1
const q3 = q1 + 2
const q4 = q1 + 3

/** Points ending at a quarter; null is a gap. */
function endingAt(quarter: number, values: (number | null)[]) {
  return values.flatMap((value, place) =>
    value === null ? [] : [{ index: quarter - values.length + 1 + place, value }],
  )
}

function forecast(values: (number | null)[], more: Partial<ForecastInput> = {}): YearEndForecast {
  const quarter = more.quarterIndex ?? q2
  return forecastYearEnd({
    measure: 'rolling_year',
    points: endingAt(quarter, values),
    quarterIndex: quarter,
    decimals: 1,
    ...more,
  })
}

function made(result: YearEndForecast) {
  if (result.kind !== 'forecast') throw new Error(`No forecast but ${result.kind}`)
  return result
}

describe('last value with drift', () => {
  const recycling = [38.2, 38.9, 39.6, 40.4, 41.1, 41.8, 42.4, 43.0, 43.5, 44.1, 45.2, 46.1]

  test('carries on the average change of eight quarters', () => {
    // (46.1 − 40.4) ÷ 8 quarters = 0.7125 a quarter, two quarters to go.
    const result = made(forecast(recycling))
    expect(result.value).toBe('47.5')
    expect(result.path.map(({ index }) => index)).toEqual([q3, q4])
    expect(result.path[0]?.value).toBeCloseTo(46.8125, 10)
    expect(result.median).toBeCloseTo(47.525, 10)
    expect(result.method).toBe(
      'Last value with drift over eight quarters; ranges from this series’ own past errors, 9 forecasts.',
    )
  })

  test('says how many quarters it drifted over when there are fewer', () => {
    expect(made(forecast([1, 2, 3, 4])).method).toMatch(/^Last value with drift over three quarters; /)
  })

  test('has ranges from its own past errors: the root mean square, at 80 % and 50 %', () => {
    // At Q3, one step ahead. Origins 2, 3 and 4 say 12, 16 and 10; what happened was 14, 10 and 12.
    const result = made(forecast([10, 11, 14, 10, 12], { quarterIndex: q3 }))
    const misses = [14 - 12, 10 - 16, 12 - (10 + 0)]
    const error = Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / 3)
    expect(result.errors).toBe(3)
    expect(result.standardError).toBeCloseTo(error, 10)
    expect(result.path[0]?.high80).toBeCloseTo(12.5 + 1.2816 * error, 10)
    expect(result.path[0]?.low50).toBeCloseTo(12.5 - 0.6745 * error, 10)
  })

  test('with fewer than three past forecasts takes the spread of quarterly changes, and says so', () => {
    const result = made(forecast([10, 12, 12, 16]))
    // Changes 2, 0 and 4: standard deviation 2, two quarters ahead by a pace of three.
    expect(result.errors).toBe(0)
    expect(result.standardError).toBeCloseTo(2 * Math.sqrt(2 * (1 + 2 / 3)), 10)
    expect(result.method).toContain('ranges from the size of its quarterly changes')
  })

  test('leaves gaps as gaps', () => {
    const result = made(forecast([10, null, 14, null, 18, 20]))
    expect(result.value).toBe('24.0')
    expect(result.standardError).toBeGreaterThanOrEqual(0)
  })

  test('looks at sixteen quarters and never beyond the quarter', () => {
    const recent = Array.from({ length: 16 }, (_, place) => 50 + place)
    expect(forecast([900, 5, ...recent])).toEqual(forecast(recent))
    const later = [...endingAt(q2, recent), { index: q3, value: 999 }]
    expect(forecast(recent, { points: later })).toEqual(forecast(recent))
  })

  test('keeps within the bounds of a percentage', () => {
    const result = made(forecast([80, 85, 90, 97, 98, 99], { bounds: { min: 0, max: 100 } }))
    expect(Number(result.value)).toBeLessThanOrEqual(100)
    expect(result.path.at(-1)?.high80).toBe(100)
    expect(result.path.every(({ high80 }) => high80 <= 100)).toBe(true)
  })

  test('of a constant series is that value, with no range', () => {
    const result = made(forecast([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]))
    expect(result.value).toBe('0.1')
    expect([result.path.at(-1)?.low80, result.path.at(-1)?.high80]).toEqual([0.1, 0.1])
  })
})

describe('a cumulative measure', () => {
  const cumulative = { measure: 'cumulative' as const, decimals: 0 }

  test('grows as last year grew from the same quarter', () => {
    // Last year 96 at Q2 became 188: 71 × 188 ÷ 96 = 139.04.
    const result = made(forecast([40, 96, 140, 188, 46, 71], cumulative))
    expect(result.value).toBe('139')
    expect(result.path[0]?.value).toBeCloseTo((71 * 140) / 96, 10)
    expect(result.method).toMatch(/^Last year’s seasonal profile; /)
  })

  test('goes in a straight line where last year is not complete', () => {
    expect(made(forecast([40, 96, 140, null, 46, 71], cumulative)).value).toBe('142')
    expect(made(forecast([40, null, 140, 188, 46, 71], cumulative)).value).toBe('142')
    expect(made(forecast([0, 0, 140, 188, 46, 71], cumulative)).value).toBe('142')
    expect(made(forecast([40, null, 140, 188, 46, 71], cumulative)).method).toMatch(
      /^Straight line from this year so far; /,
    )
  })

  test('bridges a quarter missing from last year', () => {
    const result = made(forecast([40, 96, null, 188, 46, 71], cumulative))
    expect(result.path[0]?.value).toBeCloseTo((71 * 142) / 96, 10)
    expect(result.value).toBe('139')
  })

  test('has errors in proportion, replayed within past years', () => {
    // One quarter to go; three years of a steady profile and one that ended a tenth high.
    const year = [10, 20, 30, 40]
    const values = [...year, ...year, 10, 20, 30, 44, 10, 20, 30]
    const result = made(forecast(values, { ...cumulative, quarterIndex: q3 }))
    expect(result.value).toBe('44')
    expect(result.errors).toBe(8)
    expect(result.standardError).toBeCloseTo(44 * Math.sqrt(0.1 ** 2 / 8), 6)
  })

  test('does not carry last year into this one when it falls back on quarterly changes', () => {
    const result = made(forecast([10, 20, 30, 40, 10], { ...cumulative, quarterIndex: q1 }))
    expect(result.value).toBe('40')
    expect(result.standardError).toBe(0)
  })
})

describe('without a forecast', () => {
  test('too few quarters are counted out', () => {
    expect(forecast([1, null, 2, 3])).toEqual({
      kind: 'none',
      reason: 'too_few_points',
      sentence: 'Too few quarters to forecast: 3 of 4.',
    })
  })

  test('one figure after more than eight quarters of silence has no drift, and is not forecast as a zero', () => {
    const silence = (quarters: number) => [50, 51, 52, ...Array.from({ length: quarters }, () => null), 53]
    expect(forecast(silence(8))).toEqual({
      kind: 'none',
      reason: 'too_few_points',
      sentence: 'Too few quarters to forecast: none of the eight before this one has a figure.',
    })
    expect(made(forecast(silence(7))).value).toBe('53.3')
  })

  test('a quarter without a figure has none', () => {
    expect(forecast([1, 2, 3, 4, 5, null])).toMatchObject({ kind: 'none', reason: 'no_current_value' })
    expect(forecast([])).toMatchObject({ kind: 'none', reason: 'no_current_value' })
  })

  test('annual and biennial measures are not forecast', () => {
    expect(forecast([1, 2, 3, 4, 5], { measure: 'annual' })).toMatchObject({
      reason: 'not_forecast',
      sentence: 'Not forecast: measured once a year.',
    })
    expect(forecast([1, 2, 3, 4, 5], { measure: 'biennial' })).toMatchObject({ reason: 'not_forecast' })
  })

  test('at the year end its figure is the outcome, for every measure', () => {
    for (const measure of ['cumulative', 'rolling_year', 'annual'] as const) {
      expect(forecast([46.15], { quarterIndex: q4, measure })).toEqual({ kind: 'outcome', value: '46.2' })
    }
    expect(forecast([-0.04], { quarterIndex: q4 })).toEqual({ kind: 'outcome', value: '0.0' })
    expect(forecast([-1.25], { quarterIndex: q4 })).toEqual({ kind: 'outcome', value: '-1.3' })
  })
})

test('every forecast holds its own ranges in order, and none narrows towards the year end', () => {
  const value = fc.option(
    fc.integer({ min: -500, max: 5000 }).map((n) => n / 10),
    { nil: null, freq: 5 },
  )
  const measures: Measure[] = ['snapshot', 'discrete_quarter', 'cumulative', 'rolling_year']
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 4, maxLength: 20 }),
      fc.constantFrom(...measures),
      fc.integer({ min: q1, max: q3 }),
      (values, measure, quarter) => {
        const result = forecast(values, { measure, quarterIndex: quarter })
        if (result.kind !== 'forecast') return
        expect(result.path).toHaveLength(q4 - quarter)
        let width = 0
        for (const step of result.path) {
          const ends = [step.low80, step.low50, step.value, step.high50, step.high80]
          expect(ends.every(Number.isFinite)).toBe(true)
          expect(ends).toEqual(ends.toSorted((a, b) => a - b))
          expect(step.high80 - step.low80).toBeGreaterThanOrEqual(width - 1e-6)
          width = step.high80 - step.low80
        }
        expect(result.value).toMatch(/^-?\d+\.\d$/)
      },
    ),
  )
})

test('every demonstration indicator with a figure this quarter is forecast', () => {
  const kinds = demonstrationIndicators.map(({ measure, decimals, actuals }) => {
    const values = actuals.map((text) => (text === null ? null : Number(text)))
    return forecast(values, { measure, decimals }).kind
  })
  expect(kinds.filter((kind) => kind === 'forecast')).toHaveLength(31)
})
