import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDecimals, type Decimal, decimalText, negateDecimal } from './decimal.ts'
import { demonstrationIndicators } from './demonstration-figures.fixture.ts'
import type { Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
import { defaultTolerance } from './indicator-rule.ts'
import { rollUp } from './roll-up.ts'
import type { Rating, RatingInput, Status } from './status.ts'
import { notRatedReasonOf, notRatedWord, rate, statusOrder, statusWord } from './status.ts'

const percent = { unit: '%', decimals: 1 }

function ruleFor(polarity: Polarity, tolerance: Tolerance = defaultTolerance): RatingRule {
  return { polarity, tolerance, format: percent }
}

function statusOf(actual: string, target: TargetValue | string, rule: RatingRule): Status {
  return rate({ actual, target: typeof target === 'string' ? { value: target } : target, rule }).status
}

const figures: fc.Arbitrary<Decimal> = fc.record({
  coefficient: fc.oneof(
    fc.bigInt({ min: -2000n, max: 2000n }),
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  ),
  scale: fc.integer({ min: 0, max: 20 }),
})
const texts = figures.map(decimalText)
const tolerances: fc.Arbitrary<Tolerance> = fc.record({
  kind: fc.constantFrom('relative' as const, 'absolute' as const),
  green: fc.constantFrom('0', '0.02', '0.05', '1'),
  amber: fc.constantFrom('0', '0.1', '0.125', '5', '0.333'),
})
const targets: fc.Arbitrary<TargetValue> = fc.oneof(
  texts.map((value) => ({ value })),
  fc.record({ low: texts, high: texts }),
)
const rules = fc.record({
  polarity: fc.constantFrom<Polarity>('higher', 'lower', 'range', 'none'),
  tolerance: tolerances,
  format: fc.constant(percent),
})
const goodness = { off_target: 0, near_target: 1, on_target: 2, not_rated: -1 }

describe('a figure against its target', () => {
  test('is on target at the target, near to 10 % short, off beyond', () => {
    expect(statusOf('78', '78.0', ruleFor('higher'))).toBe('on_target')
    expect(statusOf('77.9', '78.0', ruleFor('higher'))).toBe('near_target')
    expect(statusOf('70.2', '78.0', ruleFor('higher'))).toBe('near_target')
    expect(statusOf('70.1999', '78.0', ruleFor('higher'))).toBe('off_target')
  })

  test('reads the other way where lower is better', () => {
    expect(statusOf('5.5', '5.5', ruleFor('lower'))).toBe('on_target')
    expect(statusOf('6.05', '5.5', ruleFor('lower'))).toBe('near_target')
    expect(statusOf('6.051', '5.5', ruleFor('lower'))).toBe('off_target')
  })

  test('is compared in exact decimals: 0.1 + 0.2 against 0.3 is on target', () => {
    expect(statusOf('0.3', '0.3', ruleFor('higher'))).toBe('on_target')
    expect(statusOf('0.30000000000000004', '0.3', ruleFor('lower'))).toBe('near_target')
    expect(statusOf('0.29999999999999999999', '0.3', ruleFor('higher'))).toBe('near_target')
    expect(statusOf('0.27', '0.3', ruleFor('higher'))).toBe('near_target')
    expect(statusOf('0.26999999999999999999', '0.3', ruleFor('higher'))).toBe('off_target')
  })

  test('allows a green tolerance', () => {
    const rule = ruleFor('higher', { kind: 'relative', green: '0.05', amber: '0.1' })
    expect(statusOf('95', '100', rule)).toBe('on_target')
    expect(statusOf('94.9', '100', rule)).toBe('near_target')
  })

  test('allows a tolerance in the unit of the figure', () => {
    const rule = ruleFor('higher', { kind: 'absolute', green: '1', amber: '3' })
    expect(statusOf('77', '78', rule)).toBe('on_target')
    expect(statusOf('75', '78', rule)).toBe('near_target')
    expect(statusOf('74.9', '78', rule)).toBe('off_target')
  })

  test('takes the size of a negative target, so that a share of it is never negative', () => {
    expect(statusOf('-11', '-10', ruleFor('higher'))).toBe('near_target')
    expect(statusOf('-9', '-10', ruleFor('higher'))).toBe('on_target')
    expect(statusOf('-11.1', '-10', ruleFor('higher'))).toBe('off_target')
  })
})

describe('a zero target', () => {
  test('with a relative tolerance is met or missed', () => {
    expect(statusOf('0', '0', ruleFor('lower'))).toBe('on_target')
    expect(statusOf('-1', '0', ruleFor('lower'))).toBe('on_target')
    expect(statusOf('0.01', '0.0', ruleFor('lower'))).toBe('off_target')
    expect(statusOf('-0.01', '0', ruleFor('higher'))).toBe('off_target')
  })

  test('with an absolute tolerance has an amber', () => {
    expect(statusOf('2', '0', ruleFor('lower', { kind: 'absolute', green: '0', amber: '3' }))).toBe(
      'near_target',
    )
  })

  test('never throws and never leaves a figure unrated', () => {
    fc.assert(
      fc.property(texts, rules, fc.constantFrom('0', '0.00', '-0'), (actual, rule, value) => {
        expect(rate({ actual, target: { value }, rule }).status === 'not_rated').toBe(
          rule.polarity === 'none',
        )
      }),
    )
  })
})

describe('a range', () => {
  const target = { low: '5', high: '8' }

  test('is on target inside it, its ends included', () => {
    for (const actual of ['5', '6.5', '8.0'])
      expect(statusOf(actual, target, ruleFor('range'))).toBe('on_target')
  })

  test('takes its tolerance from the nearer end', () => {
    expect(statusOf('4.5', target, ruleFor('range'))).toBe('near_target')
    expect(statusOf('4.49', target, ruleFor('range'))).toBe('off_target')
    expect(statusOf('8.8', target, ruleFor('range'))).toBe('near_target')
    expect(statusOf('8.81', target, ruleFor('range'))).toBe('off_target')
  })

  test('is the same whichever end is given first, and a single value is a range of one point', () => {
    expect(statusOf('6', { low: '8', high: '5' }, ruleFor('range'))).toBe('on_target')
    expect(statusOf('5.1', '5', ruleFor('range'))).toBe('near_target')
    expect(statusOf('4.9', '5', ruleFor('range'))).toBe('near_target')
  })
})

describe('properties of rating', () => {
  test('the status never improves when the actual worsens', () => {
    fc.assert(
      fc.property(figures, figures, targets, rules, (a, b, target, rule) => {
        const [less, more] = compareDecimals(a, b) <= 0 ? [a, b] : [b, a]
        fc.pre(rule.polarity === 'higher' || rule.polarity === 'lower')
        fc.pre('value' in target)
        const [worse, better] = rule.polarity === 'higher' ? [less, more] : [more, less]
        const worseStatus = rate({ actual: decimalText(worse), target, rule }).status
        const betterStatus = rate({ actual: decimalText(better), target, rule }).status
        expect(goodness[worseStatus]).toBeLessThanOrEqual(goodness[betterStatus])
      }),
    )
  })

  test('moving away from a range on the same side never improves the status', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.boolean(), tolerances, (near, further, isAbove, tolerance) => {
        const at = (distance: number) => String(isAbove ? 60 + distance : 40 - distance)
        const target = { low: '40', high: '60' }
        const nearer = statusOf(at(near), target, ruleFor('range', tolerance))
        const away = statusOf(at(near + further), target, ruleFor('range', tolerance))
        expect(goodness[away]).toBeLessThanOrEqual(goodness[nearer])
      }),
    )
  })

  test('lower is better is higher is better in a mirror', () => {
    fc.assert(
      fc.property(figures, figures, tolerances, (actual, target, tolerance) => {
        const mirrored = (d: Decimal) => decimalText(negateDecimal(d))
        expect(statusOf(decimalText(actual), decimalText(target), ruleFor('higher', tolerance))).toBe(
          statusOf(mirrored(actual), mirrored(target), ruleFor('lower', tolerance)),
        )
      }),
    )
  })

  test('the unit of measurement does not matter under a relative tolerance', () => {
    fc.assert(
      fc.property(figures, figures, fc.integer({ min: 0, max: 25 }), (actual, target, shift) => {
        const scaled = (d: Decimal) => decimalText({ coefficient: d.coefficient, scale: d.scale + shift })
        expect(statusOf(scaled(actual), scaled(target), ruleFor('higher'))).toBe(
          statusOf(decimalText(actual), decimalText(target), ruleFor('higher')),
        )
      }),
    )
  })

  test('trailing zeros never change a status', () => {
    fc.assert(
      fc.property(figures, texts, rules, (actual, value, rule) => {
        const padded = decimalText({ coefficient: actual.coefficient * 1000n, scale: actual.scale + 3 })
        expect(rate({ actual: padded, target: { value }, rule })).toEqual(
          rate({ actual: decimalText(actual), target: { value }, rule }),
        )
      }),
    )
  })

  test('a figure equal to its target is on target under any rule with a polarity', () => {
    fc.assert(
      fc.property(texts, rules, (value, rule) => {
        fc.pre(rule.polarity !== 'none')
        expect(statusOf(value, value, rule)).toBe('on_target')
      }),
    )
  })
})

