import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainRating, whyHeading } from './explain-rating.ts'
import type { Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
import { defaultTolerance } from './indicator-rule.ts'
import { rate, statusOrder } from './status.ts'

function ruleFor(
  polarity: Polarity,
  { unit = '%', decimals = 1, tolerance = defaultTolerance } = {},
): RatingRule {
  return { polarity, tolerance, format: { unit, decimals } }
}

function explain(actual: string, target: TargetValue | string, rule: RatingRule): string {
  return explainRating({ actual, target: typeof target === 'string' ? { value: target } : target, rule })
}

describe('why a figure has its rating', () => {
  test('near: the sentence of the domain notes', () => {
    expect(explain('71.2', '78', ruleFor('higher'))).toBe(
      '71.2% is 8.7% below the target of 78.0%. Amber reaches to 70.2%. On target needs 78.0%.',
    )
  })

  test('off, where lower is better', () => {
    expect(explain('6.9', '5.5', ruleFor('lower'))).toBe(
      '6.9% is 25% above the target of 5.5%. Amber reaches to 6.05%. On target needs 5.5% or less.',
    )
  })

  test('on target, above it, below it and at it', () => {
    expect(explain('46.1', '45', ruleFor('higher'))).toBe(
      '46.1% meets the target of 45.0%, 2.4% above it. Amber reaches to 40.5%. On target needs 45.0%.',
    )
    expect(explain('5.9', '6.2', ruleFor('lower', { unit: 'per 1,000' }))).toBe(
      '5.9 per 1,000 meets the target of 6.2, 4.8% below it. Amber reaches to 6.82. On target needs 6.2 or less.',
    )
    expect(explain('92', '92', ruleFor('higher', { decimals: 0 }))).toBe(
      '92% meets the target of 92%. Amber reaches to 82.8%. On target needs 92%.',
    )
  })

  test('on target only by the green tolerance', () => {
    const tolerance: Tolerance = { kind: 'relative', green: '0.02', amber: '0.1' }
    expect(explain('77', '78', ruleFor('higher', { tolerance }))).toBe(
      '77.0% is 1.3% below the target of 78.0%, which the tolerance allows. Amber reaches to 70.2%. On target needs 76.44%.',
    )
  })

  test('a range, outside and inside', () => {
    const target = { low: '5', high: '6.8' }
    expect(explain('6.9', target, ruleFor('range'))).toBe(
      '6.9% is 1.5% above the range of 5.0% to 6.8%. Amber reaches down to 4.5% and up to 7.48%. On target needs 5.0% to 6.8%.',
    )
    expect(explain('6', target, ruleFor('range'))).toContain('6.0% is within the range of 5.0% to 6.8%.')
    expect(explain('-0.1', { low: '0', high: '5' }, ruleFor('range'))).toContain('Amber reaches up to 5.5%.')
    expect(explain('0.1', { low: '-5', high: '0' }, ruleFor('range'))).toContain(
      'Amber reaches down to −5.5%.',
    )
    expect(explain('1', { low: '0', high: '0' }, ruleFor('range'))).toContain('There is no amber.')
  })

  test('a zero target', () => {
    expect(explain('2', '0', ruleFor('lower', { unit: 'number', decimals: 0 }))).toBe(
      '2 is 2 above the target of 0. There is no amber. On target needs 0 or less.',
    )
  })

  test('an absolute tolerance of percentages, in points', () => {
    const tolerance: Tolerance = { kind: 'absolute', green: '0', amber: '5' }
    expect(explain('75', '78', ruleFor('higher', { decimals: 0, tolerance }))).toBe(
      '75% is 3 points below the target of 78%. Amber reaches to 73%. On target needs 78%.',
    )
  })

  test('a figure that rounding would put on target is written as reported', () => {
    expect(explain('77.97', '78', ruleFor('higher'))).toMatch(
      /^77\.97% is less than 0\.1% below the target of 78\.0%\./,
    )
    expect(explain('70.196', '78', ruleFor('higher'))).toMatch(/^70\.196% is 10% below/)
    expect(explain('71.24', '78', ruleFor('higher'))).toMatch(/^71\.2% is 8\.7% below/)
    expect(explain('6.26', '6.2', ruleFor('lower', { unit: 'per 1,000', decimals: 0 }))).toMatch(
      /^6\.26 per 1,000 is/,
    )
  })

  test('a target with more decimals than the indicator is written in full', () => {
    expect(explain('78.2', '78.24', ruleFor('higher'))).toContain('below the target of 78.24%.')
  })
})

test('not rated is explained in one sentence for each reason', () => {
  const rule = ruleFor('higher')
  const target = { value: '5' }
  expect([
    explainRating({ actual: null, missing: 'not_due', target, rule }),
    explainRating({ actual: null, missing: 'awaiting_data', target, rule }),
    explainRating({ actual: '5', target: null, rule }),
    explainRating({ actual: '5', target, rule, dataOnly: true }),
    explainRating({ actual: null, missing: 'suppressed', target, rule }),
  ]).toEqual([
    'Not rated: no figure is due this quarter.',
    'Not rated: the figure has not been reported yet.',
    'Not rated: no target has been set for this quarter.',
    'Not rated: this figure is kept as data only.',
    'Not rated: the figure is withheld, because it counts fewer than 5.',
  ])
})

const texts = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, places]) => (n / 10 ** places).toFixed(places))
const tolerances: fc.Arbitrary<Tolerance> = fc.record({
  kind: fc.constantFrom('relative' as const, 'absolute' as const),
  green: fc.constantFrom('0', '0.02', '0.0333'),
  amber: fc.constantFrom('0', '0.1', '0.125', '0.33333', '5'),
})
const readFigure = (shown: string) => shown.replaceAll(',', '').replace('−', '-').replace('%', '')

test('an explanation never contradicts the rating: its bounds and its own figure rate as it says', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      tolerances,
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
      (actual, value, tolerance, isLower, decimals) => {
        const rule = ruleFor(isLower ? 'lower' : 'higher', { tolerance, decimals })
        const target = { value }
        const sentence = explainRating({ actual, target, rule })
        const statusAt = (shown: string) => rate({ actual: readFigure(shown), target, rule }).status
        const status = rate({ actual, target, rule }).status
        const [, figure] = /^(\S+) /.exec(sentence) ?? []
        const [, amber] = /Amber reaches to (\S+)\. /.exec(sentence) ?? []
        const [, needed] = /On target needs (\S+?)(?: or less)?\.$/.exec(sentence) ?? []
        if (figure === undefined || needed === undefined) throw new Error(sentence)
        expect(statusAt(figure), sentence).toBe(status)
        expect(statusAt(needed), sentence).toBe('on_target')
        if (amber === undefined) expect(sentence).toContain('There is no amber.')
        else expect(statusAt(amber), sentence).toBe('near_target')
        const reaches = (bound: string) =>
          isLower ? Number(actual) <= Number(readFigure(bound)) : Number(actual) >= Number(readFigure(bound))
        expect(reaches(needed), sentence).toBe(status === 'on_target')
        if (amber !== undefined) expect(reaches(amber), sentence).toBe(status !== 'off_target')
      },
    ),
    { numRuns: 500 },
  )
})

test('the question members ask is the only place with a colour in words', () => {
  expect(statusOrder.map(whyHeading)).toEqual([
    'Why is this red?',
    'Why is this amber?',
    'Why is this green?',
    'Why is this not rated?',
  ])
})
