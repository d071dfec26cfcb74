import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Answering } from './answering.ts'
import { leaveOut } from './answers.ts'
import type { ColumnMapping } from './columns.ts'
import { createRowReader, type ReadFigure, type SaidOfIndicator } from './read-row.ts'
import type { TableRow } from './table.ts'

/** The figures of one indicator, and what its first row says of it. */
export type GatheredIndicator = { code: string; figures: ReadFigure[]; said: SaidOfIndicator }

type Waiting = { line: number; cell: string }

/** `waiting`: rows whose quarter may be two, until somebody says which. */
export type Gathered = { rows: number; indicators: Map<string, GatheredIndicator>; waiting: Waiting[] }

type GatherInput = {
  header: readonly string[]
  mapping: ColumnMapping
  answering: Answering
  onProgress: ((rows: number) => Promise<void> | void) | undefined
}

const ROWS_A_TURN = 1000

/** 'NI192' is NI 192, and 1.1 is not 11: how codes are compared. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** Reads every row, by indicator; others have their turn meanwhile. */
export async function gatherRows(rows: AsyncIterable<TableRow>, input: GatherInput): Promise<Gathered> {
  const { header, mapping, answering, onProgress } = input
  const read = createRowReader(mapping, header)
  const way = answering.answerFor('years')
  const known = way === 'financial' || way === 'calendar' ? way : null
  const { quarter, year } = mapping.columns
  const written = ({ cells }: TableRow) =>
    [quarter, year].flatMap((place) => (place === undefined ? [] : [cells[place] ?? ''])).join(' ')
  const gathered: Gathered = { rows: 0, indicators: new Map(), waiting: [] }
  for await (const row of rows) {
    gathered.rows++
    const { figure, said, faults, either } = read(row)
    for (const found of faults) answering.fault(found)
    if (figure !== null && either !== null && known === null) {
      gathered.waiting.push({ line: row.line, cell: written(row) })
    } else if (figure !== null) {
      if (either !== null && known !== null) figure.quarterIndex = either[known]
      addTo(gathered.indicators, figure, said)
    }
    if (gathered.rows % ROWS_A_TURN === 0) {
      await onProgress?.(gathered.rows)
      await nextTurn()
    }
  }
  return gathered
}

function addTo(indicators: Gathered['indicators'], figure: ReadFigure, said: SaidOfIndicator): void {
  const key = codeKey(figure.indicator)
  const found = indicators.get(key)
  if (found === undefined) indicators.set(key, { code: figure.indicator, figures: [figure], said })
  else found.figures.push(figure)
}

export function askYears(rows: readonly Waiting[], answering: Answering, column: string | null): void {
  const answered = answering.answerFor('years')
  if (rows.length === 0 && answered === null) return
  for (const { line, cell } of rows) {
    const reason = `‘${cell}’ may be of the financial year or of the calendar year.`
    answering.fault({ line, column, cell, kind: 'question', code: 'years', group: 'years', reason })
  }
  const example = rows[0]?.cell ?? 'Q2 2009'
  answering.ask({
    code: 'years',
    group: 'years',
    sentence: `Quarters are written with one year, as in ‘${example}’. Which year is it?`,
    rows: rows.length,
    choices: [
      { value: 'financial', label: 'The financial year that begins in it: Q1 is April to June' },
      { value: 'calendar', label: 'The calendar year: Q1 is January to March' },
      leaveOut('Leave these rows out'),
    ],
    proposal: null,
  })
}
