import { monthNames } from './dates.ts'

/** Q1 is April to June of `startYear`; Q4 is January to March of the year after. */
export type Quarter = { startYear: number; number: 1 | 2 | 3 | 4 }

const quarterNumbers = [1, 2, 3, 4] as const
const keyPattern = /^(\d{4})-(\d{2})-q([1-4])$/
const firstMonths = [4, 7, 10, 1] as const

/** One whole number for each quarter, in order of time: startYear × 4 + number − 1. */
export function quarterIndex(quarter: Quarter): number {
  return quarter.startYear * 4 + quarter.number - 1
}

export function quarterFromIndex(index: number): Quarter {
  const startYear = Math.floor(index / 4)
  return { startYear, number: quarterNumbers[index - startYear * 4] ?? 1 }
}

/** 2 for '2'; null for anything but 1 to 4. */
export function quarterNumberOf(text: string): Quarter['number'] | null {
  return quarterNumbers.find((number) => String(number) === text) ?? null
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function secondYear(startYear: number): string {
  return twoDigits((startYear + 1) % 100)
}

/** '2009-10-q2', as quarters are written in addresses. */
export function quarterKey(index: number): string {
  const { startYear, number } = quarterFromIndex(index)
  return `${String(startYear).padStart(4, '0')}-${secondYear(startYear)}-q${number}`
}

/** The index of a key such as '2009-10-q2'; null when it is not one, as '2009-11-q2' is not. */
export function parseQuarterKey(text: string): number | null {
  const [, year, next, number] = keyPattern.exec(text) ?? []
  if (year === undefined || next !== secondYear(Number(year))) return null
  return Number(year) * 4 + Number(number) - 1
}

/** '2009-10', as addresses write a financial year. */
export function financialYearKey(startYear: number): string {
  return `${String(startYear).padStart(4, '0')}-${secondYear(startYear)}`
}

/** The first calendar year of a key such as '2009-10'; null when it is not one, as '2009-11' is not. */
export function parseFinancialYearKey(text: string): number | null {
  const [, year, next] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  return year === undefined || next !== secondYear(Number(year)) ? null : Number(year)
}

/** The financial year that a day (ISO) lies in, by its first calendar year. */
export function financialYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) < '04-01' ? year - 1 : year
}

/** '2009/10'. */
export function financialYearLabel(startYear: number): string {
  return `${startYear}/${secondYear(startYear)}`
}

/** 'Quarter 2'. */
export function quarterName(index: number): string {
  return `Quarter ${quarterFromIndex(index).number}`
}

/** 'Quarter 2 2009/10'. */
export function quarterLabel(index: number): string {
  return `${quarterName(index)} ${financialYearLabel(quarterFromIndex(index).startYear)}`
}

/** 'Q2 2009/10', where there is little room. */
export function quarterShortLabel(index: number): string {
  const { startYear, number } = quarterFromIndex(index)
  return `Q${number} ${financialYearLabel(startYear)}`
}

function firstMonth(index: number): { year: number; month: number } {
  const { startYear, number } = quarterFromIndex(index)
  return { year: number === 4 ? startYear + 1 : startYear, month: firstMonths[number - 1] ?? 4 }
}

/** 'July to September 2009'. */
export function quarterMonths(index: number): string {
  const { year, month } = firstMonth(index)
  return `${monthNames[month - 1]} to ${monthNames[month + 1]} ${year}`
}

/** 'Jul to Sep 2009'. */
export function quarterShortMonths(index: number): string {
  const { year, month } = firstMonth(index)
  return `${monthNames[month - 1]?.slice(0, 3)} to ${monthNames[month + 1]?.slice(0, 3)} ${year}`
}

/** First day of the quarter, ISO. */
export function quarterStartsOn(index: number): string {
  const { year, month } = firstMonth(index)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-01`
}

/** Last day of the quarter, ISO. */
export function quarterEndsOn(index: number): string {
  const { year, month } = firstMonth(index)
  const lastMonth = month + 2
  return `${String(year).padStart(4, '0')}-${twoDigits(lastMonth)}-${lastMonth === 6 || lastMonth === 9 ? 30 : 31}`
}

/** The index of Q4 of the same financial year. */
export function yearEndIndex(index: number): number {
  return Math.floor(index / 4) * 4 + 3
}