describe('not rated has a reason', () => {
  const rule = ruleFor('higher')
  const reasonFor = (input: Partial<RatingInput>) =>
    notRatedReasonOf(rate({ actual: null, target: { value: '10' }, rule, ...input }))

  test('data only comes before everything', () => {
    expect(reasonFor({ dataOnly: true, actual: '5' })).toBe('data_only')
    expect(reasonFor({ rule: ruleFor('none'), actual: '5' })).toBe('data_only')
    expect(reasonFor({ dataOnly: true, missing: 'not_due', target: null })).toBe('data_only')
  })

  test('a reason given for a missing figure is kept, with or without a target', () => {
    for (const target of [null, { value: '10' }]) {
      expect(reasonFor({ missing: 'not_due', target })).toBe('not_due')
      expect(reasonFor({ missing: 'awaiting_data', target })).toBe('awaiting_data')
      expect(reasonFor({ missing: 'suppressed', target })).toBe('suppressed')
    }
  })

  test('without a figure or a reason it is no target, or awaiting data where there is a target', () => {
    expect(reasonFor({ target: null })).toBe('no_target')
    expect(reasonFor({ missing: null })).toBe('awaiting_data')
    expect(reasonFor({})).toBe('awaiting_data')
  })

  test('not collected is awaiting data and not applicable is not due, unless there is no target at all', () => {
    expect(reasonFor({ missing: 'not_collected' })).toBe('awaiting_data')
    expect(reasonFor({ missing: 'not_applicable' })).toBe('not_due')
    expect(reasonFor({ missing: 'not_collected', target: null })).toBe('no_target')
    expect(reasonFor({ missing: 'not_applicable', target: null })).toBe('no_target')
  })

  test('a figure without a target is not rated', () =>
    expect(reasonFor({ actual: '5', target: null })).toBe('no_target'))

  test('a withheld figure is never given away by its rating', () => {
    expect(reasonFor({ actual: '3', missing: 'suppressed' })).toBe('suppressed')
  })

  test('zero is an answer', () => expect(statusOf('0', '5', ruleFor('lower'))).toBe('on_target'))

  test('text that is not a decimal is refused', () => {
    expect(() => rate({ actual: '', target: { value: '1' }, rule })).toThrow(RangeError)
    expect(() => rate({ actual: '1', target: { value: 'ten' }, rule })).toThrow(RangeError)
  })
})

