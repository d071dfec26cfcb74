import { describe, expect, test } from 'vitest'
import { changePhrase, comparisonsFor, historySentence, isBeyondLimit } from './change-limits.ts'
import { decimalText, parseDecimal } from './decimal.ts'
import type { Measure } from './indicator-rule.ts'
import { secondQuarter, seriesBefore } from './return-under-check.fixture.ts'

const series = seriesBefore('7 - - - 6 5 4 3 2')

function compared(measure: Measure) {
  return comparisonsFor({ measure, series }, secondQuarter).map(
    ({ kind, phrase, value }) => `${kind}, ${phrase}: ${decimalText(value)}`,
  )
}

describe('a figure is held against', () => {
  test('last quarter and the same quarter last year', () => {
    const both = ['last_quarter, last quarter: 2', 'last_year, the same quarter last year: 5']
    for (const measure of ['snapshot', 'discrete_quarter', 'rolling_year'] as const) {
      expect(compared(measure), measure).toEqual(both)
    }
  })

  test('last year only, where it begins again each April', () => {
    expect(compared('cumulative')).toEqual(['last_year, the same quarter last year: 5'])
  })

  test('the one before it, where it comes once a year or once in two', () => {
    expect(compared('annual')).toEqual(['last_year, last year: 5'])
    expect(compared('biennial')).toEqual([])
    const older = [...series, { index: secondQuarter - 8, value: '9' }]
    expect(comparisonsFor({ measure: 'biennial', series: older }, secondQuarter)).toMatchObject([
      { phrase: 'two years ago' },
    ])
  })

  test('nothing, where there is nothing', () => {
    expect(comparisonsFor({ measure: 'snapshot', series: [] }, secondQuarter)).toEqual([])
  })
})

describe('the change limit', () => {
  const beyond = (now: string, before: string, unit: string) =>
    isBeyondLimit(parseDecimal(now), parseDecimal(before), unit)

  test('is 5 points for a percentage, itself allowed', () => {
    expect(beyond('53.8', '48.8', '%')).toBe(false)
    expect(beyond('53.9', '48.8', '%')).toBe(true)
    expect(beyond('43.7', '48.8', '%')).toBe(true)
    expect(beyond('5.0', '1.0', '%')).toBe(false)
  })

  test('is 10 % for any other unit, itself allowed, in exact decimals', () => {
    expect(beyond('110', '100', 'number')).toBe(false)
    expect(beyond('110.1', '100', 'number')).toBe(true)
    expect(beyond('89.9', '100', 'number')).toBe(true)
    expect(beyond('0.33', '0.3', 'per 1,000')).toBe(false)
    expect(beyond('-111', '-100', 'pp')).toBe(true)
  })

  test('of nothing is nothing', () => {
    expect(beyond('0', '0', 'number')).toBe(false)
    expect(beyond('1', '0', 'number')).toBe(true)
  })
})

describe('a change is said', () => {
  const phrase = (now: string, before: string, unit: string) =>
    changePhrase(
      parseDecimal(now),
      { kind: 'last_quarter', phrase: 'last quarter', value: parseDecimal(before) },
      unit,
    )

  test('in points, or in per cent of the earlier figure', () => {
    expect(phrase('42.3', '48.8', '%')).toBe('is 6.5 points below last quarter')
    expect(phrase('54.83', '48.8', '%')).toBe('is 6.03 points above last quarter')
    expect(phrase('1478', '1200', 'number')).toBe('is 23% above last quarter')
    expect(phrase('1101', '1000', 'number')).toBe('is just over 10% above last quarter')
    expect(phrase('3', '0', 'number')).toBe('is 3 above last quarter')
  })
})

describe('what changes have been before', () => {
  const history = (now: string, values: string, unit = '%') => {
    const known = seriesBefore(values)
    return historySentence({
      figure: parseDecimal(now),
      before: parseDecimal(known.at(-1)?.value ?? '0'),
      quarterIndex: secondQuarter,
      indicator: { unit, series: known },
    })
  }
  const land = '62.1 61.3 60.2 58.9 57.5 56.8 55.4 53.9 52.2 50.4 48.8'

  test('is the largest in the same direction, over 12 quarters with this one', () => {
    expect(history('42.3', land)).toBe(
      'The largest fall in the last 12 quarters was 1.8 points, and the change limit is 5.',
    )
    expect(history('42.3', `99 ${land}`)).toBe(history('42.3', land))
    expect(history('1400', '1000 1050 1000 1100', 'number')).toBe(
      'The largest rise in the last 5 quarters was just over 10%, and the change limit is 10%.',
    )
  })

  test('is said to be none where it never went that way', () => {
    expect(history('60', land)).toBe('There was no rise in the last 12 quarters, and the change limit is 5.')
  })

  test('is left out with fewer than three changes, and across gaps', () => {
    expect(history('42.3', '52 50 48')).toBe('The change limit is 5 points.')
    expect(history('10', '52 - 50 - 48 - 46', 'number')).toBe('The change limit is 10%.')
  })

  test('that began from nothing has no per cent', () => {
    expect(history('50', '0 10 11 12', 'number')).toBe(
      'The largest rise in the last 5 quarters was just over 10%, and the change limit is 10%.',
    )
  })
})
