import { quarterIndexOf } from '../default-calendar.ts'
import { isFigure, millionths } from './decimal-text.ts'
import { BadFile, type Problem } from './problem.ts'
import type { FileRow } from './read-file.ts'

/** A row whose every cell is what it should be. Figures stay the texts they were. */
export type SeriesRow = {
  line: number
  indicator: string
  council: string
  startYear: number
  quarterNumber: number
  quarterIndex: number
  value: string
  numerator: string | null
  denominator: string | null
}

type Report = (column: string, reason: string) => void

const FIRST_YEAR = 1990
const LAST_YEAR = 2100

function readName(row: FileRow, column: string, report: Report): string {
  const name = row.cells.get(column) ?? ''
  if (name === '') report(column, 'it is blank.')
  return name
}

function readYear(row: FileRow, report: Report): number {
  const text = row.cells.get('financial_year') ?? ''
  const found = /^(\d{4})[/-](\d{2}|\d{4})$/.exec(text)
  const startYear = Number(found?.[1])
  const follows = found !== null && Number(found[2]) % 100 === (startYear + 1) % 100
  if (!follows || startYear < FIRST_YEAR || startYear > LAST_YEAR) {
    report('financial_year', `‘${text}’ is not a financial year. Write it as 2018/19 or 2018-19.`)
  }
  return startYear
}

function readQuarter(row: FileRow, report: Report): number {
  const text = row.cells.get('quarter') ?? ''
  const found = /^[Qq]?([1-4])$/.exec(text)
  if (!found) report('quarter', `‘${text}’ is not a quarter. Write Q1, Q2, Q3 or Q4.`)
  return Number(found?.[1])
}

function numberReason(text: string): string {
  const digits = text.replace(/[^\d.-]/g, '')
  const example = isFigure(digits) && digits !== text ? `, for example ${digits}` : ''
  const tooLong = /^-?\d+(\.\d+)?$/.test(text)
  if (tooLong) return `‘${text}’ has more than twelve digits or six decimals.`
  return `‘${text}’ is not a number. Use digits only${example}.`
}

function readFigure(row: FileRow, column: string, report: Report): string {
  const text = row.cells.get(column) ?? ''
  if (text === '') report(column, 'it is blank. Leave the row out where there is no figure.')
  else if (!isFigure(text)) report(column, numberReason(text))
  return text
}

function readCount(row: FileRow, column: string, report: Report): string | null {
  const text = row.cells.get(column) ?? ''
  if (text === '') return null
  if (!isFigure(text)) report(column, numberReason(text))
  return text
}

function readCounts(row: FileRow, report: Report) {
  const numerator = readCount(row, 'numerator', report)
  const denominator = readCount(row, 'denominator', report)
  if ((numerator === null) !== (denominator === null)) {
    report(
      numerator === null ? 'numerator' : 'denominator',
      'it is blank beside a filled one. Give both or neither.',
    )
  }
  if (denominator !== null && isFigure(denominator) && millionths(denominator) <= 0n) {
    report('denominator', `‘${denominator}’ is not above zero.`)
  }
  return { numerator, denominator }
}

function checkRow(row: FileRow, problems: Problem[]): SeriesRow {
  const report: Report = (column, reason) => problems.push({ line: row.line, column, reason })
  const startYear = readYear(row, report)
  const quarterNumber = readQuarter(row, report)
  return {
    line: row.line,
    indicator: readName(row, 'indicator', report),
    council: readName(row, 'council', report),
    startYear,
    quarterNumber,
    quarterIndex: quarterIndexOf(startYear, quarterNumber),
    value: readFigure(row, 'value', report),
    ...readCounts(row, report),
  }
}

function duplicateProblems(rows: SeriesRow[]): Problem[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row) => {
    const key = [row.indicator, row.council, row.quarterIndex].join('\u0000')
    const first = seen.get(key)
    seen.set(key, first ?? row.line)
    if (first === undefined) return []
    const reason = `it is for the same indicator, council and quarter as line ${first}. Keep one of the two.`
    return [{ line: row.line, column: null, reason }]
  })
}

/** Every row of the file, checked cell by cell. Throws BadFile with all that is wrong. */
export function checkRows(rows: FileRow[]): SeriesRow[] {
  const problems: Problem[] = []
  const checked = rows.map((row) => checkRow(row, problems))
  const all = problems.length > 0 ? problems : duplicateProblems(checked)
  if (all.length > 0) throw new BadFile(all)
  return checked
}
