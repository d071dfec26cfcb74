import type { ExportedCell } from './exported-cell.ts'

// What a spreadsheet would run as a formula is written so that it is read as text; a number is none.
const FORMULA = /^[=+\-@\t\r]/

function csvCell(cell: ExportedCell): string {
  if (cell === null) return ''
  if (cell.kind === 'number') return cell.text
  const safe = FORMULA.test(cell.text) ? `'${cell.text}` : cell.text
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvLine = (cells: readonly ExportedCell[]) => `${cells.map(csvCell).join(',')}\r\n`

const LINES_AT_ONCE = 500

/** A table as CSV with a byte order mark, a few hundred lines at a time. */
export async function* csvOf(
  rows: AsyncIterable<ExportedCell[]> | Iterable<ExportedCell[]>,
): AsyncGenerator<string> {
  let part = '\uFEFF'
  let lines = 0
  for await (const cells of rows) {
    part += csvLine(cells)
    if (++lines % LINES_AT_ONCE === 0) {
      yield part
      part = ''
    }
  }
  yield part
}
