import { addDays, dayOfWeek } from './dates.ts'

/** Bank holidays as ISO dates; the caller knows them. */
export type Holidays = ReadonlySet<string>

/** Monday to Friday and not a bank holiday. Throws RangeError for anything but a date. */
export function isWorkingDay(date: string, holidays: Holidays): boolean {
  const day = dayOfWeek(date)
  return day !== 0 && day !== 6 && !holidays.has(date)
}

/** The date itself where it is a working day, else the next one that is. */
export function nextWorkingDay(date: string, holidays: Holidays): string {
  let day = date
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1)
  return day
}

/**
 * The working day from which there are so many working days before a date, itself counted: three before Friday
 * is Tuesday. None is the date itself. Throws RangeError for a count that is not a whole number from 0.
 */
export function workingDaysBefore(date: string, count: number, holidays: Holidays): string {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError('A number of working days is a whole number from 0.')
  }
  let day = addDays(date, 0)
  for (let left = count; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}

/**
 * Working days from one date to another, the first counted and the last not: from Tuesday to Friday 3. Negative
 * when `to` is earlier.
 */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let day = addDays(from, 0); day < to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count++
  }
  return count
}
