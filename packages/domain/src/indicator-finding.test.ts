import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndicatorFindingInput } from './indicator-finding.ts'
import { bodiesFinding, indicatorFinding, mostTitleWords } from './indicator-finding.ts'
import type { Measure, Polarity, RatingRule, TargetValue } from './indicator-rule.ts'
import { quarterIndex } from './quarters.ts'
import { rate } from './status.ts'

const q2 = quarterIndex({ startYear: 2009, number: 2 })

const percentage: RatingRule = {
  polarity: 'higher',
  tolerance: { kind: 'relative', green: '0', amber: '0.1' },
  format: { unit: '%', decimals: 1 },
}

/** Recycling in quarter 2 2009/10: the highest of twelve, near target, forecast near target. */
function aFinding(changes: Partial<IndicatorFindingInput> = {}): IndicatorFindingInput {
  const input = {
    phrase: 'recycling',
    quarterIndex: q2,
    value: '46.1',
    missing: null,
    target: { value: '48' },
    rule: percentage,
    measure: 'rolling_year' as Measure,
    yearEnd: { kind: 'forecast' as const, status: 'near_target' as const },
    earlier: [38.2, 38.9, 39.6, 40.4, 41.1, 41.8, 42.4, 43, 43.5, 44.1, 45.2].map((value, place) => ({
      index: q2 - 11 + place,
      value: String(value),
    })),
    run: 2,
    ...changes,
  }
  const { value, missing, target, rule } = input
  return { ...input, now: changes.now ?? rate({ actual: value, missing, target, rule }) }
}

const counts: RatingRule = { ...percentage, format: { unit: 'number', decimals: 0 } }

describe('the title of an indicator’s page', () => {
  test.each<[string, Partial<IndicatorFindingInput>, string]>([
    ['a record', {}, 'Recycling: highest yet at 46.1%, 1.9 points short of target'],
    [
      'a record under a long name',
      { phrase: 'recycling of household waste' },
      'Highest yet at 46.1%, 1.9 points short of target',
    ],
    [
      'two statuses that differ',
      { value: '40', yearEnd: { kind: 'forecast', status: 'near_target' } },
      '40.0%, off target now, forecast near target at year end',
    ],
    [
      'a run',
      { value: '40', earlier: [], run: 5, yearEnd: { kind: 'none', status: 'not_rated' } },
      'Recycling: 40.0%, off target five quarters running',
    ],
    [
      'on target',
      { value: '48.0', earlier: [], yearEnd: { kind: 'forecast', status: 'on_target' } },
      'Recycling: 48.0%, exactly on target',
    ],
    [
      'lower is better',
      { value: '50', earlier: [], rule: { ...percentage, polarity: 'lower' } },
      'Recycling: 50.0%, 2.0 points above target',
    ],
    [
      'a range',
      {
        value: '97',
        earlier: [],
        target: { low: '90', high: '95' },
        rule: { ...percentage, polarity: 'range' },
      },
      'Recycling: 97.0%, 2.0 points above its target range',
    ],
    [
      'a count that builds up has no record',
      {
        value: '71',
        target: { value: '105' },
        rule: counts,
        measure: 'cumulative',
        yearEnd: { kind: 'none', status: 'not_rated' },
      },
      'Recycling: 71, 34 short of target',
    ],
    [
      'a year that is over',
      { quarterIndex: q2 + 2, yearEnd: { kind: 'outcome', status: 'near_target' } },
      'Recycling: 2009/10 ended at 46.1%, 1.9 points short of target',
    ],
    [
      'no target',
      { target: null, earlier: [{ index: q2 - 4, value: '43' }] },
      'Recycling: 46.1%, up from 43.0% a year ago',
    ],
    ['data only', { rule: { ...percentage, polarity: 'none' }, earlier: [] }, 'Recycling: 46.1%; data only'],
    ['not due', { value: null, missing: 'not_due' }, 'No figure due; the last was 45.2%, quarter 1 2009/10'],
    ['nothing at all', { value: null, earlier: [] }, 'Recycling: no figure yet for quarter 2 2009/10'],
    ['withheld', { value: null, missing: 'suppressed' }, 'Recycling: figure withheld, fewer than 5 counted'],
  ])('%s', (_what, changes, title) => {
    expect(indicatorFinding(aFinding(changes))).toBe(title)
  })
})

