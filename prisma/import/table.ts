/** One row of a file as it came: its cells, and the line (or the row of a sheet) that it ends on. */
export type TableRow = { line: number; cells: string[] }

/** `sheet`: of a workbook, the one that was read. The header is the first row, its line with it. */
export type Table = { header: TableRow; sheet: string | null; rows: AsyncIterable<TableRow> }

/** Beyond these a file is refused, while it is being read. */
export const LIMITS = {
  rows: 250_000,
  columns: 100,
  cellCharacters: 2_000,
  csvBytes: 100 * 1024 * 1024,
  workbookBytes: 20 * 1024 * 1024,
} as const

/** Why a whole file cannot be read: what happened, then what to do. */
export class UnreadableTable extends Error {
  readonly line: number
  readonly isTooLarge: boolean

  constructor(sentence: string, { line = 1, isTooLarge = false } = {}) {
    super(sentence)
    this.line = line
    this.isTooLarge = isTooLarge
  }
}

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`

export function tooLarge(kind: 'csv' | 'workbook'): UnreadableTable {
  const sentence =
    kind === 'csv'
      ? `The file is larger than ${megabytes(LIMITS.csvBytes)}. Split it and import the parts one by one.`
      : `The workbook is larger than ${megabytes(LIMITS.workbookBytes)}. Save its sheet as CSV, or split it.`
  return new UnreadableTable(sentence, { isTooLarge: true })
}

export function tooManyRows(line: number): UnreadableTable {
  const most = LIMITS.rows.toLocaleString('en-GB')
  return new UnreadableTable(
    `The file has more than ${most} rows. Split it and import the parts one by one.`,
    {
      line,
      isTooLarge: true,
    },
  )
}
