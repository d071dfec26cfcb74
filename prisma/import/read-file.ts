import { readFileSync } from 'node:fs'
import { type CsvError, parse } from 'csv-parse/sync'
import { errorCode, plainReason, StartError } from '../start-error.ts'
import { BadFile, type Problem, wholeFileProblem } from './problem.ts'

/** One row of the file, its cells by column name in lower case, and the line it ends on. */
export type FileRow = { line: number; cells: ReadonlyMap<string, string> }
export type FileContent = { columns: string[]; rows: FileRow[] }

const REQUIRED = ['indicator', 'council', 'financial_year', 'quarter', 'value']
export const READ_COLUMNS = [...REQUIRED, 'numerator', 'denominator']

type ParsedRecord = { record: string[]; info: { lines: number } }

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new StartError(`There is no file ${file}.`)
    throw new StartError(`The file ${file} cannot be read: ${plainReason(error)}.`)
  }
}

function decode(bytes: Buffer): string {
  const refuse = () => wholeFileProblem('the file is not text in UTF-8. Save it as CSV UTF-8 and try again.')
  if (bytes.includes(0)) throw refuse()
  try {
    // The decoder also takes off a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse()
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && 'lines' in error
}

function parseRecords(text: string): ParsedRecord[] {
  try {
    return parse(text, {
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as ParsedRecord[]
  } catch (error) {
    if (!isCsvError(error)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    throw new BadFile([
      { line, column: null, reason: 'a quotation mark is opened and not closed, or stands inside a cell.' },
    ])
  }
}

function readHeader(header: ParsedRecord): string[] {
  const columns = header.record.map((name) => name.toLowerCase().replaceAll(' ', '_'))
  const problems: Problem[] = REQUIRED.filter((name) => !columns.includes(name)).map((name) => ({
    line: header.info.lines,
    column: name,
    reason: 'the file has no such column.',
  }))
  for (const name of READ_COLUMNS) {
    if (columns.filter((column) => column === name).length > 1) {
      problems.push({ line: header.info.lines, column: name, reason: 'the file has this column twice.' })
    }
  }
  if (columns.includes('numerator') !== columns.includes('denominator')) {
    const column = columns.includes('numerator') ? 'denominator' : 'numerator'
    problems.push({
      line: header.info.lines,
      column,
      reason: 'a numerator needs a denominator, and the reverse.',
    })
  }
  if (problems.length > 0) throw new BadFile(problems)
  return columns
}

function lengthProblem({ record, info }: ParsedRecord, columns: string[]): Problem[] {
  if (record.length === columns.length) return []
  const reason = `the row has ${record.length} cells where the first line has ${columns.length}.`
  return [{ line: info.lines, column: null, reason }]
}

/** Reads the file’s rows as text. Throws BadFile when it is no such file, StartError when it cannot be read. */
export function readSeriesFile(file: string): FileContent {
  const [header, ...records] = parseRecords(decode(readBytes(file)))
  if (!header) throw wholeFileProblem('the file is empty.')
  const columns = readHeader(header)
  const problems = records.flatMap((record) => lengthProblem(record, columns))
  if (problems.length > 0) throw new BadFile(problems)
  if (records.length === 0) throw wholeFileProblem('the file has a heading and no rows.')
  const rows = records.map(({ record, info }) => ({
    line: info.lines,
    cells: new Map(columns.map((name, place) => [name, record[place] ?? ''])),
  }))
  return { columns, rows }
}
