/** Dates are ISO texts, 'YYYY-MM-DD', without a time. Instants are `Date`. */

const dayMilliseconds = 86_400_000

export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const datePattern = /^\d{4}-\d{2}-\d{2}$/

function dayNumber(date: string): number {
  const milliseconds = datePattern.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (isoDateOrNull(milliseconds) !== date) {
    throw new RangeError(`“${date}” is not a date. Use year, month and day, for example 2009-10-19.`)
  }
  return milliseconds / dayMilliseconds
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

function isoDateOrNull(milliseconds: number): string | null {
  return Number.isNaN(milliseconds) ? null : isoDate(milliseconds)
}

// Building an Intl formatter costs far more than using it.
let londonFormat: Intl.DateTimeFormat | undefined

/** The calendar date in Europe/London at an instant, as every due date of the product is a London date. */
export function londonDate(instant: Date): string {
  // Swedes write dates as ISO does, and one text costs a third of its parts.
  londonFormat ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return londonFormat.format(instant).padStart(10, '0')
}

/** True for a date of the calendar as ISO text: '2009-02-30' is none. */
export function isDate(text: string): boolean {
  return datePattern.test(text) && isoDateOrNull(Date.parse(`${text}T00:00:00Z`)) === text
}

/** Whole days from one date to another; negative when `to` is earlier. Throws RangeError if either is not a date. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The date so many days later (earlier when negative). Throws RangeError for anything but a date. */
export function addDays(date: string, days: number): string {
  return isoDate((dayNumber(date) + days) * dayMilliseconds)
}

function monthOf(date: string): string {
  dayNumber(date)
  return monthNames[Number(date.slice(5, 7)) - 1] ?? ''
}

/** '19 October 2009'. */
export function formatDate(date: string): string {
  const month = monthOf(date)
  return `${Number(date.slice(8))} ${month} ${Number(date.slice(0, 4))}`
}

/** '19 Oct', where the year is plain from its place. */
export function formatShortDate(date: string): string {
  const month = monthOf(date)
  return `${Number(date.slice(8))} ${month.slice(0, 3)}`
}

/** '13 Nov 2009', as for the date of an action. */
export function formatMediumDate(date: string): string {
  return `${formatShortDate(date)} ${Number(date.slice(0, 4))}`
}

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const weekdayOfDayZero = 4

/** 0 is Sunday, 6 Saturday. Throws RangeError for anything but a date. */
export function dayOfWeek(date: string): number {
  return (((dayNumber(date) + weekdayOfDayZero) % 7) + 7) % 7
}

/** 'Friday 16 October 2009', for a date that someone must keep. */
export function formatDateWithWeekday(date: string): string {
  return `${weekdayNames[dayOfWeek(date)]} ${formatDate(date)}`
}
