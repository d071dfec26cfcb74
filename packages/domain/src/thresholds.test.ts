import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
import { defaultTolerance } from './indicator-rule.ts'
import { rate } from './status.ts'
import { thresholds } from './thresholds.ts'

function ruleFor(polarity: Polarity, { decimals = 1, tolerance = defaultTolerance } = {}): RatingRule {
  return { polarity, tolerance, format: { unit: '%', decimals } }
}

describe('thresholds', () => {
  test('are the target and 10 % from it by default', () => {
    expect(thresholds({ value: '78.0' }, ruleFor('higher'))).toEqual({
      direction: 'at_least',
      onFrom: '78.0',
      nearFrom: '70.2',
    })
    expect(thresholds({ value: '5.5' }, ruleFor('lower'))).toEqual({
      direction: 'at_most',
      onFrom: '5.5',
      nearFrom: '6.05',
    })
    expect(thresholds({ value: '105' }, ruleFor('higher', { decimals: 0 }))).toMatchObject({
      nearFrom: '94.5',
    })
  })

  test('have both ends for a range', () => {
    expect(thresholds({ low: '5', high: '8' }, ruleFor('range'))).toEqual({
      direction: 'within',
      onFrom: '5.0',
      onTo: '8.0',
      nearFrom: '4.5',
      nearTo: '8.8',
    })
  })

  test('coincide for a zero target with a relative tolerance, and where amber is inside green', () => {
    expect(thresholds({ value: '0' }, ruleFor('lower'))).toEqual({
      direction: 'at_most',
      onFrom: '0.0',
      nearFrom: '0.0',
    })
    const tolerance: Tolerance = { kind: 'absolute', green: '3', amber: '1' }
    expect(thresholds({ value: '50' }, ruleFor('higher', { tolerance }))).toMatchObject({
      onFrom: '47.0',
      nearFrom: '47.0',
    })
  })

  test('are null without a polarity', () => expect(thresholds({ value: '5' }, ruleFor('none'))).toBeNull())

  test('that need more decimals than are shown are rounded towards the target', () => {
    const tolerance: Tolerance = { kind: 'relative', green: '0', amber: '0.333' }
    expect(thresholds({ value: '7' }, ruleFor('higher', { tolerance, decimals: 0 }))).toMatchObject({
      nearFrom: '4.7',
    })
    expect(thresholds({ value: '7' }, ruleFor('lower', { tolerance, decimals: 0 }))).toMatchObject({
      nearFrom: '9.3',
    })
    expect(thresholds({ value: '-7' }, ruleFor('higher', { tolerance, decimals: 0 }))).toMatchObject({
      nearFrom: '-9.3',
    })
  })
})

const reportedDecimals = 2
const reported = fc.integer({ min: -20_000, max: 20_000 }).map((n) => (n / 100).toFixed(reportedDecimals))
const tolerances: fc.Arbitrary<Tolerance> = fc.record({
  kind: fc.constantFrom('relative' as const, 'absolute' as const),
  green: fc.constantFrom('0', '0.02', '0.0333'),
  amber: fc.constantFrom('0', '0.1', '0.125', '0.33333', '5'),
})
const targets: fc.Arbitrary<TargetValue> = fc.oneof(
  reported.map((value) => ({ value })),
  fc.record({ low: reported, high: reported }),
)

test('a figure at a bound really has the rating the bound promises', () => {
  fc.assert(
    fc.property(
      targets,
      tolerances,
      fc.constantFrom<Polarity>('higher', 'lower', 'range'),
      (target, tolerance, polarity) => {
        const rule = ruleFor(polarity, { tolerance })
        const bounds = thresholds(target, rule)
        const statusAt = (actual: string) => rate({ actual, target, rule }).status
        if (bounds === null) throw new Error('A polarity has bounds')
        const ons = bounds.direction === 'within' ? [bounds.onFrom, bounds.onTo] : [bounds.onFrom]
        const nears = bounds.direction === 'within' ? [bounds.nearFrom, bounds.nearTo] : [bounds.nearFrom]
        for (const bound of ons) expect(statusAt(bound)).toBe('on_target')
        for (const bound of nears) expect(statusAt(bound)).not.toBe('off_target')
      },
    ),
  )
})

test('every reported figure is on the side of the bounds that its rating says', () => {
  fc.assert(
    fc.property(reported, reported, tolerances, fc.boolean(), (actual, value, tolerance, isLower) => {
      const rule = ruleFor(isLower ? 'lower' : 'higher', { tolerance })
      const bounds = thresholds({ value }, rule)
      if (bounds === null || bounds.direction === 'within') throw new Error('One value has one side')
      const reaches = (bound: string) =>
        isLower ? Number(actual) <= Number(bound) : Number(actual) >= Number(bound)
      const expected = reaches(bounds.onFrom)
        ? 'on_target'
        : reaches(bounds.nearFrom)
          ? 'near_target'
          : 'off_target'
      expect(rate({ actual, target: { value }, rule }).status).toBe(expected)
    }),
  )
})
