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
  if (Number.isNaN(milliseconds) || isoDate(milliseconds) !== date) {
    throw new RangeError(`“${date}” is not a date. Use year, month and day, for example 2009-10-19.`)
  }
  return milliseconds / dayMilliseconds
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

// Building an Intl formatter costs far more than using it.
let londonFormat: Intl.DateTimeFormat | undefined

/** The calendar date in Europe/London at an instant, as every due date of the product is a London date. */
export function londonDate(instant: Date): string {
  londonFormat ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const part = { year: '', month: '', day: '' }
  for (const { type, value } of londonFormat.formatToParts(instant)) {
    if (type === 'year' || type === 'month' || type === 'day') part[type] = value
  }
  return `${part.year.padStart(4, '0')}-${part.month}-${part.day}`
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
