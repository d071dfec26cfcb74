import { monthNumber } from './typed-dates.ts'

/**
 * What a written quarter consists of. `quarters`: the digits after Q; `financialYears` and `years`: as written,
 * each once; `months`: 1 to 12, in order; `monthWords`: the same as written. `rest`: what is none of these.
 */
export type QuarterParts = {
  quarters: string[]
  financialYears: { first: string; second: string }[]
  years: string[]
  months: number[]
  monthWords: string[]
  rest: string
}

const quarterForm =
  /(?<![a-z])(?:q|qtr\.?|quarter)\s*(\d)(?!\d)|(?<!\d)(\d)(?:st|nd|rd|th)\s+(?:quarter|qtr)(?![a-z])/gi
// Not the beginning of an ISO date.
const financialYearForm = /(?<!\d)(\d{4})\s?[/–-]\s?(\d{4}|\d{2})(?!\d|[/–-]\d)/g
const yearForm = /(?<!\d)(\d{4})(?!\d|[/–-]\d)/g
const wordForm = /[a-z]+\.?/gi
const passedOver: ReadonlySet<string> = new Set([
  'to',
  'and',
  'of',
  'fy',
  'quarter',
  'qtr',
  'financial',
  'year',
])

/** Takes a text on one line apart. Each part is taken out before the next is looked for, so none is read twice. */
export function quarterParts(text: string): QuarterParts {
  const quarters = takeOut(text, quarterForm)
  const financialYears = takeOut(quarters.rest, financialYearForm)
  const years = takeOut(financialYears.rest, yearForm)
  const words = takeOut(years.rest, wordForm)
  const named = words.found.map(({ 0: word }) => ({ word: word.replace('.', ''), month: monthOf(word) }))
  const months = named.flatMap(({ month }) => (month === null ? [] : [month]))
  const strange = named.filter(({ word, month }) => month === null && !passedOver.has(word.toLowerCase()))
  return {
    quarters: once(quarters.found.map((match) => match[1] ?? match[2] ?? '')),
    financialYears: yearsOnce(financialYears.found),
    years: once(years.found.map((match) => match[1] ?? '')),
    months,
    monthWords: named.flatMap(({ word, month }) => (month === null ? [] : [word])),
    rest: [...strange.map(({ word }) => word), words.rest.replace(/[\s,;:()/–—.-]+/g, ' ').trim()]
      .filter((part) => part !== '')
      .join(' '),
  }
}

function takeOut(text: string, form: RegExp): { found: RegExpExecArray[]; rest: string } {
  return { found: [...text.matchAll(form)], rest: text.replace(form, ' ') }
}

function monthOf(word: string): number | null {
  return monthNumber(word.replace('.', '').toLowerCase())
}

function once(texts: string[]): string[] {
  return [...new Set(texts)]
}

function yearsOnce(found: RegExpExecArray[]): { first: string; second: string }[] {
  const pairs = found.map((match) => ({ first: match[1] ?? '', second: match[2] ?? '' }))
  return pairs.filter(
    (pair, place) =>
      pairs.findIndex(
        ({ first, second }) => first === pair.first && second.slice(-2) === pair.second.slice(-2),
      ) === place,
  )
}
