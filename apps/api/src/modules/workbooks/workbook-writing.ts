import { isDecimalText } from '@accord/domain'
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { reasonChoices, reasonWord } from './reason-words.ts'
import {
  FIELD_ROW,
  FIRST_COLUMN,
  FIRST_HIDDEN_ANSWER,
  FIRST_ITEM_ROW,
  FORMAT,
  FORMAT_VERSION,
  HEADING_ROW,
  HIDDEN_TAB,
  hiddenRows,
  ITEM_COLUMN,
  keyIn,
  NOTE_ROW,
  placeName,
} from './workbook-format.ts'
import type { AnswerColumn, AnswerKind, FactColumn, Tab, TabRow } from './workbook-layout.ts'

type Kind = AnswerKind | FactColumn['kind']

export type WorkbookToWrite = {
  tabs: readonly Tab[]
  returnId: string
  quarter: string
  /** 'Waste Partnership, quarter 2 2009/10'. */
  title: string
  madeAt: Date
  answerTo: (key: string) => { value: string | null; version: number } | undefined
  isOpen: (key: string) => boolean
}

type Cells = Map<string, Partial<Cell>>

const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F3' } } as const
const line = { style: 'thin', color: { rgb: '8B9399' } } as const
const frame = { top: line, right: line, bottom: line, left: line }
const alignment = { vertical: 'top', wrapText: true } as const
const bold = { name: 'Calibri', size: 11, bold: true } as const
const heading: CellStyle = { font: bold, alignment, border: { bottom: line } }

// Nobody needs a password: it keeps from slips, and what comes back is judged again anyway.
const protection = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: true,
  formatRows: true,
} as const

const mostExactDigits = 15

/** A number that a spreadsheet holds exactly; what is longer is written as text, so that no digit is lost. */
function isExactNumber(text: string): boolean {
  return isDecimalText(text) && text.replace(/^-|\./g, '').replace(/^0+/, '').length <= mostExactDigits
}

/** '_x0041_' is how the format writes an A: where somebody typed just that, it must not become one. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/**
 * A text is only ever stored as text, whatever it begins with, so it is never run as a formula. A text that spells
 * an error value, such as #N/A, would be stored as that error if it were not marked as text.
 */
function textCell(text: string): Partial<Cell> {
  return text.startsWith('#')
    ? { value: text, richText: [{ text: escaped(text) }] }
    : { value: escaped(text) }
}

function valueCell(kind: Kind, text: string | null): Partial<Cell> {
  if (text === null) return { value: null }
  if (kind === 'date') return { value: new Date(`${text}T00:00:00Z`) }
  if (kind === 'reason') return textCell(reasonWord(text))
  const isNumber = (kind === 'number' || kind === 'scale') && isExactNumber(text)
  return isNumber ? { value: Number(text) } : textCell(text)
}

