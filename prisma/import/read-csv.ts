import { type CsvError, parse } from 'csv-parse'
import { LIMITS, type TableRow, tooLarge, UnreadableTable } from './table.ts'

type ParsedRecord = { record: string[]; info: { lines: number } }

const NOT_TEXT = 'the file is not text in UTF-8. Save it as CSV UTF-8 and try again.'
const OPEN_QUOTE = 'a quotation mark is opened and not closed, or stands inside a cell.'
// A row longer than this is a quotation mark that was never closed.
const LONGEST_ROW = 64 * 1024

const DELIMITERS = [',', ';', '\t', '|'] as const

/** What parts the cells: the sign that the first line has most of, outside quotation marks. */
export function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((sign) => ({ sign, count: bare.split(sign).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign
}

async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  // The decoder also takes off a byte order mark.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const text = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new UnreadableTable(NOT_TEXT)
    }
  }
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > LIMITS.csvBytes) throw tooLarge('csv')
    if (chunk.includes(0)) throw new UnreadableTable(NOT_TEXT)
    yield text(chunk)
  }
  yield text()
}

/** The text again, and its first line known before any of it is parsed. */
async function withFirstLine(texts: AsyncGenerator<string>) {
  let start = ''
  let isOver = false
  while (!/[\r\n]/.test(start.trimStart()) && start.length < LONGEST_ROW) {
    const next = await texts.next()
    isOver = next.done === true
    if (next.done === true) break
    start += next.value
  }
  async function* all() {
    yield start
    if (!isOver) yield* texts
  }
  return { firstLine: start.trimStart().split(/[\r\n]/, 1)[0] ?? '', texts: all() }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && 'lines' in error
}

function asUnreadable(error: unknown): unknown {
  if (!isCsvError(error)) return error
  return new UnreadableTable(OPEN_QUOTE, { line: typeof error.lines === 'number' ? error.lines : 1 })
}

// What a spreadsheet would run as a formula is written with an apostrophe in front, also by our own exports.
const unescaped = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** The rows of a CSV file, one after the other, never all of them at once. Throws UnreadableTable. */
export async function* csvRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<TableRow> {
  const { firstLine, texts } = await withFirstLine(decoded(bytes))
  const parser = parse({
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter: delimiterOf(firstLine),
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
  })
  const feeding = feed(parser, texts)
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      yield { line: info.lines, cells: record.map(unescaped) }
    }
    await feeding
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    parser.destroy()
    await feeding.catch(() => undefined)
  }
}

async function feed(parser: ReturnType<typeof parse>, texts: AsyncIterable<string>): Promise<void> {
  try {
    for await (const text of texts) {
      if (parser.destroyed) return
      if (!parser.write(text)) await drained(parser)
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      parser.off('drain', goOn).off('close', goOn)
      resolve()
    }
    parser.on('drain', goOn).on('close', goOn)
  })
}
