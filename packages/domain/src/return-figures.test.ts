import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Measure } from './indicator-rule.ts'
import { quarterIndex } from './quarters.ts'
import { enteredFigures, figureFrom, figureOf, isDueIn } from './return-figures.ts'
import { anIndicator, aRatio } from './return-under-check.fixture.ts'

function ratio(numerator: string, denominator: string, more: { unit?: string; decimals?: number } = {}) {
  const shape = { isRatio: true, unit: '%', decimals: 1, ...more }
  return figureFrom(shape, { value: null, numerator, denominator })
}

describe('the figure', () => {
  test('of a value is the value as typed, with its decimals', () => {
    const cells = new Map([['indicators/ni-191/value', '297.0']])
    expect(figureOf(anIndicator(), cells)).toBe('297.0')
  })

  test('of a ratio is worked out exactly, times 100 for a percentage, rounded half away from zero', () => {
    expect(ratio('153800', '321080')).toBe('47.9')
    expect(ratio('133870', '290390')).toBe('46.1')
    expect(ratio('1', '8')).toBe('12.5')
    expect(ratio('1', '16', { decimals: 1 })).toBe('6.3')
    expect(ratio('5', '4', { unit: 'number', decimals: 1 })).toBe('1.3')
    expect(ratio('0', '4')).toBe('0.0')
    expect(ratio('0.1', '0.3', { unit: 'kg', decimals: 3 })).toBe('0.333')
  })

  test('is none where it is blank, half given, divided by zero, or not a number yet', () => {
    expect(figureOf(anIndicator(), new Map())).toBeNull()
    expect(figureOf(aRatio(), new Map([['indicators/ni-193/numerator', '5']]))).toBeNull()
    expect(ratio('5', '0')).toBeNull()
    expect(ratio('5', '0.00')).toBeNull()
    expect(figureOf(anIndicator(), new Map([['indicators/ni-191/value', '297kg']]))).toBeNull()
  })

  test('of a ratio never comes from a value, nor another way round', () => {
    const cells = new Map([
      ['indicators/ni-193/value', '47.9'],
      ['indicators/ni-191/numerator', '1'],
      ['indicators/ni-191/denominator', '2'],
    ])
    expect(figureOf(aRatio(), cells)).toBeNull()
    expect(figureOf(anIndicator(), cells)).toBeNull()
    expect(enteredFigures(aRatio(), cells)).toEqual({ value: null, numerator: null, denominator: null })
  })

  test('of a part and its whole lies from 0 to 100', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(3), (part, rest, decimals) => {
        const figure = ratio(String(part), String(part + rest), { decimals })
        if (part + rest === 0) expect(figure).toBeNull()
        else {
          expect(Number(figure)).toBeGreaterThanOrEqual(0)
          expect(Number(figure)).toBeLessThanOrEqual(100)
          expect(figure?.split('.')[1]?.length ?? 0).toBe(decimals)
        }
      }),
    )
  })
})

test('a quarter owes what its measure owes: yearly in quarter 4, two-yearly in the years that begin even', () => {
  const due = (measure: Measure, startYear: number) =>
    ([1, 2, 3, 4] as const).filter((number) => isDueIn(measure, quarterIndex({ startYear, number })))
  for (const measure of ['snapshot', 'discrete_quarter', 'cumulative', 'rolling_year'] as const) {
    expect(due(measure, 2009), measure).toEqual([1, 2, 3, 4])
  }
  expect(due('annual', 2009)).toEqual([4])
  expect(due('annual', 2010)).toEqual([4])
  expect(due('biennial', 2008)).toEqual([4])
  expect(due('biennial', 2009)).toEqual([])
})
