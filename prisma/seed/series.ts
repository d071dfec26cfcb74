import { FIRST_YEAR, quarterIndexOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { DESIGNATED } from './indicators.ts'

/** Quarter index → the text of its cell, as the data files write it. */
export type Series = Map<number, string>

const OTHER_QUARTERS = new Map(readDataFile('other-quarters.csv').map((row) => [cell(row, 'code'), row]))

function readSeries(kind: 'actual' | 'target', rows: DataRow[]): Series {
  const series: Series = new Map()
  for (const [column, text] of rows.flatMap((row) => Object.entries(row))) {
    const found = /^(actual|target) Q([1-4]) (\d{4})/.exec(column)
    if (found?.[1] === kind && text !== '')
      series.set(quarterIndexOf(Number(found[3]), Number(found[2])), text)
  }
  return series
}

function rowsOf(row: DataRow): DataRow[] {
  return [row, OTHER_QUARTERS.get(cell(row, 'code')) ?? {}]
}

const ACTUALS = new Map(DESIGNATED.map((row) => [cell(row, 'code'), readSeries('actual', rowsOf(row))]))
const TARGETS = new Map(DESIGNATED.map((row) => [cell(row, 'code'), readSeries('target', rowsOf(row))]))

export function actualsOf(code: string): Series {
  return ACTUALS.get(code) ?? new Map()
}

export function targetsOf(code: string): Series {
  return TARGETS.get(code) ?? new Map()
}

export const FIRST_QUARTER = quarterIndexOf(FIRST_YEAR, 1)
