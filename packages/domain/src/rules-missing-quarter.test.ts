import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decimal } from './decimal.ts'
import { decimalText } from './decimal.ts'
import { directionOfTravel } from './direction.ts'
import { forecastYearEnd } from './forecast.ts'
import type { Measure, Polarity, TargetValue, Tolerance } from './indicator-rule.ts'
import { pastForecasts } from './past-forecasts.ts'
import { processControl } from './process-control.ts'
import { rewardSummary } from './reward-summary.ts'
import { rollUp } from './roll-up.ts'
import { firstQuarter, pointsOf, ruleOf } from './rules.fixture.ts'
import type { MissingReason } from './status.ts'
import { rate } from './status.ts'

// A missing quarter is never a zero.

/** Whole numbers, so that two of them are equal or plainly apart, whatever they are multiplied by. */
const wholeValue = fc.integer({ min: 1, max: 60 })
const gappySeries = fc.array(fc.option(wholeValue, { nil: null, freq: 4 }), {
  minLength: 13,
  maxLength: 40,
})
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

const reasons = fc.constantFrom<MissingReason | null>(
  null,
  'not_due',
  'awaiting_data',
  'not_collected',
  'not_applicable',
  'suppressed',
)

describe('a missing quarter', () => {
  test('is never rated, whatever the target, and zero always is', () => {
    const rated = polarities.filter((polarity) => polarity !== 'none')
    fc.assert(
      fc.property(targets, rated, tolerances, reasons, (target, polarity, tolerance, missing) => {
        const rule = ruleOf(polarity, tolerance)
        expect(rate({ actual: null, missing, target, rule }).status).toBe('not_rated')
        expect(rate({ actual: '0', target, rule }).status).not.toBe('not_rated')
      }),
    )
  })

  test('counts in no roll-up but as not rated', () => {
    const rule = ruleOf('higher', { kind: 'relative', green: '0', amber: '0.1' })
    const one = figures.map(decimalText).map((actual) => rate({ actual, target: { value: '5' }, rule }))
    fc.assert(
      fc.property(fc.array(one), fc.array(reasons), (ratings, missing) => {
        const { rated, onTarget, nearTarget, offTarget, total } = rollUp(ratings)
        const unrated = missing.map((reason) =>
          rate({ actual: null, missing: reason, target: { value: '5' }, rule }),
        )
        expect(rollUp([...ratings, ...unrated])).toMatchObject({
          rated,
          onTarget,
          nearTarget,
          offTarget,
          total: total + missing.length,
          notRated: missing.length,
        })
      }),
    )
  })

  test('has no direction, from it or to it', () => {
    fc.assert(
      fc.property(figures.map(decimalText), polarities, (figure, polarity) => {
        const format = { unit: 'number', decimals: 1 }
        expect(directionOfTravel({ now: figure, before: null, polarity, format })).toBeNull()
        expect(directionOfTravel({ now: null, before: figure, polarity, format })).toBeNull()
      }),
    )
  })

  test('is no point of a control chart and moves neither its mean nor its count', () => {
    fc.assert(
      fc.property(gappySeries, polarities, (values, polarity) => {
        const present = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
        const chart = processControl({ values, polarity })
        if (chart.kind === 'run_chart') {
          expect(chart.points).toBe(present.length)
          return
        }
        expect(chart.points.map(({ index }) => index)).toEqual(present.map(({ index }) => index))
        const sum = present.reduce((total, { value }) => total + value, 0)
        expect(chart.mean).toBeCloseTo(sum / present.length, 9)
      }),
    )
  })

  test('pulls no limit down: figures far from zero stay far from it', () => {
    fc.assert(
      fc.property(gappySeries, (values) => {
        const far = values.map((value) => (value === null ? null : 1_000_000 + value))
        const chart = processControl({ values: far, polarity: 'higher' })
        if (chart.kind === 'xmr') expect(chart.lowerLimit).toBeGreaterThan(999_000)
      }),
    )
  })

  test('pulls no forecast down, is no day of forecasting and nobody’s outcome', () => {
    fc.assert(
      fc.property(gappySeries, quarterlyMeasures, (values, measure) => {
        const far = values.map((value) => (value === null ? null : 1_000_000 + value))
        const points = pointsOf(far)
        const quarterIndex = firstQuarter + far.length - 1
        const forecast = forecastYearEnd({ measure, points, quarterIndex, decimals: 0 })
        if (far.at(-1) === null) expect(forecast).toMatchObject({ kind: 'none', reason: 'no_current_value' })
        if (forecast.kind === 'forecast') expect(forecast.median).toBeGreaterThan(900_000)
        for (const each of pastForecasts(points, { measure })) {
          expect(far[each.madeAt - firstQuarter]).not.toBeNull()
          expect(each.actual).toBe(far[each.for - firstQuarter])
        }
      }),
    )
  })

  test('puts its whole reward at risk, where a zero in audit is judged and an audited one is forgone', () => {
    const target = { withoutStretch: '0', stretch: '10', sharePence: 500 }
    const missing = rewardSummary([
      { ...target, actual: null, audit: 'in_audit' as const },
      { ...target, actual: null, audit: 'audited' as const },
    ])
    expect(missing).toMatchObject({ atRiskPence: 1000, atRiskCount: 2, forgonePence: 0 })
    expect(missing.targets.map(({ achieved, belowFloor }) => [achieved, belowFloor])).toEqual([
      [null, false],
      [null, false],
    ])
    const zero = rewardSummary([{ ...target, actual: '0', audit: 'audited' as const }])
    expect(zero).toMatchObject({ atRiskPence: 0, forgonePence: 500, forgoneCount: 1 })
  })
})
