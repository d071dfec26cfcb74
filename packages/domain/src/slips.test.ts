import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from './decimal.ts'
import { validateFigure } from './figure-validity.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { figureFrom } from './return-figures.ts'
import { anIndicator, aPercentage, aRatio } from './return-under-check.fixture.ts'
import { findSlip, neighbourSwaps } from './slips.ts'

const lastQuarter = { kind: 'last_quarter', phrase: 'last quarter' } as const

function slip(typed: string, before: string, indicator: ReturnIndicator = aPercentage(), isOdd = true) {
  const [numerator, denominator] = typed.split('/')
  const figures = indicator.isRatio
    ? { value: null, numerator: numerator ?? null, denominator: denominator ?? null }
    : { value: typed, numerator: null, denominator: null }
  const figure = parseDecimal(figureFrom(indicator, figures) ?? '0')
  const reference = { ...lastQuarter, value: parseDecimal(before) }
  return findSlip({ indicator, figures, figure, reference, isOdd })
}

describe('a fraction given for a percentage', () => {
  test('is found where a hundred times it is usual, with the correction', () => {
    expect(slip('0.46', '45.2')).toEqual({
      code: 'fraction_for_percent',
      sentence: '0.46% may be a fraction: as a percentage it would be 46.0%.',
      suggestion: { field: 'value', value: '46' },
    })
    expect(slip('1', '98')?.suggestion).toEqual({ field: 'value', value: '100' })
  })

  test('is not found where small figures are usual, nor in another unit', () => {
    expect(slip('0.46', '0.5')).toBeNull()
    expect(slip('0.1', '5.1', aPercentage(), false)?.code).not.toBe('fraction_for_percent')
    expect(slip('0.46', '45.2', anIndicator())?.code).toBe('power_of_ten')
  })

  test('of two halves offers no correction: nobody can say which one it was', () => {
    expect(slip('46/10000', '45.2', aRatio())).toMatchObject({
      code: 'fraction_for_percent',
      suggestion: null,
    })
  })
})

describe('a point that has moved', () => {
  test('is found by what would be close to last quarter, either way and however far', () => {
    const crime = anIndicator({ unit: 'per 1,000', decimals: 1 })
    expect(slip('119', '12.6', crime)).toEqual({
      code: 'power_of_ten',
      sentence: 'The point may have moved: 11.9 would be close to last quarter’s 12.6.',
      suggestion: { field: 'value', value: '11.9' },
    })
    expect(slip('147.8', '1430', crime)?.suggestion?.value).toBe('1478')
    expect(slip('0.0126', '12.6', crime)?.suggestion?.value).toBe('12.6')
    expect(slip('12600000', '12.6', crime)?.suggestion?.value).toBe('12.6')
    expect(slip('4.5', '45.2')?.suggestion?.value).toBe('45')
  })

  test('is found even where the change is within the change limit', () => {
    expect(slip('5', '0.5', aPercentage(), false)?.code).toBe('power_of_ten')
  })

  test('is not found where nothing moved, nor about a zero', () => {
    expect(slip('45.2', '45.2')).toBeNull()
    expect(slip('0', '45.2')).toBeNull()
    expect(slip('45.2', '0', anIndicator(), false)).toBeNull()
  })
})

describe('two digits that have changed places', () => {
  test('are found in either half of a ratio, with the words of the screen', () => {
    expect(slip('135800/321080', '48.8', aRatio())).toEqual({
      code: 'digits_swapped',
      sentence: 'Two digits may have changed places: 153,800 tonnes would give 47.9%.',
      suggestion: { field: 'numerator', value: '153800' },
    })
    expect(slip('153800/231080', '48.8', aRatio())).toEqual({
      code: 'digits_swapped',
      sentence: 'Two digits may have changed places: 321,080 for ‘Collected, tonnes’ would give 47.9%.',
      suggestion: { field: 'denominator', value: '321080' },
    })
    const unnamed = aRatio({ numeratorLabel: null })
    expect(slip('135800/321080', '48.8', unnamed)?.sentence).toContain('153,800 for the numerator would give')
  })

  test('are found in a value', () => {
    expect(slip('74.1', '48.8')).toEqual({
      code: 'digits_swapped',
      sentence: 'Two digits may have changed places: perhaps 47.1% was meant.',
      suggestion: { field: 'value', value: '47.1' },
    })
  })

  test('are the pair that brings the figure nearest', () => {
    expect(slip('1324', '1230', anIndicator())?.suggestion?.value).toBe('1234')
  })

  test('are not looked for where nothing is odd', () => {
    expect(slip('135800/321080', '48.8', aRatio(), false)).toBeNull()
  })

  test('are not blamed where that would bring the figure hardly nearer, or where it cannot be', () => {
    expect(slip('54.1', '48.8')).toBeNull()
    expect(slip('10.5', '97')).toBeNull()
    expect(slip('0.123456', '0.0123', anIndicator({ unit: 'rate', decimals: 6 }))).toBeNull()
    expect(slip('10.9', '97', aPercentage({ hardLimits: { min: '0', max: '40' } }))).toBeNull()
  })
})

describe('swaps of neighbours', () => {
  test('are every one that changes the number, the point in its place', () => {
    expect(neighbourSwaps('1234')).toEqual(['2134', '1324', '1243'])
    expect(neighbourSwaps('42.31')).toEqual(['24.31', '42.13'])
    expect(neighbourSwaps('-12')).toEqual(['-21'])
    expect(neighbourSwaps('11')).toEqual([])
    expect(neighbourSwaps('10')).toEqual([])
    expect(neighbourSwaps('0.12')).toEqual(['0.21'])
    expect(neighbourSwaps('')).toEqual([])
  })

  test('can each be swapped back', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (number) => {
        const text = String(number)
        for (const swapped of neighbourSwaps(text)) {
          expect([...swapped].toSorted()).toEqual([...text].toSorted())
          if (!text.startsWith('0')) expect(neighbourSwaps(swapped)).toContain(text)
        }
      }),
    )
  })
})

test('whatever slip is made, the suggestion is nearer to last quarter than the figure, and can be kept', () => {
  const tenths = fc.integer({ min: 1, max: 999 }).map((number) => (number / 10).toFixed(1))
  fc.assert(
    fc.property(tenths, tenths, (typed, before) => {
      const value = slip(typed, before)?.suggestion?.value
      if (value === undefined) return
      const distance = (text: string) => Math.abs(Number(text) - Number(before))
      expect(distance(value)).toBeLessThan(distance(typed))
      expect(validateFigure(value, aPercentage())).toEqual({ ok: true, value })
    }),
  )
})
