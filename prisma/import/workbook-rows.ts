import { streamXlsxRows } from 'hucre/xlsx'
import { UnreadableFile, unzip, zipStored } from './bounded-zip.ts'
import { LIMITS } from './table.ts'

/** A sheet of rows, sent a few hundred at a time from the thread that reads it. */
export type WorkbookMessage =
  | { kind: 'rows'; rows: { line: number; cells: string[] }[] }
  | { kind: 'end'; sheet: string }
  | { kind: 'unreadable'; reason: string }

const DAMAGED = 'The workbook is damaged. Save it again in Excel, or save its sheet as CSV.'
const OLD_OR_LOCKED =
  'This is an old Excel file (.xls), or one with a password. Save it as an Excel workbook (.xlsx) without a password.'
export const TOO_MUCH =
  'The workbook holds too much once it is unpacked. Save its sheet as CSV, or split it and import the parts.'

const ROOM = 128 * 1024 * 1024
const AT_ONCE = 500
const MOST_EXACT_DIGITS = 15

// Pictures, macros, links and queries are left where they are.
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\d*\.xml|xl\/_rels\/workbook\d*\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/

function sheetNames(parts: ReadonlyMap<string, Buffer>): string[] {
  const book = [...parts].find(([name]) => /^xl\/workbook\d*\.xml$/.test(name))?.[1].toString('utf8') ?? ''
  return [...book.matchAll(/<(?:\w+:)?sheet\s[^<>]*?\bname="([^"]*)"/g)].map(([, name = '']) =>
    name
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  )
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  // What stands behind the fifteenth digit is an artefact of a spreadsheet’s arithmetic.
  if (typeof value === 'number') return String(Number(value.toPrecision(MOST_EXACT_DIGITS)))
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value).slice(0, LIMITS.cellCharacters + 1)
}

function chosenSheet(names: string[], asked: string | null): string {
  if (asked === null) return names[0] ?? ''
  if (names.includes(asked)) return asked
  throw new UnreadableFile(`The workbook has no sheet ‘${asked}’. It has: ${names.join(', ')}.`)
}

/**
 * The rows of one sheet, the first unless another is asked for. What unpacks to more than there is room for is
 * refused before any of it is read.
 */
export async function* workbookRows(
  file: Buffer,
  asked: string | null,
): AsyncGenerator<Exclude<WorkbookMessage, { kind: 'unreadable' }>> {
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new UnreadableFile(OLD_OR_LOCKED)
  const refusals = { notZip: DAMAGED, damaged: DAMAGED, tooMuch: TOO_MUCH }
  const parts = unzip(file, { wanted, room: ROOM, refusals })
  const sheet = chosenSheet(sheetNames(parts), asked)
  let rows: { line: number; cells: string[] }[] = []
  for await (const { index, values } of streamXlsxRows(zipStored(parts), { sheet })) {
    const cells = values.slice(0, LIMITS.columns + 1).map((value) => textOf(value).trim())
    while (cells.at(-1) === '') cells.pop()
    if (cells.length > 0) rows.push({ line: index + 1, cells })
    if (rows.length === AT_ONCE) {
      yield { kind: 'rows', rows }
      rows = []
    }
  }
  yield { kind: 'rows', rows }
  yield { kind: 'end', sheet }
}

export function reasonOf(error: unknown): string {
  return error instanceof UnreadableFile ? error.message : DAMAGED
}
