import type { QuarterParts } from './quarter-parts.ts'
import { quarterParts } from './quarter-parts.ts'
import type { Quarter } from './quarters.ts'
import {
  financialYearLabel,
  quarterFromIndex,
  quarterIndex,
  quarterMonths,
  quarterNumberOf,
} from './quarters.ts'
import { tidyLine } from './typed-texts.ts'

/** The two quarters that 'Q2 2009' may be: of the financial year that begins in 2009, or of the calendar. */
export type EitherQuarter = { financial: number; calendar: number }

/**
 * `index`: as quarterIndex gives it. `sentence`: what happened, then what to do. `either`: where the text may be
 * two quarters and somebody can say which.
 */
export type QuarterReading =
  | { ok: true; index: number }
  | { ok: false; sentence: string; either?: EitherQuarter }

const example = 'Write it as 2009/10 Q2 or Jul–Sep 2009.'
// Outside these years a year is a slip of the finger.
const firstYear = 1990
const lastYear = 2100

/**
 * Reads a quarter as people write it: '2009/10 Q2', 'Q2 2009-10', 'Jul–Sep 2009',
 * '2018-19;Q1' and the like, in any order of the parts. Q1 is April to June. What may be two quarters is never
 * guessed: 'Q2 2009' is refused with both, and so are parts that contradict each other, years short of two
 * digits, months that are no quarter, and anything else beside.
 */
export function readTypedQuarter(typed: string): QuarterReading {
  const text = tidyLine(typed)
  if (text === '') return refused(`There is no quarter. ${example}`)
  const parts = quarterParts(text)
  const wrong = whyUnreadable(text, parts) ?? whyIncomplete(text, parts)
  return wrong === null ? combined(text, parts) : refused(wrong)
}

function refused(sentence: string): QuarterReading {
  return { ok: false, sentence }
}

const shortYear = /^\d{2}( \d{2})?$/

function whyUnreadable(text: string, parts: QuarterParts): string | null {
  const { quarters, financialYears, years, rest } = parts
  if (shortYear.test(rest) && financialYears.length + years.length === 0) {
    return `The year of ‘${text}’ is short of two digits. Write it in full, for example 2009/10.`
  }
  if (rest !== '') return `‘${text}’ is not a quarter that can be read. ${example}`
  if (quarters.length > 1) return `‘${text}’ names more than one quarter. ${example}`
  if (financialYears.length > 1 || years.length > 1) return `‘${text}’ names more than one year. ${example}`
  const [number] = quarters
  if (number !== undefined && quarterNumberOf(number) === null) {
    return `There are quarters 1 to 4, and no ‘Q${number}’. ${example}`
  }
  return whyNoYear(text, parts)
}

function whyNoYear(text: string, { financialYears, years }: QuarterParts): string | null {
  for (const { first, second } of financialYears) {
    const next = Number(first) + 1
    if (Number(second) !== (second.length === 4 ? next : next % 100)) {
      const meant = financialYearLabel(Number(first))
      return `${first}/${second} is not a financial year: ${next} follows ${first}. Write ${meant}.`
    }
  }
  const all = [...years, ...financialYears.map(({ first }) => first)].map(Number)
  if (all.every((year) => year >= firstYear && year <= lastYear)) return null
  return `‘${text}’ is not between ${firstYear} and ${lastYear}. ${example}`
}

function whyIncomplete(text: string, parts: QuarterParts): string | null {
  const { quarters, financialYears, years, months, monthWords } = parts
  if (months.length === 1) return `‘${text}’ names one month of the three. ${example}`
  if (months.length > 0 && numberFromMonths(months) === null) {
    return `‘${monthWords.join('–')}’ is not a quarter: quarters begin in April, July, October and January. ${example}`
  }
  if (quarters.length + months.length === 0) return `‘${text}’ has no quarter. ${example}`
  if (financialYears.length + years.length === 0) return `‘${text}’ has no year. ${example}`
  return null
}

type QuarterNumber = Quarter['number']

/** 2 for July to September, written by its first and last month or by all three. */
function numberFromMonths(months: readonly number[]): QuarterNumber | null {
  const [first = 0] = months
  const last = months.at(-1)
  const inOrder = months.length === 2 || (months.length === 3 && months[1] === first + 1)
  if (!inOrder || last !== first + 2 || first % 3 !== 1) return null
  return quarterNumberOf(String(first === 1 ? 4 : (first - 1) / 3))
}

function combined(text: string, parts: QuarterParts): QuarterReading {
  const [written] = parts.quarters
  const fromWords = written === undefined ? null : quarterNumberOf(written)
  const fromMonths = numberFromMonths(parts.months)
  const number = fromMonths ?? fromWords
  if (number === null) return refused(`‘${text}’ has no quarter. ${example}`)
  if (fromMonths !== null && fromWords !== null && fromMonths !== fromWords) {
    return contradiction(text, `${monthsOf(fromMonths)} is quarter ${fromMonths}`)
  }
  const [financial] = parts.financialYears
  const [year] = parts.years
  if (financial !== undefined) return withinYear({ text, number, startYear: Number(financial.first), year })
  if (fromMonths === null) return ambiguous(text, quarterIndex({ startYear: Number(year), number }))
  return { ok: true, index: quarterIndex({ startYear: Number(year) - (number === 4 ? 1 : 0), number }) }
}

function withinYear({
  text,
  number,
  startYear,
  year,
}: {
  text: string
  number: QuarterNumber
  startYear: number
  year: string | undefined
}): QuarterReading {
  const calendarYear = number === 4 ? startYear + 1 : startYear
  if (year === undefined || Number(year) === calendarYear) {
    return { ok: true, index: quarterIndex({ startYear, number }) }
  }
  const label = financialYearLabel(startYear)
  return contradiction(text, `${monthsOf(number)} of ${label} is in ${calendarYear}`)
}

function contradiction(text: string, fact: string): QuarterReading {
  return refused(`‘${text}’ says two things: ${fact}. Take out the one that is wrong.`)
}

/** 'July to September', of any year. */
function monthsOf(number: QuarterNumber): string {
  return quarterMonths(quarterIndex({ startYear: firstYear, number })).replace(/ \d+$/, '')
}

/** A quarter of a year that may be financial or of the calendar, whose first quarter is the fourth of ours. */
function ambiguous(text: string, financial: number): QuarterReading {
  const calendar = financial - 1
  const write = (index: number) => {
    const { startYear, number } = quarterFromIndex(index)
    return `${financialYearLabel(startYear)} Q${number}`
  }
  const sentence = `‘${text}’ may be ${quarterMonths(financial)} or ${quarterMonths(calendar)}. Write ${write(financial)} or ${write(calendar)}.`
  return { ok: false, sentence, either: { financial, calendar } }
}
