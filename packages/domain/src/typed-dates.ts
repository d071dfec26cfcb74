import { isDate, monthNames } from './dates.ts'

/** `value`: the ISO date. `sentence`: what happened, then what to do. */
export type DateReading = { ok: true; value: string } | { ok: false; sentence: string }

const isoForm = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const numericForm = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/
const writtenForm = /^(\d{1,2})(?:st|nd|rd|th)?[\s,-]+([a-z]+)\.?[\s,-]+(\d{2}|\d{4})$/i

// Outside these years a date is a slip of the finger.
const firstYear = 1900
const lastYear = 2199

const example = 'Enter day, month and year, for example 31/12/2009 or 31 Dec 2009.'

/**
 * Reads a date as people type it, the day first: '31/12/2009', '31 Dec 2009', '31 December 2009', or ISO. The
 * year must be in full. The text must not be blank.
 */
export function readTypedDate(typed: string): DateReading {
  const text = typed.trim()
  const parts = partsOf(text)
  if (parts === null) return { ok: false, sentence: `This is not a date that can be read. ${example}` }
  const { year, month, day } = parts
  if (year.length === 2) {
    return {
      ok: false,
      sentence: `The year is short of two digits. Enter it in full, for example 20${year}.`,
    }
  }
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const inRange = Number(year) >= firstYear && Number(year) <= lastYear
  if (isDate(value) && inRange) return { ok: true, value }
  return { ok: false, sentence: `There is no such date. ${example}` }
}

type Parts = { year: string; month: string; day: string }

function partsOf(text: string): Parts | null {
  const [, isoYear, isoMonth, isoDay] = isoForm.exec(text) ?? []
  if (isoYear !== undefined && isoMonth !== undefined && isoDay !== undefined) {
    return { year: isoYear, month: isoMonth, day: isoDay }
  }
  const [, day, month, year] = numericForm.exec(text) ?? []
  if (day !== undefined && month !== undefined && year !== undefined) return { year, month, day }
  return writtenParts(text)
}

function writtenParts(text: string): Parts | null {
  const [, day, name, year] = writtenForm.exec(text) ?? []
  if (day === undefined || name === undefined || year === undefined) return null
  const month = monthNumber(name.toLowerCase())
  return month === null ? null : { year, month: String(month), day }
}

/** 'december', 'dec' and 'sept' are months; 'd' and 'ma' could be several. */
export function monthNumber(name: string): number | null {
  if (name.length < 3) return null
  const place = monthNames.findIndex((month) => month.toLowerCase().startsWith(name))
  return place === -1 ? null : place + 1
}
