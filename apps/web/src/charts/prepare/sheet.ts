import type { Status } from '@accord/domain'

/** A column of a table, and those of the CSV that say the same: one or more. */
export type SheetColumn = { heading: string; isNumber?: boolean; csv: readonly string[] }

/**
 * What stands in a cell, and what the CSV says of it: `written` has a text for each of the column’s CSV columns. `note`
 * is a second line.
 */
export type SheetCell = {
  shown: string
  written: readonly string[]
  status?: Status
  note?: string | null
  isStrong?: boolean
}

/** The one thing that a table and its CSV are both made from, so that they cannot differ. */
export type Sheet = {
  caption: string
  columns: readonly SheetColumn[]
  rows: readonly { key: string; cells: readonly SheetCell[] }[]
}

/** The same shown and written; nothing is an empty cell. */
export function plainCell(text: string | null): SheetCell {
  return { shown: text ?? '', written: [text ?? ''] }
}

// What a spreadsheet would run is written so that it is read as text; a number with a sign is a number.
const formulaStart = /^[=+\-@\t\r]/
const plainNumber = /^-?\d+(\.\d+)?$/

function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a byte order mark and Windows line ends, as spreadsheets read it. */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [
    columns.flatMap(({ csv }) => csv),
    ...rows.map(({ cells }) => cells.flatMap(({ written }) => written)),
  ]
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}
