import { createHash } from 'node:crypto'
import { csvRows } from './read-csv.ts'
import { readWorkbookRows } from './read-workbook.ts'
import { LIMITS, type Table, type TableRow, tooManyRows, UnreadableTable } from './table.ts'

const ZIP = '504b0304'
const OLD_EXCEL = 'd0cf11e0'

/** Whether the first bytes are those of a workbook, and all the bytes again. */
async function sniffed(bytes: AsyncIterable<Buffer>) {
  const iterator = bytes[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  let isOver = false
  while (start.length < 4 && !isOver) {
    const next = await iterator.next()
    isOver = next.done === true
    if (next.done !== true) start = Buffer.concat([start, next.value])
  }
  async function* all() {
    try {
      yield start
      while (!isOver) {
        const next = await iterator.next()
        if (next.done === true) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { isWorkbook: [ZIP, OLD_EXCEL].includes(start.subarray(0, 4).toString('hex')), bytes: all() }
}

function checkRow({ line, cells }: TableRow): void {
  if (cells.length > LIMITS.columns) {
    throw new UnreadableTable(
      `the row has more than ${LIMITS.columns} cells. Take out the columns that are not needed.`,
      {
        line,
      },
    )
  }
  const long = cells.findIndex((cell) => cell.length > LIMITS.cellCharacters)
  if (long === -1) return
  throw new UnreadableTable(
    `cell ${long + 1} of the row is longer than ${LIMITS.cellCharacters.toLocaleString('en-GB')} characters. Shorten it.`,
    { line },
  )
}

/** A workbook does not say where its rows end: blank cells at the end of one are as good as written. */
function padded({ line, cells }: TableRow, width: number): TableRow {
  return { line, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] }
}

async function* bounded(rows: AsyncGenerator<TableRow>, width: number | null): AsyncGenerator<TableRow> {
  let count = 0
  for await (const row of rows) {
    checkRow(row)
    if (++count > LIMITS.rows) throw tooManyRows(row.line)
    yield width === null || row.cells.length >= width ? row : padded(row, width)
  }
}

/**
 * A file as a table, whatever it is called: an Excel workbook or CSV. Reads only what is asked of it. Throws
 * UnreadableTable here and while its rows are read.
 */
export async function readTable(bytes: AsyncIterable<Buffer>, sheet: string | null = null): Promise<Table> {
  const start = await sniffed(bytes)
  let found: string | null = null
  const onSheet = (name: string) => {
    found = name
  }
  const rows = start.isWorkbook ? readWorkbookRows(start.bytes, { sheet, onSheet }) : csvRows(start.bytes)
  const header = await rows.next()
  if (header.done === true) throw new UnreadableTable('the file is empty.')
  checkRow(header.value)
  return {
    header: header.value,
    get sheet() {
      return found
    },
    rows: bounded(rows, start.isWorkbook ? header.value.cells.length : null),
  }
}

/** The bytes again, counted and hashed on their way. */
export function measured(bytes: AsyncIterable<Buffer>) {
  const sum = createHash('sha256')
  let size = 0
  async function* all() {
    for await (const chunk of bytes) {
      size += chunk.length
      sum.update(chunk)
      yield chunk
    }
  }
  return { bytes: all(), size: () => size, sha256: () => sum.copy().digest() }
}
