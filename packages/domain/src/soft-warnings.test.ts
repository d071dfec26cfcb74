import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EnteredFigures, ReturnIndicator } from './return-figures.ts'
import {
  anIndicator,
  aPercentage,
  aRatio,
  secondQuarter,
  seriesBefore,
} from './return-under-check.fixture.ts'
import { softSigns, softWarning } from './soft-warnings.ts'

const none: EnteredFigures = { value: null, numerator: null, denominator: null }

function warning(indicator: ReturnIndicator, figures: Partial<EnteredFigures>) {
  return softWarning({ indicator, figures: { ...none, ...figures }, quarterIndex: secondQuarter })
}

function codes(indicator: ReturnIndicator, value: string) {
  return warning(indicator, { value })?.codes ?? []
}

const steady = aPercentage({ series: seriesBefore('50 52 50 52 50 52 50 52 50 52 50 52') })

describe('a figure out of the ordinary', () => {
  test('makes one question, in the words of the screen', () => {
    const found = warning(aRatio(), { numerator: '135800', denominator: '321080' })
    expect(found).toEqual({
      code: 'digits_swapped',
      codes: ['digits_swapped', 'change_from_last_quarter', 'change_from_last_year'],
      field: 'numerator',
      sentence:
        '42.3% is 6.5 points below last quarter. The largest fall in the last 12 quarters was 1.8 points, and the change limit is 5. It is also 11.6 points below the same quarter last year. Two digits may have changed places: 153,800 tonnes would give 47.9%.',
      suggestion: { field: 'numerator', value: '153800' },
    })
  })

  test('is none where it is as usual, blank, or half given', () => {
    expect(warning(steady, { value: '53' })).toBeNull()
    expect(warning(steady, {})).toBeNull()
    expect(warning(aRatio(), { numerator: '135800' })).toBeNull()
    expect(warning(aPercentage(), { value: '3' })).toBeNull()
  })

  test('lies outside its usual range', () => {
    const narrow = aPercentage({
      series: seriesBefore('50 50.5 50 50.5 50 50.5 50 50.5 50 50.5 50 50.5'),
    })
    expect(warning(narrow, { value: '52' })).toEqual({
      code: 'outside_usual_range',
      codes: ['outside_usual_range'],
      field: 'value',
      sentence: '52.0% is outside the usual range of 48.9% to 51.6%.',
      suggestion: null,
    })
  })

  test('has moved more than 5 points, or more than 10 %, from last quarter or last year', () => {
    const percentage = aPercentage({ series: seriesBefore('60 - - 50') })
    expect(codes(percentage, '55')).toEqual([])
    expect(codes(percentage, '55.1')).toEqual(['change_from_last_quarter'])
    expect(codes(percentage, '54.9')).toEqual(['change_from_last_year'])
    expect(codes(percentage, '44')).toEqual(['change_from_last_quarter', 'change_from_last_year'])
    const crime = anIndicator({ measure: 'rolling_year', series: seriesBefore('1000 - - 1000') })
    expect(codes(crime, '1100')).toEqual([])
    expect(warning(crime, { value: '1250' })?.sentence).toBe(
      '1,250 is 25% above last quarter. The change limit is 10%. It is also 25% above the same quarter last year.',
    )
  })

  test('that adds up from April is held against last year only, and against its own last quarter', () => {
    expect(codes(anIndicator(), '297')).toEqual([])
    expect(warning(anIndicator(), { value: '355' })?.sentence).toBe(
      '355 is 14% above the same quarter last year. The change limit is 10%.',
    )
    expect(warning(anIndicator(), { value: '149' })).toMatchObject({
      code: 'falling_cumulative',
      codes: ['falling_cumulative', 'change_from_last_year'],
      sentence:
        '149 is 52% below the same quarter last year. The change limit is 10%. It is also less than the 150 reported for quarter 1. A figure that adds up from April does not usually fall.',
    })
    const anew = anIndicator({ series: seriesBefore('20 612 -') })
    expect(codes(anew, '20')).toEqual([])
  })

  test('that adds up may be the same as last quarter', () => {
    const flat = anIndicator({ series: seriesBefore('150') })
    expect(codes(flat, '150')).toEqual([])
    expect(codes(flat, '149.9')).toEqual(['falling_cumulative'])
    const gap = anIndicator({ series: seriesBefore('150 -') })
    expect(codes(gap, '10')).toEqual([])
  })

  test('may be a fraction, or a point that moved, and says so first', () => {
    expect(warning(steady, { value: '0.51' })).toMatchObject({
      code: 'fraction_for_percent',
      suggestion: { field: 'value', value: '51' },
    })
    const crime = anIndicator({ measure: 'snapshot', series: seriesBefore('128 119 104 92') })
    expect(warning(crime, { value: '9.1' })).toMatchObject({
      code: 'power_of_ten',
      suggestion: { field: 'value', value: '91' },
    })
  })

  test('may have counts that pass each other, only where they are published rounded', () => {
    const rounded = aRatio({ roundedCounts: true, series: seriesBefore('98.0') })
    expect(warning(rounded, { numerator: '505', denominator: '500' })).toEqual({
      code: 'numerator_over_denominator',
      codes: ['numerator_over_denominator'],
      field: 'numerator',
      sentence:
        '‘Land filled, tonnes’ is 505 and ‘Collected, tonnes’ is 500: rounded counts can do that, but only just.',
      suggestion: null,
    })
    expect(warning(rounded, { numerator: '500', denominator: '500' })).toBeNull()
    const exact = aRatio({ series: seriesBefore('98.0') })
    expect(warning(exact, { numerator: '505', denominator: '500' })).toBeNull()
  })
})

test('a figure is asked about once at most, in a sentence that begins with it or with its counts', () => {
  const value = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1))
  const list = fc.array(value, { minLength: 1, maxLength: 16 })
  const measure = fc.constantFrom<ReturnIndicator['measure'][]>('snapshot', 'cumulative', 'rolling_year')
  fc.assert(
    fc.property(list, value, measure, (values, typed, kind) => {
      const indicator = aPercentage({ series: seriesBefore(values.join(' ')), measure: kind })
      const found = warning(indicator, { value: typed })
      const signs = softSigns({ indicator, figures: { ...none, value: typed }, quarterIndex: secondQuarter })
      expect(found === null).toBe(signs.length === 0)
      expect(found?.codes.toSorted()).toEqual(
        signs.length === 0 ? undefined : signs.map(({ code }) => code).toSorted(),
      )
      if (found !== null) expect(found.sentence).toMatch(/^(\d+\.\d+% (is|may)|The point) .*\.$/)
    }),
  )
})

test('the figure of last quarter and last year alike is never out of the ordinary', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
      const value = (tenths / 10).toFixed(1)
      const series = seriesBefore(Array.from({ length: 12 }, () => value).join(' '))
      for (const measure of ['snapshot', 'cumulative', 'annual'] as const) {
        expect(warning(aPercentage({ series, measure }), { value })).toBeNull()
      }
    }),
  )
})