/** Of a fact as many decimals as it was reported with; an answer shows all that is typed into it. */
function formatOf(kind: Kind, fact: string | null): { numFmt?: string } {
  if (kind === 'date') return { numFmt: 'dd/mm/yyyy' }
  if (kind === 'text') return { numFmt: '@' }
  if (kind !== 'number' || fact === null) return {}
  const decimals = fact.split('.')[1]?.length ?? 0
  return { numFmt: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` }
}

function put(cells: Cells, row: number, column: number, cell: Partial<Cell>): void {
  cells.set(`${row},${column}`, cell)
}

function putHead(cells: Cells, tab: Tab, title: string): void {
  const note = `${title}. ${tab.note} Fill in the white cells, then upload this file on the return’s page.`
  put(cells, NOTE_ROW, FIRST_COLUMN, { ...textCell(note), style: { font: bold } })
  const answersFrom = FIRST_COLUMN + tab.facts.length
  for (const [place, fact] of tab.facts.entries()) {
    put(cells, HEADING_ROW, FIRST_COLUMN + place, { value: fact.heading, style: heading })
  }
  for (const [place, answer] of tab.answers.entries()) {
    put(cells, FIELD_ROW, answersFrom + place, { value: answer.field })
    put(cells, HEADING_ROW, answersFrom + place, { value: answer.heading, style: heading })
  }
}

function putRow(cells: Cells, at: number, row: TabRow, { tab, book }: { tab: Tab; book: WorkbookToWrite }) {
  put(cells, at, ITEM_COLUMN, { value: row.item })
  for (const [place, { kind }] of tab.facts.entries()) {
    const fact = row.facts[place] ?? null
    const style = { fill: grey, alignment, ...formatOf(kind, fact) }
    put(cells, at, FIRST_COLUMN + place, { ...valueCell(kind, fact), style })
  }
  for (const [place, { field, kind }] of tab.answers.entries()) {
    const key = keyIn(row.item, field)
    const isOpen = row.fields.includes(field) && book.isOpen(key)
    put(cells, at, FIRST_COLUMN + tab.facts.length + place, {
      ...valueCell(kind, book.answerTo(key)?.value ?? null),
      style: {
        ...(isOpen ? { border: frame, protection: { locked: false } } : { fill: grey }),
        ...formatOf(kind, null),
        alignment,
      },
    })
  }
}

function choicesOf(kind: AnswerKind): { values: string[]; errorMessage: string } | null {
  if (kind === 'reason') {
    return { values: [...reasonChoices], errorMessage: 'Choose one of the reasons in the list.' }
  }
  if (kind === 'scale') {
    return { values: ['1', '2', '3', '4', '5'], errorMessage: 'Choose a number from 1 to 5.' }
  }
  return null
}

function validationsOf({ rows, answers, facts }: Tab): NonNullable<WriteSheet['dataValidations']> {
  return answers.flatMap(({ kind }: AnswerColumn, place) => {
    const choices = choicesOf(kind)
    if (choices === null || rows.length === 0) return []
    const column = FIRST_COLUMN + facts.length + place
    const range = `${placeName(FIRST_ITEM_ROW, column)}:${placeName(FIRST_ITEM_ROW + rows.length - 1, column)}`
    return [
      {
        type: 'list' as const,
        range,
        ...choices,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Not in the list',
      },
    ]
  })
}

function toSheet(tab: Tab, book: WorkbookToWrite): WriteSheet {
  const cells: Cells = new Map()
  putHead(cells, tab, book.title)
  for (const [place, row] of tab.rows.entries()) {
    putRow(cells, FIRST_ITEM_ROW + place, row, { tab, book })
  }
  if (tab.rows.length === 0)
    put(cells, FIRST_ITEM_ROW, FIRST_COLUMN, { value: 'There is nothing to fill in here.' })
  return {
    name: tab.name,
    cells,
    columns: [{ hidden: true }, ...[...tab.facts, ...tab.answers].map(({ width }) => ({ width }))],
    rowDefs: new Map([[FIELD_ROW, { hidden: true }]]),
    dataValidations: validationsOf(tab),
    freezePane: { rows: FIRST_ITEM_ROW, columns: FIRST_COLUMN + Math.min(tab.facts.length, 2) },
    protection,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function toHiddenSheet({ tabs, returnId, quarter, title, madeAt, answerTo }: WorkbookToWrite): WriteSheet {
  const lines: CellValue[][] = []
  lines[hiddenRows.format] = ['format', FORMAT]
  lines[hiddenRows.version] = ['version', FORMAT_VERSION]
  lines[hiddenRows.returnId] = ['return', returnId]
  lines[hiddenRows.quarter] = ['quarter', quarter]
  lines[hiddenRows.title] = ['title', title]
  lines[hiddenRows.madeAt] = ['made at', madeAt.toISOString()]
  lines.push([], ['answer', 'version', 'held'])
  const cells: Cells = new Map()
  const keys = tabs.flatMap(({ rows }) =>
    rows.flatMap(({ item, fields }) => fields.map((f) => keyIn(item, f))),
  )
  for (const [place, key] of keys.entries()) {
    const { value = null, version = 0 } = answerTo(key) ?? {}
    const row = FIRST_HIDDEN_ANSWER + place
    put(cells, row, 0, { value: key })
    put(cells, row, 1, { value: version })
    if (value !== null) put(cells, row, 2, { ...textCell(value), style: { numFmt: '@' } })
  }
  return { name: HIDDEN_TAB, rows: lines, cells, veryHidden: true, protection }
}

/** The return as a workbook: prefilled, with only the reader’s own answers open. */
export function writeWorkbook(book: WorkbookToWrite): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [...book.tabs.map((tab) => toSheet(tab, book)), toHiddenSheet(book)],
    workbookProtection: { lockStructure: true },
    properties: { title: book.title, creator: 'Accord', created: book.madeAt, modified: book.madeAt },
  })
}
