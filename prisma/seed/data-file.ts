import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export type DataRow = Record<string, string>

function readRows(url: URL): DataRow[] {
  return parse<DataRow>(readFileSync(url, 'utf8'), { columns: true, skip_empty_lines: true })
}

export function readDataFile(name: string): DataRow[] {
  return readRows(new URL(`./data/${name}`, import.meta.url))
}

export function readCatalogue(): DataRow[] {
  return readRows(new URL('../national-indicators.csv', import.meta.url))
}

/** The cell of a column that the file must have. */
export function cell(row: DataRow, column: string): string {
  const text = row[column]
  if (text === undefined) throw new Error(`The data file has no column ${column}`)
  return text
}

/** Straight apostrophes of a source become the ones we display. */
export function displayed(text: string): string {
  return text.replaceAll("'", '’')
}