describe('the demonstration quarter', () => {
  function ratingsAt(quarter: number): Rating[] {
    return demonstrationIndicators.map(({ unit, decimals, polarity, missing, actuals, targets: aims }) => {
      const value = aims[quarter]
      return rate({
        actual: actuals[quarter] ?? null,
        missing,
        target: value ? { value } : null,
        rule: { polarity, tolerance: defaultTolerance, format: { unit, decimals } },
      })
    })
  }

  test('Q2 2009/10 gives 19 on target, 6 near, 6 off and 4 not rated', () => {
    const counts = rollUp(ratingsAt(7))
    expect(counts).toMatchObject({
      total: 35,
      rated: 31,
      onTarget: 19,
      nearTarget: 6,
      offTarget: 6,
      notRated: 4,
    })
    expect(counts.notRatedReasons).toEqual([
      { reason: 'not_due', count: 2 },
      { reason: 'awaiting_data', count: 1 },
      { reason: 'no_target', count: 1 },
    ])
  })

  test('Q1 2009/10 gives 18 on target, 9 near, 4 off and 4 not rated', () => {
    expect(rollUp(ratingsAt(6))).toMatchObject({ onTarget: 18, nearTarget: 9, offTarget: 4, notRated: 4 })
  })
})

test('every status and reason has its word, and the order is worst first', () => {
  expect(statusOrder.map(statusWord)).toEqual(['Off target', 'Near target', 'On target', 'Not rated'])
  expect(
    (['not_due', 'awaiting_data', 'no_target', 'data_only', 'suppressed'] as const).map(notRatedWord),
  ).toEqual(['Not due this quarter', 'Awaiting data', 'No target', 'Data only', 'Withheld, fewer than 5'])
})
