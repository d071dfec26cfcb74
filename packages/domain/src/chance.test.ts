import { describe, expect, test } from 'vitest'
import { chanceOfMeeting, chancePhrase, normalCumulative, oddsPhrase } from './chance.ts'
import type { YearEndForecast } from './forecast.ts'
import { forecastYearEnd } from './forecast.ts'

function around(median: number, standardError: number): YearEndForecast {
  const made = forecastYearEnd({
    measure: 'snapshot',
    points: [0, 1, 2, 3].map((place) => ({ index: 8036 + place - 1, value: median })),
    quarterIndex: 8038,
    decimals: 1,
  })
  if (made.kind !== 'forecast') throw new Error(made.kind)
  return { ...made, median, standardError }
}

describe('the chance of meeting a target', () => {
  test('is a half at the forecast, and follows the normal distribution from there', () => {
    const forecast = around(47.5, 1.2)
    expect(chanceOfMeeting({ forecast, target: 47.5, polarity: 'higher' })).toBeCloseTo(0.5, 6)
    expect(chanceOfMeeting({ forecast, target: 47.5 + 1.2816 * 1.2, polarity: 'higher' })).toBeCloseTo(0.1, 4)
    expect(chanceOfMeeting({ forecast, target: 47.5 - 0.6745 * 1.2, polarity: 'lower' })).toBeCloseTo(0.25, 4)
    expect(chanceOfMeeting({ forecast, target: { low: 46.3, high: 48.7 }, polarity: 'range' })).toBeCloseTo(
      0.6827,
      4,
    )
  })

  test('is certain without a range of error', () => {
    const forecast = around(50, 0)
    expect(chanceOfMeeting({ forecast, target: 50, polarity: 'lower' })).toBe(1)
    expect(chanceOfMeeting({ forecast, target: 50, polarity: 'higher' })).toBe(1)
    expect(chanceOfMeeting({ forecast, target: 50.1, polarity: 'higher' })).toBe(0)
    expect(chanceOfMeeting({ forecast, target: 49.9, polarity: 'lower' })).toBe(0)
    expect(chanceOfMeeting({ forecast, target: { low: 50, high: 52 }, polarity: 'range' })).toBe(1)
  })

  test('is unknown without a forecast, or without a right side', () => {
    const none: YearEndForecast = {
      kind: 'none',
      reason: 'not_forecast',
      sentence: 'Not forecast: measured once a year.',
    }
    expect(chanceOfMeeting({ forecast: none, target: 1, polarity: 'higher' })).toBeNull()
    expect(
      chanceOfMeeting({ forecast: { kind: 'outcome', value: '1' }, target: 1, polarity: 'higher' }),
    ).toBeNull()
    expect(chanceOfMeeting({ forecast: around(1, 1), target: 1, polarity: 'none' })).toBeNull()
    expect(chanceOfMeeting({ forecast: around(1, 1), target: 1, polarity: 'range' })).toBeNull()
  })
})

test('the normal distribution is right to six decimals', () => {
  for (const [z, expected] of [
    [0, 0.5],
    [1, 0.8413447],
    [1.2816, 0.9000085],
    [1.96, 0.9750021],
    [-3, 0.0013499],
  ] as const) {
    expect(normalCumulative(z)).toBeCloseTo(expected, 6)
  }
})

test('a chance is whole per cent, and never said more finely at the ends', () => {
  expect([0, 0.0499, 0.05, 0.11, 0.344, 0.95, 0.951, 1].map(chancePhrase)).toEqual([
    'under 5%',
    'under 5%',
    '5%',
    '11%',
    '34%',
    '95%',
    'over 95%',
    'over 95%',
  ])
})

test('odds are said in small numbers', () => {
  expect([0.01, 0.05, 0.11, 0.25, 0.34, 0.4, 0.5, 0.72, 0.95, 0.99].map(oddsPhrase)).toEqual([
    'less than 1 in 20',
    'about 1 in 20',
    'about 1 in 9',
    'about 1 in 4',
    'about 1 in 3',
    'about 4 in 10',
    'about 1 in 2',
    'about 7 in 10',
    'about 9 in 10',
    'more than 19 in 20',
  ])
})
