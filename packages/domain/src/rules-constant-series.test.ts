import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOfMeeting } from './chance.ts'
import { directionOfTravel } from './direction.ts'
import { forecastYearEnd } from './forecast.ts'
import type { Polarity } from './indicator-rule.ts'
import { pastForecasts } from './past-forecasts.ts'
import { processPhases } from './process-phases.ts'
import { firstQuarter, pointsOf } from './rules.fixture.ts'
import { usualRangeOf } from './usual-range.ts'

// No rule ever fires on a constant series.

const polarities = fc.constantFrom<Polarity>('higher', 'lower', 'range', 'none')

// What a figure can be: at most twelve digits and six decimals, many of which no binary number holds exactly.
const value = fc
  .tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => digits / 10 ** decimals)
const isThere = fc.array(fc.boolean(), { minLength: 13, maxLength: 40 })
const measures = fc.constantFrom('snapshot' as const, 'discrete_quarter' as const, 'rolling_year' as const)

test('no special cause is found in it, with gaps and re-calculations or without', () => {
  const marks = fc.uniqueArray(fc.integer({ min: -3, max: 45 }), { maxLength: 3 })
  fc.assert(
    fc.property(value, isThere, polarities, marks, (level, there, polarity, places) => {
      const phases = processPhases({
        values: there.map((is) => (is ? level : null)),
        polarity,
        target: level,
        marks: places.map((place) => ({ place, reason: 'Because' })),
      })
      for (const { control } of phases) {
        if (control.kind === 'run_chart') continue
        expect(
          control.points.every(({ rules, variation }) => rules.length === 0 && variation === 'common'),
        ).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test('it goes nowhere, with the dead band of its decimals or any other', () => {
  const level = fc.integer({ min: -99_999, max: 99_999 }).map((n) => (n / 1000).toFixed(3))
  const deadBand = fc.constantFrom({}, { deadBand: '0' }, { deadBand: '0.5' })
  fc.assert(
    fc.property(
      level,
      polarities,
      fc.integer({ min: 0, max: 4 }),
      deadBand,
      (text, polarity, decimals, band) => {
        const format = { unit: '%', decimals }
        const target = { low: '10', high: '20' }
        const found = directionOfTravel({ now: text, before: text, polarity, format, target, ...band })
        expect(found?.movement).toBe('level')
        expect(found?.word).toBe(polarity === 'none' ? null : 'no_change')
      },
    ),
  )
})

test('it is forecast to stay where it is, and every past forecast of it came true', () => {
  fc.assert(
    fc.property(value, isThere, measures, (level, there, measure) => {
      const points = pointsOf(there.map((is) => (is ? level : null)))
      expect(pastForecasts(points, { measure }).every(({ inside }) => inside)).toBe(true)
      for (const { index } of points) {
        const forecast = forecastYearEnd({ measure, points, quarterIndex: index, decimals: 2 })
        if (forecast.kind !== 'forecast') continue
        expect(forecast.standardError).toBe(0)
        expect(
          forecast.path.every(({ low80, value: middle, high80 }) => low80 === middle && middle === high80),
        ).toBe(true)
        expect(forecast.median).toBe(level)
      }
    }),
  )
})

test('its target is met for certain where it is met now, and not at all where it is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (level, target) => {
      const points = pointsOf(Array.from({ length: 7 }, () => level))
      const forecast = forecastYearEnd({
        measure: 'snapshot',
        points,
        quarterIndex: firstQuarter + 6,
        decimals: 0,
      })
      expect(chanceOfMeeting({ forecast, target, polarity: 'higher' })).toBe(level >= target ? 1 : 0)
      expect(chanceOfMeeting({ forecast, target, polarity: 'lower' })).toBe(level <= target ? 1 : 0)
    }),
  )
})

test('it has no usual range to be outside of', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), isThere, (level, there) => {
      const text = (level / 100).toFixed(2)
      const series = there.flatMap((is, place) => (is ? [{ index: firstQuarter + place, value: text }] : []))
      const indicator = { measure: 'snapshot' as const, unit: 'days', decimals: 2, series }
      expect(usualRangeOf(indicator, firstQuarter + there.length)).toBeNull()
    }),
  )
})
