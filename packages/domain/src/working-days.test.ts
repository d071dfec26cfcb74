import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOfWeek, daysBetween } from './dates.ts'
import { isWorkingDay, nextWorkingDay, workingDaysBefore, workingDaysBetween } from './working-days.ts'

/** England, around Christmas 2009 and Easter 2010. */
const holidays = new Set(['2009-12-25', '2009-12-28', '2010-01-01', '2010-04-02', '2010-04-05'])
const none = new Set<string>()

const anyDate = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2006-04-01', days))
const anyHolidays = fc
  .array(anyDate, { maxLength: 200 })
  .map((dates) => new Set(dates.map((date) => date)) as ReadonlySet<string>)

describe('a working day', () => {
  test('is Monday to Friday, and no bank holiday', () => {
    const week = Array.from({ length: 7 }, (_, day) => addDays('2009-10-12', day))
    expect(week.filter((date) => isWorkingDay(date, none))).toEqual(week.slice(0, 5))
    expect(isWorkingDay('2009-12-28', none)).toBe(true)
    expect(isWorkingDay('2009-12-28', holidays)).toBe(false)
  })

  test('follows a weekend and any bank holidays', () => {
    expect(nextWorkingDay('2009-10-16', holidays)).toBe('2009-10-16')
    expect(nextWorkingDay('2009-10-17', holidays)).toBe('2009-10-19')
    expect(nextWorkingDay('2009-12-25', holidays)).toBe('2009-12-29')
    expect(nextWorkingDay('2010-04-02', holidays)).toBe('2010-04-06')
  })

  test('is asked of dates only', () => {
    expect(() => isWorkingDay('2009-02-30', none)).toThrow(RangeError)
    expect(() => workingDaysBefore('soon', 0, none)).toThrow(RangeError)
    expect(() => workingDaysBetween('soon', 'zoon', none)).toThrow(RangeError)
  })
})

describe('working days before a date', () => {
  test('are counted back over weekends and bank holidays', () => {
    expect(workingDaysBefore('2009-10-16', 0, none)).toBe('2009-10-16')
    expect(workingDaysBefore('2009-10-16', 3, none)).toBe('2009-10-13')
    expect(workingDaysBefore('2009-10-16', 10, none)).toBe('2009-10-02')
    expect(workingDaysBefore('2010-01-15', 10, holidays)).toBe('2009-12-31')
    expect(workingDaysBefore('2009-10-18', 1, none)).toBe('2009-10-16')
  })

  test('are a whole number from 0', () => {
    for (const count of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => workingDaysBefore('2009-10-16', count, none), String(count)).toThrow(RangeError)
    }
  })

  test('lead to a working day that is as many working days away', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), anyHolidays, (date, count, days) => {
        const before = workingDaysBefore(date, count, days)
        expect(isWorkingDay(before, days)).toBe(true)
        expect(workingDaysBetween(before, date, days)).toBe(count)
      }),
    )
  })
})

describe('working days between two dates', () => {
  test('count the first and not the last', () => {
    expect(workingDaysBetween('2009-10-13', '2009-10-16', none)).toBe(3)
    expect(workingDaysBetween('2009-10-16', '2009-10-13', none)).toBe(-3)
    expect(workingDaysBetween('2009-10-16', '2009-10-16', none)).toBe(0)
    expect(workingDaysBetween('2009-12-24', '2009-12-29', holidays)).toBe(1)
  })

  test('add up, and without holidays are five a week', () => {
    const three = fc.tuple(anyDate, anyDate, anyDate).map((dates) => dates.toSorted())
    fc.assert(
      fc.property(three, anyHolidays, ([from, by, to], days) => {
        if (from === undefined || by === undefined || to === undefined) return
        const whole = workingDaysBetween(from, to, days)
        expect(workingDaysBetween(from, by, days) + workingDaysBetween(by, to, days)).toBe(whole)
        expect(workingDaysBetween(from, addDays(from, 70), none)).toBe(50)
        expect(whole).toBeLessThanOrEqual(daysBetween(from, to))
      }),
      { numRuns: 30 },
    )
  })
})

test('the next working day is the first from the date on', () => {
  fc.assert(
    fc.property(anyDate, anyHolidays, (date, days) => {
      const next = nextWorkingDay(date, days)
      expect(isWorkingDay(next, days)).toBe(true)
      for (let day = date; day < next; day = addDays(day, 1)) expect(isWorkingDay(day, days)).toBe(false)
      expect([1, 2, 3, 4, 5]).toContain(dayOfWeek(next))
    }),
  )
})
