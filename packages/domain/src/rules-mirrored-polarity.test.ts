import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfMeeting } from './chance.ts'
import type { Decimal } from './decimal.ts'
import { decimalText } from './decimal.ts'
import { directionOfTravel } from './direction.ts'
import { forecastYearEnd } from './forecast.ts'
import { gapOf } from './gap.ts'
import type { Polarity, TargetValue, Tolerance } from './indicator-rule.ts'
import { pastForecasts } from './past-forecasts.ts'
import { processControl } from './process-control.ts'
import { rewardOf } from './reward.ts'
import { firstQuarter, mapTarget, negated, oppositePolarity, pointsOf, ruleOf } from './rules.fixture.ts'
import { rate } from './status.ts'

// Mirrored polarity mirrors every verdict.

/** Whole numbers, so that two of them are equal or plainly apart, whatever they are multiplied by. */
const wholeValue = fc.integer({ min: 1, max: 60 })
const gappySeries = fc.array(fc.option(wholeValue, { nil: null, freq: 4 }), {
  minLength: 13,
  maxLength: 40,
})
const waysThatAreGood = fc.constantFrom('higher' as const, 'lower' as const)
const polarities = fc.constantFrom<Polarity>('higher', 'lower', 'range', 'none')
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

const minus = (value: number | null) => (value === null ? null : -value)
const level = fc.integer({ min: 1, max: 60 })

describe('a series upside down, with the other way good, is judged the same', () => {
  test('by status and by gap', () => {
    fc.assert(
      fc.property(
        figures.map(decimalText),
        targets,
        polarities,
        tolerances,
        (actual, target, polarity, tolerance) => {
          const mirrored = {
            actual: negated(actual),
            target: mapTarget(target, negated),
            rule: ruleOf(oppositePolarity[polarity], tolerance),
          }
          const plain = { actual, target, rule: ruleOf(polarity, tolerance) }
          expect(rate(mirrored)).toEqual(rate(plain))
          const [there, turned] = [gapOf(plain), gapOf(mirrored)]
          if (polarity === 'none') return
          expect(turned).toMatchObject({ share: there.share, isWorse: there.isWorse })
          expect(Number(turned.amount)).toBe(Number(there.amount))
        },
      ),
    )
  })

  test('by direction of travel, whose arrow turns and whose word stays', () => {
    const turned = { up: 'down', down: 'up', level: 'level' }
    const texts = figures.map(decimalText)
    fc.assert(
      fc.property(texts, texts, targets, polarities, (now, before, target, polarity) => {
        const format = { unit: 'number', decimals: 1 }
        const plain = directionOfTravel({ now, before, target, polarity, format })
        const mirrored = directionOfTravel({
          now: negated(now),
          before: negated(before),
          target: mapTarget(target, negated),
          polarity: oppositePolarity[polarity],
          format,
        })
        if (plain === null) throw new Error('Both figures are there')
        expect(mirrored).toMatchObject({ movement: turned[plain.movement], word: plain.word })
      }),
    )
  })

  test('by process control: same points, same variation, same assurance', () => {
    fc.assert(
      fc.property(gappySeries, level, polarities, (values, target, polarity) => {
        const plain = processControl({ values, polarity, target })
        const mirrored = processControl({
          values: values.map(minus),
          polarity: oppositePolarity[polarity],
          target: -target,
        })
        expect(mirrored.points).toEqual(plain.points)
        if (plain.kind === 'xmr') expect(mirrored).toMatchObject({ assurance: plain.assurance })
      }),
    )
  })

  test('by forecast and by the chance of meeting the target', () => {
    fc.assert(
      fc.property(gappySeries, level, waysThatAreGood, (values, target, polarity) => {
        const forecast = (list: (number | null)[]) =>
          forecastYearEnd({
            measure: 'snapshot',
            points: pointsOf(list),
            quarterIndex: firstQuarter + list.length - 1,
            decimals: 1,
          })
        const chance = (list: (number | null)[], aim: number, way: Polarity) =>
          chanceOfMeeting({ forecast: forecast(list), target: aim, polarity: way })
        const [plain, mirrored] = [
          chance(values, target, polarity),
          chance(values.map(minus), -target, oppositePolarity[polarity]),
        ]
        expect(mirrored === null).toBe(plain === null)
        // The normal distribution is computed to six decimals.
        expect(mirrored ?? 0).toBeCloseTo(plain ?? 0, 6)
        const past = (list: (number | null)[]) => pastForecasts(pointsOf(list), { measure: 'snapshot' })
        expect(past(values.map(minus)).map(({ inside }) => inside)).toEqual(
          past(values).map(({ inside }) => inside),
        )
      }),
    )
  })

  test('by reward, to the penny', () => {
    const texts = figures.map(decimalText)
    fc.assert(
      fc.property(
        texts,
        texts,
        texts,
        fc.integer({ min: 0, max: 10 ** 9 }),
        (withoutStretch, stretch, actual, sharePence) => {
          fc.pre(Number(withoutStretch) !== Number(stretch))
          expect(
            rewardOf({
              withoutStretch: negated(withoutStretch),
              stretch: negated(stretch),
              actual: negated(actual),
              sharePence,
            }),
          ).toEqual(rewardOf({ withoutStretch, stretch, actual, sharePence }))
        },
      ),
    )
  })
})