const decimal = fc.integer({ min: -99_999, max: 9_999_999 }).map((n) => String(n / 100))
const target = fc.option(
  fc.oneof(
    decimal.map((value): TargetValue => ({ value })),
    fc.integer({ min: 0, max: 500 }).map((low): TargetValue => ({ low: String(low), high: String(low + 5) })),
  ),
  { nil: null },
)
const statuses = ['on_target', 'near_target', 'off_target', 'not_rated'] as const
const measures: Measure[] = [
  'snapshot',
  'discrete_quarter',
  'cumulative',
  'rolling_year',
  'annual',
  'biennial',
]
const polarities: Polarity[] = ['higher', 'lower', 'range', 'none']

const anyInput = fc
  .record({
    phrase: fc.option(
      fc.constantFrom('recycling', 'young people not in education', 'a b c d e f g h i j k'),
      { nil: null },
    ),
    quarterIndex: fc.integer({ min: 8000, max: 8060 }),
    value: fc.option(decimal, { nil: null }),
    missing: fc.constantFrom(
      null,
      'not_due',
      'awaiting_data',
      'not_collected',
      'not_applicable',
      'suppressed',
    ),
    target,
    polarity: fc.constantFrom(...polarities),
    kind: fc.constantFrom('relative', 'absolute'),
    unit: fc.constantFrom('%', 'number', 'per 1,000'),
    decimals: fc.integer({ min: 0, max: 3 }),
    measure: fc.constantFrom(...measures),
    yearEnd: fc.record({
      kind: fc.constantFrom('forecast', 'outcome', 'none'),
      status: fc.constantFrom(...statuses),
    }),
    figures: fc.array(decimal, { maxLength: 45 }),
    run: fc.integer({ min: 0, max: 40 }),
    dataOnly: fc.boolean(),
  })
  .map(({ polarity, kind, unit, decimals, figures, dataOnly, ...rest }) => {
    const rule = {
      polarity,
      tolerance: { kind, green: '0', amber: '0.1' },
      format: { unit, decimals },
    } as RatingRule
    const now = rate({
      actual: rest.value,
      missing: rest.missing,
      target: rest.target,
      rule,
      dataOnly,
    } as Parameters<typeof rate>[0])
    const earlier = figures.map((value, place) => ({
      index: rest.quarterIndex - figures.length + place,
      value,
    }))
    return { ...rest, rule, now, earlier } as IndicatorFindingInput
  })

test('is never longer than ten words, and never empty', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const title = indicatorFinding(input)
      const words = title.trim().split(/\s+/).length
      expect(words, title).toBeLessThanOrEqual(mostTitleWords)
      expect(title).toMatch(/^\S.*[^.\s]$/)
    }),
    { numRuns: 2000 },
  )
})

test('never shows a figure that is withheld', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      expect(indicatorFinding({ ...input, missing: 'suppressed' })).toMatch(/withheld/)
    }),
  )
})

test('says highest or lowest only of a figure that is beyond every earlier one', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const title = indicatorFinding(input)
      const values = input.earlier.map(({ value }) => Number(value))
      if (/highest yet/i.test(title)) expect(Number(input.value)).toBeGreaterThan(Math.max(...values))
      if (/lowest yet/i.test(title)) expect(Number(input.value)).toBeLessThan(Math.min(...values))
    }),
    { numRuns: 2000 },
  )
})

describe('the finding of bodies without a figure for the area', () => {
  const percent = { unit: '%', decimals: 0 }

  test('says how many there are, how far apart, and the middle', () => {
    expect(bodiesFinding(['97', '54', '100'], percent)).toBe('3 bodies, from 54% to 100%, median 97%')
    expect(bodiesFinding(['9', '10.5'], { unit: 'days', decimals: 1 })).toBe(
      '2 bodies, from 9.0 to 10.5, median 9.8',
    )
    expect(bodiesFinding(['98.2', '97.9'], percent)).toBe('2 bodies, all at 98%')
  })

  test('is nothing of one body, and never longer than a title', () => {
    expect(bodiesFinding(['97'], percent)).toBeNull()
    const figure = fc.integer({ min: -999_999_999, max: 999_999_999 }).map(String)
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 40 }), (values) => {
        const said = bodiesFinding(values, { unit: '%', decimals: 1 }) ?? ''
        expect(said.split(/\s+/).length).toBeLessThanOrEqual(mostTitleWords)
      }),
    )
  })
})
