import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfMeeting } from './chance.ts'
import type { Decimal } from './decimal.ts'
import { decimalText } from './decimal.ts'
import { directionOfTravel } from './direction.ts'
import { forecastYearEnd } from './forecast.ts'
import { gapOf } from './gap.ts'
import type { Measure, Polarity, TargetValue, Tolerance } from './indicator-rule.ts'
import { pastForecasts } from './past-forecasts.ts'
import { processControl } from './process-control.ts'
import { rewardOf } from './reward.ts'
import { firstQuarter, mapTarget, pointsOf, ruleOf, times } from './rules.fixture.ts'
import { rate } from './status.ts'

// Scaling units changes no status. Pence for pounds, fractions for per cent, yards for metres.

/** Whole numbers, so that two of them are equal or plainly apart, whatever they are multiplied by. */
const wholeValue = fc.integer({ min: 1, max: 60 })
const gappySeries = fc.array(fc.option(wholeValue, { nil: null, freq: 4 }), {
  minLength: 13,
  maxLength: 40,
})
const waysThatAreGood = fc.constantFrom('higher' as const, 'lower' as const)
const polarities = fc.constantFrom<Polarity>('higher', 'lower', 'range', 'none')
const quarterlyMeasures = fc.constantFrom<Measure>(
  'snapshot',
  'discrete_quarter',
  'rolling_year',
  'cumulative',
)
const figures: fc.Arbitrary<Decimal> = fc.record({
  coefficient: fc.bigInt({ min: -20_000n, max: 20_000n }),
  scale: fc.integer({ min: 0, max: 3 }),
})
const targets: fc.Arbitrary<TargetValue> = fc.oneof(
  figures.map((figure) => ({ value: decimalText(figure) })),
  fc.record({ low: figures.map(decimalText), high: figures.map(decimalText) }),
)
const tolerances: fc.Arbitrary<Tolerance> = fc.record({
  kind: fc.constantFrom('relative' as const, 'absolute' as const),
  green: fc.constantFrom('0', '0.02', '1'),
  amber: fc.constantFrom('0.1', '0.125', '5'),
})

const factors = fc.constantFrom('100', '0.01', '0.001', '1.0936', '3', '0.45359237')
const texts = figures.map(decimalText)

describe('figures in another unit, with all they are held against', () => {
  test('have the same status and the same gap in per cent', () => {
    fc.assert(
      fc.property(
        texts,
        targets,
        polarities,
        tolerances,
        factors,
        (actual, target, polarity, tolerance, factor) => {
          const scale = times(factor)
          const { kind, green, amber } = tolerance
          // A share of the target stays a share; an amount is in the unit of the figure.
          const scaledTolerance =
            kind === 'relative' ? tolerance : { kind, green: scale(green), amber: scale(amber) }
          const plain = { actual, target, rule: ruleOf(polarity, tolerance) }
          const scaled = {
            actual: scale(actual),
            target: mapTarget(target, scale),
            rule: ruleOf(polarity, scaledTolerance),
          }
          expect(rate(scaled)).toEqual(rate(plain))
          const { percent, direction, isWorse } = gapOf(plain)
          expect(gapOf(scaled)).toMatchObject({ percent, direction, isWorse })
        },
      ),
      { numRuns: 400 },
    )
  })

  test('move the same way, with the dead band in the new unit', () => {
    fc.assert(
      fc.property(texts, texts, polarities, targets, factors, (now, before, polarity, target, factor) => {
        const scale = times(factor)
        const format = { unit: 'number', decimals: 1 }
        const plain = directionOfTravel({ now, before, polarity, target, format, deadBand: '0.5' })
        const scaled = directionOfTravel({
          now: scale(now),
          before: scale(before),
          polarity,
          target: mapTarget(target, scale),
          format,
          deadBand: scale('0.5'),
        })
        expect(scaled?.movement).toBe(plain?.movement)
        expect(scaled?.word).toBe(plain?.word)
      }),
    )
  })

  test('have the same special causes and the same assurance', () => {
    fc.assert(
      fc.property(
        gappySeries,
        polarities,
        fc.integer({ min: 1, max: 60 }),
        factors,
        (values, polarity, target, factor) => {
          const scale = Number(factor)
          const plain = processControl({ values, polarity, target: target + 0.123 })
          const scaled = processControl({
            values: values.map((value) => (value === null ? null : value * scale)),
            polarity,
            target: (target + 0.123) * scale,
          })
          expect(scaled.points).toEqual(plain.points)
          if (plain.kind === 'xmr') expect(scaled).toMatchObject({ assurance: plain.assurance })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('are forecast the same, with the same chance and the same forecasts come true', () => {
    fc.assert(
      fc.property(
        gappySeries,
        quarterlyMeasures,
        waysThatAreGood,
        factors,
        (values, measure, polarity, factor) => {
          const scale = Number(factor)
          const reading = (by: number) => {
            const points = pointsOf(values.map((value) => (value === null ? null : value * by)))
            const quarterIndex = firstQuarter + values.length - 1
            const forecast = forecastYearEnd({ measure, points, quarterIndex, decimals: 3 })
            return {
              forecast,
              chance: chanceOfMeeting({ forecast, target: 30.123 * by, polarity }),
              came: pastForecasts(points, { measure }).map(({ inside }) => inside),
            }
          }
          const [plain, scaled] = [reading(1), reading(scale)]
          expect(scaled.came).toEqual(plain.came)
          expect(scaled.forecast.kind).toBe(plain.forecast.kind)
          expect(scaled.chance ?? -1).toBeCloseTo(plain.chance ?? -1, 6)
          if (plain.forecast.kind !== 'forecast' || scaled.forecast.kind !== 'forecast') return
          expect(scaled.forecast.median / scale).toBeCloseTo(plain.forecast.median, 6)
          expect(scaled.forecast.standardError / scale).toBeCloseTo(plain.forecast.standardError, 6)
        },
      ),
    )
  })

  test('earn the same reward, to the penny', () => {
    fc.assert(
      fc.property(texts, texts, texts, factors, (withoutStretch, stretch, actual, factor) => {
        fc.pre(Number(withoutStretch) !== Number(stretch))
        const scale = times(factor)
        const plain = { withoutStretch, stretch, actual, sharePence: 133_333_333 }
        expect(
          rewardOf({
            ...plain,
            withoutStretch: scale(withoutStretch),
            stretch: scale(stretch),
            actual: scale(actual),
          }),
        ).toEqual(rewardOf(plain))
      }),
    )
  })
})
