import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demonstrationIndicators } from './demonstration-figures.fixture.ts'
import type { GapInput } from './gap.ts'
import { gapOf, gapPhrase } from './gap.ts'
import type { Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
import { defaultTolerance } from './indicator-rule.ts'
import { rate } from './status.ts'

const absolute: Tolerance = { kind: 'absolute', green: '0', amber: '5' }

function ruleFor(
  polarity: Polarity,
  { unit = '%', decimals = 1, tolerance = defaultTolerance } = {},
): RatingRule {
  return { polarity, tolerance, format: { unit, decimals } }
}

function demonstration(code: string): GapInput {
  const found = demonstrationIndicators.find((indicator) => indicator.code === code)
  const actual = found?.actuals[7]
  const value = found?.targets[7]
  if (!found || !actual || !value) throw new Error(`No figure for ${code}`)
  return { actual, target: { value }, rule: ruleFor(found.polarity, found) }
}

const texts = fc
  .tuple(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom(1, 10, 100))
  .map(([n, d]) => String(n / d))
const targets: fc.Arbitrary<TargetValue> = fc.oneof(
  texts.map((value) => ({ value })),
  fc.record({ low: texts, high: texts }),
)

describe('the gap in words', () => {
  test('is what the demonstration dashboard says', () => {
    const said = ['NI 155', 'NI 117', 'NI 152', 'NI 39', 'NI 153', 'NI 175', 'NI 154', 'NI 65', 'NI 192']
    expect(said.map((code) => gapPhrase(demonstration(code)))).toEqual([
      '32% below target',
      '25% above target',
      '16% above target',
      '15% above target',
      '15% above target',
      '12% below target',
      '6.5% below target',
      '7.2% above target',
      '4.0% below target',
    ])
  })

  test('is at target when it is, however many zeros it was reported with', () => {
    expect(gapPhrase({ actual: '92.00', target: { value: '92' }, rule: ruleFor('higher') })).toBe('at target')
  })

  test('uses the amount for a zero target, because nothing is a share of zero', () => {
    const rule = ruleFor('lower', { unit: 'number', decimals: 0 })
    expect(gapPhrase({ actual: '2', target: { value: '0' }, rule })).toBe('2 above target')
    expect(gapPhrase({ actual: '2.5', target: { value: '0' }, rule: ruleFor('lower') })).toBe(
      '2.5 points above target',
    )
  })

  test('uses points under an absolute tolerance of percentages', () => {
    const rule = ruleFor('higher', { decimals: 0, tolerance: absolute })
    expect(gapPhrase({ actual: '75', target: { value: '78' }, rule })).toBe('3 points below target')
    expect(gapPhrase({ actual: '77', target: { value: '78' }, rule })).toBe('1 point below target')
    expect(gapPhrase({ actual: '77.96', target: { value: '78' }, rule })).toBe('0.04 points below target')
  })

  test('is told from the nearer end of a range', () => {
    const target = { low: '5', high: '8' }
    expect(gapPhrase({ actual: '4.5', target, rule: ruleFor('range') })).toBe('10% below the range')
    expect(gapPhrase({ actual: '8.4', target, rule: ruleFor('range') })).toBe('5.0% above the range')
    expect(gapPhrase({ actual: '6', target, rule: ruleFor('range') })).toBe('within the range')
  })
})

describe('the gap in figures', () => {
  test('has the sign of the domain notes: worse is negative, whichever way is good', () => {
    const below = gapOf({ actual: '90', target: { value: '100' }, rule: ruleFor('higher') })
    expect(below).toEqual({ direction: 'below', percent: 10, share: -0.1, amount: '10', isWorse: true })
    const lower = gapOf({ actual: '90', target: { value: '100' }, rule: ruleFor('lower') })
    expect(lower).toEqual({ direction: 'below', percent: 10, share: 0.1, amount: '10', isWorse: false })
  })

  test('has an amount and no percentage for a zero target', () => {
    const gap = gapOf({ actual: '2.50', target: { value: '0' }, rule: ruleFor('lower') })
    expect(gap).toEqual({ direction: 'above', percent: null, share: null, amount: '2.50', isWorse: true })
  })

  test('agrees in sign with the status: never worse when on target without tolerance, always worse when off', () => {
    fc.assert(
      fc.property(
        texts,
        targets,
        fc.constantFrom<Polarity>('higher', 'lower', 'range'),
        (actual, target, polarity) => {
          const rule = ruleFor(polarity)
          const gap = gapOf({ actual, target, rule })
          const { status } = rate({ actual, target, rule })
          expect(gap.isWorse).toBe(status !== 'on_target')
          if (gap.share !== null) expect(gap.share < 0).toBe(gap.isWorse)
        },
      ),
    )
  })

  test('is finite or null, never NaN', () => {
    fc.assert(
      fc.property(
        texts,
        targets,
        fc.constantFrom<Polarity>('higher', 'lower', 'range', 'none'),
        (actual, target, polarity) => {
          const { percent, share } = gapOf({ actual, target, rule: ruleFor(polarity) })
          expect(percent === null || (Number.isFinite(percent) && percent >= 0)).toBe(true)
          expect(share === null || Number.isFinite(share)).toBe(true)
        },
      ),
    )
  })
})
