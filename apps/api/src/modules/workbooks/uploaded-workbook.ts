import { readHiddenTab, type Seen } from './hidden-tab.ts'
import { faultOf, type WorkbookFault } from './workbook-faults.ts'
import { FIELD_ROW, FIRST_COLUMN, FIRST_ITEM_ROW, ITEM_COLUMN, keyIn, placeName } from './workbook-format.ts'
import { type AnswerColumn, labelOf, type Tab, type TabRow } from './workbook-layout.ts'
import type { Held, ReadTab } from './workbook-reading.ts'

/** An answer as the file has it, beside what it was when the file was made. */
export type FilledCell = {
  key: string
  tab: Tab
  label: string
  column: AnswerColumn
  /** 'F7' */
  place: string
  held: Held | null
  seen: Seen
}

export type UploadedWorkbook = { madeAt: string | null; cells: FilledCell[]; faults: WorkbookFault[] }

type Expected = { returnId: string; quarter: string; tabs: readonly Tab[] }
type PlacedColumn = { column: AnswerColumn; at: number }
type Grid = { heldAt: (row: number, column: number) => Held | null; rows: number[] }

function gridOf({ cells }: ReadTab): Grid {
  const held = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell.held]))
  return {
    heldAt: (row, column) => held.get(`${row},${column}`) ?? null,
    rows: [...new Set(cells.map(({ row }) => row))]
      .filter((row) => row >= FIRST_ITEM_ROW)
      .sort((a, b) => a - b),
  }
}

const textIn = (held: Held | null) => (held?.kind === 'text' ? held.text : null)

/** Where each field is now: a column that was moved is found by its hidden name. */
function placeColumns(tab: Tab, { cells }: ReadTab): { placed: PlacedColumn[]; faults: WorkbookFault[] } {
  const names = cells.filter(({ row, column }) => row === FIELD_ROW && column >= FIRST_COLUMN)
  const placed: PlacedColumn[] = []
  const faults: WorkbookFault[] = []
  for (const column of tab.answers) {
    const found = names.filter(({ held }) => textIn(held) === column.field)
    const [first] = found
    if (first !== undefined && found.length === 1) placed.push({ column, at: first.column })
    else {
      const what = found.length === 0 ? 'is gone' : 'is there twice'
      const reason = `The column ‘${column.heading}’ ${what}. Download the workbook again.`
      faults.push(faultOf(reason, { tab: tab.name }))
    }
  }
  return { placed, faults }
}

/** Something was typed where no item is: it would be lost without a word. */
function strayIn(tab: Tab, row: number, { grid, placed }: { grid: Grid; placed: readonly PlacedColumn[] }) {
  const stray = placed.filter(({ at }) => grid.heldAt(row, at) !== null)
  return stray.map(({ at }) =>
    faultOf('This row is none of the return’s. Move what it holds to the row it belongs to.', {
      tab: tab.name,
      row,
      column: at,
    }),
  )
}

type RowInput = { tab: Tab; item: TabRow; row: number; grid: Grid; placed: readonly PlacedColumn[] }

function cellsOf({ tab, item, row, grid, placed }: RowInput, answers: ReadonlyMap<string, Seen>) {
  const cells: FilledCell[] = []
  const faults: WorkbookFault[] = []
  for (const { column, at } of placed) {
    const key = keyIn(item.item, column.field)
    const held = grid.heldAt(row, at)
    const isAsked = item.fields.includes(column.field)
    // A figure in a column that the indicator does not have is judged as any other, and refused with its reason.
    if (!isAsked && held === null) continue
    const seen = answers.get(key) ?? (isAsked ? null : { version: 0, value: null })
    if (seen === null) {
      const reason = 'The hidden record of this answer is gone. Download the workbook again.'
      faults.push(faultOf(reason, { tab: tab.name, row, column: at }))
    } else {
      const label = labelOf(item, column)
      cells.push({ key, tab, label, column, place: placeName(row, at), held, seen })
    }
  }
  return { cells, faults }
}

function readTab(tab: Tab, read: ReadTab, answers: ReadonlyMap<string, Seen>) {
  const grid = gridOf(read)
  const { placed, faults } = placeColumns(tab, read)
  const cells: FilledCell[] = []
  const seen = new Set<string>()
  for (const row of grid.rows) {
    const name = textIn(grid.heldAt(row, ITEM_COLUMN))
    if (name === null) {
      faults.push(...strayIn(tab, row, { grid, placed }))
      continue
    }
    const item = tab.rows.find((one) => one.item === name)
    const at = { tab: tab.name, row, column: ITEM_COLUMN }
    if (item === undefined) {
      faults.push(
        faultOf('This row is not of this return, or is no longer open. Download the workbook again.', at),
      )
    } else if (seen.has(name)) {
      faults.push(faultOf(`‘${item.title}’ is there twice. Keep one of its rows and delete the other.`, at))
    } else {
      const found = cellsOf({ tab, item, row, grid, placed }, answers)
      cells.push(...found.cells)
      faults.push(...found.faults)
    }
    seen.add(name)
  }
  return { cells, faults: [...faults, ...missingRows(tab, { seen, answers })] }
}

/** Rows that the file had when it was made and has no more. Blank answers would be another matter. */
function missingRows(
  { name, rows }: Tab,
  { seen, answers }: { seen: ReadonlySet<string>; answers: ReadonlyMap<string, Seen> },
): WorkbookFault[] {
  return rows
    .filter(({ item, fields }) => !seen.has(item) && fields.some((field) => answers.has(keyIn(item, field))))
    .map(({ title }) => faultOf(`The row of ‘${title}’ is gone. Download the workbook again.`, { tab: name }))
}

/** The answers of a workbook of this return, or what is wrong with it. */
export function interpret(read: readonly ReadTab[], { tabs, ...expected }: Expected): UploadedWorkbook {
  const { hidden, faults } = readHiddenTab(read, expected)
  if (hidden === null) return { madeAt: null, cells: [], faults }
  const found = tabs.map((tab) => {
    const [only, second] = read.filter(({ name }) => name === tab.name)
    if (only !== undefined && second === undefined) return readTab(tab, only, hidden.answers)
    const reason = `The tab ‘${tab.name}’ is missing. Download the workbook again.`
    return { cells: [], faults: [faultOf(reason, { tab: tab.name })] }
  })
  return {
    madeAt: hidden.madeAt,
    cells: found.flatMap(({ cells }) => cells),
    faults: [...faults, ...found.flatMap((one) => one.faults)],
  }
}
