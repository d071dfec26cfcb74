import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOfWeek,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatMediumDate,
  formatShortDate,
  isDate,
  londonDate,
} from './dates.ts'

describe('the date in London', () => {
  test('is a day ahead of UTC late on a summer evening', () => {
    expect(londonDate(new Date('2009-10-16T22:59:59Z'))).toBe('2009-10-16')
    expect(londonDate(new Date('2009-10-16T23:00:00Z'))).toBe('2009-10-17')
  })

  test('is the UTC date in winter', () => {
    expect(londonDate(new Date('2010-01-15T23:59:59Z'))).toBe('2010-01-15')
    expect(londonDate(new Date('2010-01-01T00:00:00Z'))).toBe('2010-01-01')
  })

  test('keeps to the hour on the night the clocks go back', () => {
    expect(londonDate(new Date('2009-10-24T23:00:00Z'))).toBe('2009-10-25')
    expect(londonDate(new Date('2009-10-25T23:30:00Z'))).toBe('2009-10-25')
  })
})

describe('days', () => {
  test('are counted across months, leap days and clock changes', () => {
    expect(daysBetween('2009-10-16', '2009-10-19')).toBe(3)
    expect(daysBetween('2009-10-19', '2009-10-16')).toBe(-3)
    expect(daysBetween('2008-02-28', '2008-03-01')).toBe(2)
    expect(daysBetween('2009-03-28', '2009-03-30')).toBe(2)
    expect(addDays('2009-12-31', 1)).toBe('2010-01-01')
    expect(addDays('2009-03-01', -1)).toBe('2009-02-28')
  })

  test('a text that is not a calendar date is refused', () => {
    for (const text of ['2009-02-30', '2009-13-01', '19 October 2009', '2009-10-19T00:00:00Z', '']) {
      expect(() => daysBetween(text, '2009-10-19'), text).toThrow('is not a date')
      expect(() => formatDate(text), text).toThrow(RangeError)
    }
  })
})

test('a text is a date only where the calendar has it', () => {
  for (const text of ['2009-10-19', '2008-02-29', '0001-01-01']) expect(isDate(text), text).toBe(true)
  for (const text of ['2009-02-29', '2009-00-10', '2009-1-1', '19/10/2009', '']) {
    expect(isDate(text), text).toBe(false)
  }
})

test('the day of the week is that of the calendar, before 1970 too', () => {
  expect(dayOfWeek('2009-10-16')).toBe(5)
  expect(dayOfWeek('2009-10-18')).toBe(0)
  expect(dayOfWeek('1966-07-30')).toBe(6)
  expect(formatDateWithWeekday('2009-10-16')).toBe('Friday 16 October 2009')
})

test('dates are written in full, short and medium', () => {
  expect(formatDate('2009-10-19')).toBe('19 October 2009')
  expect(formatDate('2009-05-01')).toBe('1 May 2009')
  expect(formatShortDate('2009-10-19')).toBe('19 Oct')
  expect(formatMediumDate('2009-11-13')).toBe('13 Nov 2009')
})
