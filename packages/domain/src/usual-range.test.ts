import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from './decimal.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { aPercentage, secondQuarter, seriesBefore } from './return-under-check.fixture.ts'
import { isOutside, usualRangeOf } from './usual-range.ts'

function range(values: string, more: Partial<ReturnIndicator> = {}) {
  return usualRangeOf(aPercentage({ series: seriesBefore(values), ...more }), secondQuarter)
}

const twelve = '50 52 50 52 50 52 50 52 50 52 50 52'

describe('the usual range', () => {
  test('is the natural process limits from 12 figures', () => {
    // Mean 51, mean moving range 2, 2.66 times that is 5.32: rounded outwards to one decimal.
    expect(range(twelve)).toEqual({ low: '45.6', high: '56.4', method: 'natural_limits', points: 12 })
  })

  test('is the modified z-score from 8 figures', () => {
    // Median 51, median distance 1, 3.5 ÷ 0.6745 is 5.189.
    expect(range('50 52 50 52 50 52 50 52')).toEqual({
      low: '45.8',
      high: '56.2',
      method: 'modified_z',
      points: 8,
    })
  })

  test('is none below 8 figures: there the change limits are all there is', () => {
    expect(range('50 52 50 52 50 52 50')).toBeNull()
    expect(range('')).toBeNull()
  })

  test('is none for a figure that begins again each year, or comes once a year', () => {
    for (const measure of ['cumulative', 'annual', 'biennial'] as const) {
      expect(range(twelve, { measure }), measure).toBeNull()
    }
    for (const measure of ['snapshot', 'rolling_year', 'discrete_quarter'] as const) {
      expect(range(twelve, { measure }), measure).not.toBeNull()
    }
  })

  test('is none where the figures never move', () => {
    expect(range('50 50 50 50 50 50 50 50 50 50 50 50')).toBeNull()
    expect(range('50 50 50 50 50 50 50 58')).toBeNull()
  })

  test('is none where the last figure has already left it: the series has moved away', () => {
    expect(range(`${twelve} 70`)).toBeNull()
    expect(range(`${twelve} 56`)).not.toBeNull()
  })

  test('looks at 16 quarters, at none from this one on, and takes no moving range across a gap', () => {
    expect(range(`90 10 90 10 ${twelve} - - - -`)?.method).toBe('natural_limits')
    expect(range(`90 10 90 10 ${twelve} - - - -`)).toEqual(range(twelve))
    const later = [...seriesBefore(twelve), { index: secondQuarter, value: '99' }]
    expect(range('', { series: later })).toEqual(range(twelve))
    expect(range('50 - 52 - 50 - 52 - 50 - 52 - 50 - 52 -')?.method).toBe('modified_z')
  })

  test('stays within what the figure can be', () => {
    const wide = '2 30 2 30 2 30 2 30 2 30 2 30'
    expect(range(wide)).toMatchObject({ low: '0' })
    expect(range(wide, { hardLimits: { min: '-5', max: '40' } })).toMatchObject({ low: '-5', high: '40' })
    expect(Number(range(wide, { unit: 'pp' })?.low)).toBeLessThan(-5)
  })

  test('has the order of the series nowhere in it', () => {
    const series = seriesBefore(twelve).toReversed()
    expect(range('', { series })).toEqual(range(twelve))
  })
})

test('both ends belong to the usual range', () => {
  const usual = range(twelve)
  if (usual === null) throw new Error('No range')
  expect(isOutside(parseDecimal('45.6'), usual)).toBe(false)
  expect(isOutside(parseDecimal('56.4'), usual)).toBe(false)
  expect(isOutside(parseDecimal('45.59'), usual)).toBe(true)
  expect(isOutside(parseDecimal('56.41'), usual)).toBe(true)
})

test('the usual range holds the figure before it, is written with the indicator’s decimals, and never inverts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 16 }),
      fc.nat(3),
      (list, decimals) => {
        const values = list.map((tenths) => (tenths / 10).toFixed(1))
        const usual = range(values.join(' ') || '-', { decimals, unit: 'pp' })
        if (usual === null) return
        expect(isOutside(parseDecimal(values.at(-1) ?? ''), usual)).toBe(false)
        expect(Number(usual.low)).toBeLessThanOrEqual(Number(usual.high))
        for (const end of [usual.low, usual.high]) expect(end.split('.')[1]?.length ?? 0).toBe(decimals)
      },
    ),
  )
})
