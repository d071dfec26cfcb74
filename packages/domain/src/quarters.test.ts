import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from './dates.ts'
import {
  financialYearKey,
  financialYearLabel,
  financialYearOf,
  parseFinancialYearKey,
  parseQuarterKey,
  quarterEndsOn,
  quarterFromIndex,
  quarterIndex,
  quarterKey,
  quarterLabel,
  quarterMonths,
  quarterName,
  quarterShortMonths,
  quarterStartsOn,
  yearEndIndex,
} from './quarters.ts'

const indexes = fc.integer({ min: 1000 * 4, max: 9998 * 4 })
const q2 = quarterIndex({ startYear: 2009, number: 2 })
const q4 = quarterIndex({ startYear: 2009, number: 4 })

test('quarters round-trip through index and key', () => {
  fc.assert(
    fc.property(indexes, (index) => {
      expect(quarterIndex(quarterFromIndex(index))).toBe(index)
      expect(parseQuarterKey(quarterKey(index))).toBe(index)
    }),
  )
})

test('each quarter starts the day after the one before it ends, and lasts about 91 days', () => {
  fc.assert(
    fc.property(indexes, (index) => {
      expect(addDays(quarterEndsOn(index), 1)).toBe(quarterStartsOn(index + 1))
      expect(daysBetween(quarterStartsOn(index), quarterEndsOn(index))).toBeGreaterThan(88)
    }),
  )
})

describe('keys', () => {
  test('are written with the year that follows', () => {
    expect(quarterKey(q2)).toBe('2009-10-q2')
    expect(parseQuarterKey('1999-00-q4')).toBe(1999 * 4 + 3)
  })

  test('that do not name a quarter are null', () => {
    for (const key of [
      '2009-11-q2',
      '2009-10-q5',
      '2009-10-q0',
      '2009-10',
      '2009-10-Q2',
      ' 2009-10-q2',
      '',
      '2009-10-q2x',
      '1999-100-q4',
    ]) {
      expect(parseQuarterKey(key), key).toBeNull()
    }
  })
})

describe('names', () => {
  test('say quarter, year and months', () => {
    expect(financialYearLabel(2009)).toBe('2009/10')
    expect(financialYearLabel(1999)).toBe('1999/00')
    expect(quarterName(q2)).toBe('Quarter 2')
    expect(quarterLabel(q2)).toBe('Quarter 2 2009/10')
    expect(quarterMonths(q2)).toBe('July to September 2009')
    expect(quarterShortMonths(q2)).toBe('Jul to Sep 2009')
  })

  test('the fourth quarter falls in the next calendar year', () => {
    expect(quarterMonths(q4)).toBe('January to March 2010')
    expect(quarterStartsOn(q4)).toBe('2010-01-01')
    expect(quarterEndsOn(q4)).toBe('2010-03-31')
  })

  test('each quarter ends on the last day of its last month', () => {
    expect([0, 1, 2, 3].map((step) => quarterEndsOn(2009 * 4 + step))).toEqual([
      '2009-06-30',
      '2009-09-30',
      '2009-12-31',
      '2010-03-31',
    ])
  })
})

test('every quarter of a year has the same year end', () => {
  expect([0, 1, 2, 3].map((step) => yearEndIndex(2009 * 4 + step))).toEqual([q4, q4, q4, q4])
})

test('financial years round-trip through their keys, and what is no year is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9998 }), (startYear) => {
      expect(parseFinancialYearKey(financialYearKey(startYear))).toBe(startYear)
    }),
  )
  expect(['2009-11', '2009', '2009/10', ''].map(parseFinancialYearKey)).toEqual([null, null, null, null])
  expect(financialYearKey(1999)).toBe('1999-00')
})

test('a financial year begins on 1 April', () => {
  expect(['2009-03-31', '2009-04-01', '2010-01-15'].map(financialYearOf)).toEqual([2008, 2009, 2009])
})
