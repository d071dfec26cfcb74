import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Polarity } from './indicator-rule.ts'
import { processControl } from './process-control.ts'
import type { AuditState } from './reward-summary.ts'
import { rewardSummary } from './reward-summary.ts'
import { rollUp } from './roll-up.ts'
import type { Rating } from './status.ts'
import { xmrLimits } from './xmr-limits.ts'

// Order of points matters only where it should.

/** Whole numbers, so that two of them are equal or plainly apart, whatever they are multiplied by. */
const wholeValue = fc.integer({ min: 1, max: 60 })
const longSeries = fc.array(wholeValue, { minLength: 13, maxLength: 40 })
const gappySeries = fc.array(fc.option(wholeValue, { nil: null, freq: 4 }), {
  minLength: 13,
  maxLength: 40,
})
const polarities = fc.constantFrom<Polarity>('higher', 'lower', 'range', 'none')

function charted(values: (number | null)[]) {
  const chart = processControl({ values, polarity: 'higher' })
  return chart.kind === 'xmr' ? chart : null
}

function shuffled<T>(list: fc.Arbitrary<T[]>) {
  return list.chain((values) =>
    fc.tuple(
      fc.constant(values),
      fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length }),
    ),
  )
}

describe('the order of a series', () => {
  test('does not matter to the mean', () => {
    fc.assert(
      fc.property(shuffled(longSeries), ([values, mixed]) => {
        expect(xmrLimits(mixed)?.mean).toBeCloseTo(xmrLimits(values)?.mean ?? Number.NaN, 9)
      }),
    )
  })

  test('matters to the limits, which are made from one quarter to the next', () => {
    expect(xmrLimits([10, 50, 40, 30])?.meanMovingRange).toBe(20)
    expect(xmrLimits([10, 30, 40, 50])?.meanMovingRange).not.toBe(20)
  })

  test('turned round leaves limits and marks, and only a trend speaks the other way', () => {
    fc.assert(
      fc.property(gappySeries, (values) => {
        const there = charted(values)
        const back = charted(values.toReversed())
        if (there === null || back === null) {
          expect(there).toEqual(back)
          return
        }
        expect(back.mean).toBeCloseTo(there.mean, 9)
        expect(back.meanMovingRange).toBeCloseTo(there.meanMovingRange, 9)
        const turned = back.points.toReversed()
        expect(turned.map(({ rules }) => rules)).toEqual(there.points.map(({ rules }) => rules))
        there.points.forEach((point, place) => {
          if (!point.rules.includes('trend')) expect(turned[place]?.variation).toBe(point.variation)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('makes a trend and a run of what shuffled is none', () => {
    const rising = Array.from({ length: 13 }, (_, place) => place)
    const mixed = [6, 0, 12, 5, 7, 1, 11, 4, 8, 2, 10, 3, 9]
    const rules = (values: number[]) => new Set(charted(values)?.points.flatMap((point) => point.rules))
    expect(rules(rising).has('trend')).toBe(true)
    expect([...rules(mixed)]).toEqual([])
  })

  test('does not matter to a run chart', () => {
    fc.assert(
      fc.property(
        shuffled(fc.array(fc.integer(), { maxLength: 12 })),
        polarities,
        ([values, mixed], polarity) => {
          expect(processControl({ values: mixed, polarity })).toEqual(processControl({ values, polarity }))
        },
      ),
    )
  })
})

describe('the order of a list', () => {
  test('does not matter to a roll-up', () => {
    const rating = fc.constantFrom<Rating>(
      { status: 'on_target' },
      { status: 'near_target' },
      { status: 'off_target' },
      { status: 'not_rated', reason: 'not_due' },
      { status: 'not_rated', reason: 'suppressed' },
    )
    fc.assert(
      fc.property(shuffled(fc.array(rating)), ([ratings, mixed]) => {
        expect(rollUp(mixed)).toEqual(rollUp(ratings))
      }),
    )
  })

  test('does not matter to what reward is secured, on course, at risk and forgone', () => {
    const target = fc.record({
      withoutStretch: fc.constant('0'),
      stretch: fc.constant('100'),
      actual: fc.option(fc.integer({ min: -10, max: 130 }).map(String), { nil: null }),
      sharePence: fc.integer({ min: 0, max: 10 ** 9 }),
      audit: fc.constantFrom<AuditState>('audited', 'in_audit'),
    })
    fc.assert(
      fc.property(shuffled(fc.array(target, { maxLength: 12 })), ([targets, mixed]) => {
        const { targets: _, ...sums } = rewardSummary(targets)
        expect(rewardSummary(mixed)).toMatchObject(sums)
      }),
    )
  })
})
