import { UnreadableFile, unzip, zipStored } from '@accord/database/bounded-zip'
import { decimalText, multiplyDecimals, parseDecimal, trimDecimal } from '@accord/domain'
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { HIDDEN_TAB, placeName, tabNames } from './workbook-format.ts'
import { DAMAGED, NO_WORKBOOK, TOO_MUCH } from './workbook-refusals.ts'

/** What a cell holds, as a person reads it there. A formula is not worked out, nor is its last result believed. */
export type Held =
  | { kind: 'text'; text: string }
  | { kind: 'date'; date: string }
  | { kind: 'formula' }
  | { kind: 'error'; text: string }

export type HeldCell = { row: number; column: number; held: Held }

export type ReadTab = { name: string; cells: HeldCell[] }

export type WorkbookReading = { ok: true; tabs: ReadTab[] } | { ok: false; reason: string }

const OLD_OR_LOCKED =
  'This is an old Excel file (.xls), or one with a password. Save it as an Excel workbook (.xlsx) without a password.'

const MOST_BYTES = 24 * 1024 * 1024
const MOST_TABS = 40
const MOST_CELLS = 60_000
const MOST_ROWS = 5000
const MOST_COLUMNS = 40
/** Of one cell: more than any answer may have. The rest would only be carried about. */
const MOST_CHARACTERS = 6000
const MOST_CHARACTERS_TOGETHER = 8_000_000

// Pictures, macros, links and queries are left where they are: nothing but what cells hold is ever unpacked.
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\d*\.xml|xl\/_rels\/workbook\d*\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/
const isTab = (name: string) => name.startsWith('xl/worksheets/')
const read = new Set<string>([...Object.values(tabNames), HIDDEN_TAB])

const cellTag = /<(?:\w+:)?c(?:\s([^<>]*?))?(\/?)>/g
const place = /(?:^|\s)r="([A-Z]{1,3})(\d{1,7})"/

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** How many cells a tab fills in; refuses one that reaches further than a return does. */
function countFilled(rows: string): number {
  let count = 0
  for (const [, attributes = '', closed] of rows.matchAll(cellTag)) {
    if (closed === '/') continue
    const [, letters = 'A', row = '1'] = place.exec(attributes) ?? []
    if (Number(row) > MOST_ROWS || columnNumber(letters) > MOST_COLUMNS) {
      const where = `${letters}${row}`
      throw new UnreadableFile(`A tab has something in cell ${where}, far outside its table. Take it out.`)
    }
    count++
  }
  return count
}

/** The rows of a tab and nothing else of it: what a hostile file could do is mostly in the rest. */
function onlyRows(xml: string): string {
  const start = xml.search(/<(?:\w+:)?sheetData[\s>]/)
  const end = xml.lastIndexOf('sheetData>')
  const rows = start === -1 || end < start ? '' : xml.slice(start, end + 'sheetData>'.length)
  return `<worksheet>${rows}</worksheet>`
}

function safeParts(file: Buffer): Map<string, Buffer> {
  const parts = unzip(file, {
    wanted,
    room: MOST_BYTES,
    refusals: { notZip: NO_WORKBOOK, damaged: DAMAGED, tooMuch: TOO_MUCH },
  })
  const names = [...parts.keys()]
  if (!names.some((name) => /^xl\/workbook\d*\.xml$/.test(name))) throw new UnreadableFile(NO_WORKBOOK)
  if (names.filter(isTab).length > MOST_TABS) throw new UnreadableFile(TOO_MUCH)
  let filled = 0
  for (const name of names.filter(isTab)) {
    const rows = onlyRows(parts.get(name)?.toString('utf8') ?? '')
    filled += countFilled(rows)
    if (filled > MOST_CELLS) throw new UnreadableFile(TOO_MUCH)
    parts.set(name, Buffer.from(rows))
  }
  return parts
}

const mostExactDigits = 15

/** A spreadsheet keeps and shows fifteen digits: what stands behind them is an artefact of its arithmetic. */
function numberText(value: number, isPercent: boolean): string {
  const text = String(Number(value.toPrecision(mostExactDigits)))
  if (!isPercent || text.includes('e')) return text
  // The cell shows 48% and holds 0.48: the person means what they see.
  const shown = multiplyDecimals(parseDecimal(text), { coefficient: 100n, scale: 0 })
  return `${decimalText(trimDecimal(shown, 0))}%`
}

function heldIn(value: CellValue, cell: Cell | undefined): Held | null {
  if (cell?.formula !== undefined) return { kind: 'formula' }
  if (cell?.type === 'error') return { kind: 'error', text: String(value).slice(0, 20) }
  if (value === null || value === '') return null
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? { kind: 'error', text: '#NUM!' }
      : { kind: 'date', date: dayOf(value) }
  }
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' }
  if (typeof value === 'string') return { kind: 'text', text: value.slice(0, MOST_CHARACTERS) }
  return { kind: 'text', text: numberText(value, cell?.style?.numFmt?.includes('%') === true) }
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

function toTab({ name, rows, cells }: Sheet): ReadTab {
  return {
    name,
    cells: rows.flatMap((values, row) =>
      values.flatMap((value, column) => {
        const held = heldIn(value, cells?.get(`${row},${column}`))
        return held === null ? [] : [{ row, column, held }]
      }),
    ),
  }
}

function charactersIn(tabs: readonly ReadTab[]): number {
  const lengths = tabs.flatMap(({ cells }) =>
    cells.map(({ held }) => ('text' in held ? held.text.length : 0)),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** Reads an uploaded file within bounds. Whatever is wrong with it is a reason, never a fault of the service. */
export async function readWorkbook(file: Buffer): Promise<WorkbookReading> {
  try {
    if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new UnreadableFile(OLD_OR_LOCKED)
    const { sheets } = await readXlsx(zipStored(safeParts(file)), {
      sheets: ({ name }) => read.has(name),
      readStyles: true,
      range: `A1:${placeName(MOST_ROWS - 1, MOST_COLUMNS - 1)}`,
    })
    const tabs = sheets.map(toTab)
    if (charactersIn(tabs) > MOST_CHARACTERS_TOGETHER) throw new UnreadableFile(TOO_MUCH)
    return { ok: true, tabs }
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFile ? error.message : DAMAGED }
  }
}
