import { type EitherQuarter, readTypedNumber, readTypedQuarter, tidyLine } from '@accord/domain'
import { type MeasurementState, MissingReason } from '../client/generated/client.ts'
import type { Fault } from './answers.ts'
import type { ColumnMapping, Field } from './columns.ts'
import { isFigure, millionths } from './decimal-text.ts'
import type { TableRow } from './table.ts'

/** A row whose cells are what they should be. Figures are plain decimal texts, in the unit of the file. */
export type ReadFigure = {
  line: number
  indicator: string
  /** As written; null: the whole area. */
  organisation: string | null
  quarterIndex: number
  value: string | null
  numerator: string | null
  denominator: string | null
  state: MeasurementState | null
  missing: MissingReason | null
  note: string | null
  period: string | null
  isPercent: boolean
}

/** Of an indicator that the file brings along: what its rows say of it. */
export type SaidOfIndicator = Partial<Record<'title' | 'unit' | 'decimals' | 'polarity' | 'measure', string>>

export type RowReading = { figure: ReadFigure | null; said: SaidOfIndicator; faults: Fault[] }

export type QuarterFound = { index: number } | { sentence: string; either: EitherQuarter | null }

/** The whole area, as exports write it. */
export const WHOLE_AREA = 'Whole area'

const states: ReadonlyMap<string, MeasurementState> = new Map(
  (['provisional', 'final', 'revised'] as const).map((state) => [state, state]),
)
const MOST_NOTE = 2000

/** Reads rows one by one. Quarters are remembered: a file names each of a few thousand times. */
export function createRowReader(mapping: ColumnMapping, header: readonly string[]) {
  const { columns } = mapping
  const quarters = new Map<string, QuarterFound>()

  const heading = (field: Field) => {
    const place = columns[field]
    return place === undefined ? null : (header[place] ?? null)
  }

  function quarterOf(year: string, quarter: string): QuarterFound {
    const text =
      columns.year === undefined ? quarter : `${/^\d$/.test(quarter) ? `Q${quarter}` : quarter} ${year}`
    const known = quarters.get(text)
    if (known !== undefined) return known
    const reading = readTypedQuarter(text)
    const found = reading.ok
      ? { index: reading.index }
      : { sentence: reading.sentence, either: reading.either ?? null }
    quarters.set(text, found)
    return found
  }

  return ({ line, cells }: TableRow): RowReading & { either: EitherQuarter | null } => {
    const faults: Fault[] = []
    const cell = (field: Field) => {
      const place = columns[field]
      return place === undefined ? '' : (cells[place] ?? '')
    }
    const error = (field: Field | null, code: string, reason: string) => {
      const column = field === null ? null : heading(field)
      faults.push({
        ...{
          line,
          column,
          cell: field === null ? null : cell(field),
          kind: 'error',
          code,
          group: null,
          reason,
        },
      } as Fault)
    }
    if (cells.length !== header.length) {
      error(
        null,
        'cells',
        `The row has ${cells.length} cells where the first line has ${header.length}. Look for a comma too many or too few.`,
      )
      return { figure: null, said: {}, faults, either: null }
    }
    const number = (field: 'value' | 'numerator' | 'denominator', unit: string): string | null => {
      const text = cell(field)
      if (text === '') return null
      if (isFigure(text)) return text.replace(/^(-?)0+(?=\d)/, '$1')
      const reading = readTypedNumber(text, { unit })
      if (reading.ok) return reading.value
      error(field, reading.code, `‘${text}’ is not read as a number. ${reading.sentence}`)
      return null
    }

    const indicator = mapping.indicator ?? tidyLine(cell('indicator'))
    if (indicator === '') error('indicator', 'blank', 'There is no indicator. Give its code.')
    const written = tidyLine(cell('organisation'))
    if (columns.organisation !== undefined && written === '') {
      error('organisation', 'blank', `There is no organisation. Name it, or write ${WHOLE_AREA}.`)
    }
    const quarter = quarterOf(cell('year'), cell('quarter'))
    if ('sentence' in quarter && quarter.either === null) error('quarter', 'quarter', quarter.sentence)
    const valueText = cell('value')
    const value = number('value', valueText.startsWith('£') ? '£' : '%')
    const numerator = number('numerator', 'number')
    const denominator = number('denominator', 'number')
    const reason = cell('missing').toLowerCase().replaceAll(' ', '_')
    const missing = Object.values(MissingReason).find((word) => word === reason) ?? null
    if (reason !== '' && missing === null) {
      error(
        'missing',
        'reason',
        `‘${cell('missing')}’ is not a reason for a missing figure. Write one of: ${Object.values(MissingReason).join(', ').replaceAll('_', ' ')}.`,
      )
    } else if (valueText === '' && missing === null) {
      error(
        'value',
        'blank',
        'There is no value. Leave the row out, or give the reason in a column of its own.',
      )
    } else if (valueText !== '' && missing !== null) {
      error('missing', 'reason', 'There is a value and a reason why there is none. Keep one of the two.')
    }
    if ((cell('numerator') === '') !== (cell('denominator') === '')) {
      const blank = cell('numerator') === '' ? 'numerator' : 'denominator'
      error(blank, 'counts', `There is no ${blank} beside the other count. Give both or neither.`)
    }
    if (denominator !== null && millionths(denominator) <= 0n) {
      error(
        'denominator',
        'counts',
        `‘${cell('denominator')}’ is not above zero: nothing can be divided by it.`,
      )
    }
    const stateText = cell('state').toLowerCase()
    const state = states.get(stateText) ?? null
    if (stateText !== '' && state === null) {
      error('state', 'state', `‘${cell('state')}’ is not a state. Write provisional, final or revised.`)
    }
    const said: SaidOfIndicator = {}
    for (const field of ['title', 'unit', 'decimals', 'polarity', 'measure'] as const) {
      if (cell(field) !== '') said[field] = cell(field)
    }
    const either = 'sentence' in quarter ? quarter.either : null
    const figure = {
      line,
      indicator,
      organisation: written === '' || written.toLowerCase() === WHOLE_AREA.toLowerCase() ? null : written,
      quarterIndex: 'index' in quarter ? quarter.index : -1,
      value,
      numerator: value === null ? null : numerator,
      denominator: value === null ? null : denominator,
      state: value === null ? null : state,
      missing,
      note: cell('note').slice(0, MOST_NOTE) || null,
      period: cell('period').slice(0, MOST_NOTE) || null,
      isPercent: valueText.endsWith('%'),
    }
    return { figure: faults.length > 0 ? null : figure, said, faults, either }
  }
}
