import { readTypedQuarter, tidyLine } from '@accord/domain'

/** What a column can hold. `year` stands beside a `quarter` of its number alone. */
export const FIELDS = [
  'indicator',
  'title',
  'organisation',
  'year',
  'quarter',
  'value',
  'numerator',
  'denominator',
  'state',
  'missing',
  'note',
  'period',
  'unit',
  'decimals',
  'polarity',
  'measure',
] as const

export type Field = (typeof FIELDS)[number]

/**
 * Which column is what, by their places from 0. Without an organisation the figures are the whole area’s; without a
 * column of indicators, `indicator` is the code of the only one.
 */
export type ColumnMapping = { columns: Partial<Record<Field, number>>; indicator: string | null }

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  indicator: ['indicator', 'indicator_code', 'code', 'indicator_id', 'measure_code', 'kpi', 'ref'],
  title: ['title', 'indicator_title', 'indicator_name'],
  organisation: [
    'organisation',
    'council',
    'local_authority',
    'authority',
    'organisation_name',
    'area',
    'area_name',
    'body',
    'la',
  ],
  year: ['financial_year', 'year', 'fy'],
  quarter: ['quarter', 'qtr', 'period', 'time_period', 'date'],
  value: ['value', 'figure', 'actual', 'result', 'percentage', 'rate', 'score'],
  numerator: ['numerator', 'num'],
  denominator: ['denominator', 'den', 'base'],
  state: ['state', 'data_state'],
  missing: ['missing_reason', 'missing'],
  note: ['note', 'notes', 'comment', 'commentary'],
  period: ['period_label'],
  unit: ['unit', 'units'],
  decimals: ['decimals'],
  polarity: ['polarity'],
  measure: ['measure'],
}

const COLUMN_WORDS: Readonly<Record<Field, string>> = {
  indicator: 'Indicator',
  title: 'Indicator’s title',
  organisation: 'Organisation',
  year: 'Financial year',
  quarter: 'Quarter',
  value: 'Value',
  numerator: 'Numerator',
  denominator: 'Denominator',
  state: 'State: provisional, final or revised',
  missing: 'Reason for a missing figure',
  note: 'Note',
  period: 'Period as published',
  unit: 'Unit',
  decimals: 'Decimals',
  polarity: 'Polarity',
  measure: 'Kind of measure',
}

export function fieldWord(field: Field): string {
  return COLUMN_WORDS[field]
}

/** 'Financial year' is financial_year: how headings are compared. */
export function headingName(heading: string): string {
  return tidyLine(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

/** The same for every file with the same headings, in the same order. */
export function headerSignature(header: readonly string[]): string {
  return header.map(headingName).join('|')
}

function placeByName(header: readonly string[], field: Field): number | undefined {
  const names = header.map(headingName)
  for (const name of NAMES[field]) {
    const place = names.indexOf(name)
    if (place !== -1) return place
  }
  return undefined
}

function isAllQuarters(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => readTypedQuarter(cell).ok)
}

function isAllNumbers(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^[-−£]?[\d,]+(\.\d+)?%?$/.test(cell))
}

/** What a column seems to be by its heading, else by what the first rows hold. Somebody looks at it before it counts. */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): ColumnMapping {
  const columns: Partial<Record<Field, number>> = {}
  for (const field of FIELDS) {
    const place = placeByName(header, field)
    if (place !== undefined && !Object.values(columns).includes(place)) columns[field] = place
  }
  const free = header.map((_, place) => place).filter((place) => !Object.values(columns).includes(place))
  const cellsOf = (place: number) => rows.map((row) => row[place] ?? '').filter((cell) => cell !== '')
  const quarter = columns.quarter ?? free.find((place) => isAllQuarters(cellsOf(place)))
  if (quarter !== undefined) columns.quarter = quarter
  const value = columns.value ?? free.findLast((place) => place !== quarter && isAllNumbers(cellsOf(place)))
  if (value !== undefined) columns.value = value
  // A quarter that says its year already needs none beside it.
  if (columns.quarter !== undefined && isAllQuarters(cellsOf(columns.quarter))) delete columns.year
  return { columns, indicator: null }
}

export type MappingFault = { field: Field; reason: string }

/** What keeps a mapping from being used: a column that is needed and not named, or named twice. */
export function mappingFaults(
  { columns, indicator }: ColumnMapping,
  header: readonly string[],
): MappingFault[] {
  const faults: MappingFault[] = []
  const need = (field: Field, reason: string) => {
    if (columns[field] === undefined) faults.push({ field, reason })
  }
  need('quarter', 'Say which column holds the quarter.')
  need('value', 'Say which column holds the value.')
  if (indicator === null)
    need('indicator', 'Say which column holds the indicator, or give the code of the only one.')
  if ((columns.numerator === undefined) !== (columns.denominator === undefined)) {
    const field = columns.numerator === undefined ? 'numerator' : 'denominator'
    faults.push({ field, reason: 'A numerator needs a denominator, and the reverse. Name both or neither.' })
  }
  const taken = new Map<number, Field>()
  for (const field of FIELDS) {
    const place = columns[field]
    if (place === undefined) continue
    const other = taken.get(place)
    taken.set(place, field)
    if (place < 0 || place >= header.length) faults.push({ field, reason: 'The file has no such column.' })
    else if (other !== undefined) {
      faults.push({ field, reason: `‘${header[place]}’ is named for ${fieldWord(other).toLowerCase()} too.` })
    }
  }
  return faults
}
