import type { SeriesPoint } from '@accord/api-client'
import {
  decimalText,
  type FigureFormat,
  formatFigure,
  type Measure,
  parseDecimal,
  parseQuarterKey,
  quarterShortMonths,
  subtractDecimals,
} from '@accord/domain'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type ValuesTableProps = {
  code: string
  series: readonly SeriesPoint[]
  format: FigureFormat
  measure: Measure
}

const stateWords = { provisional: 'Provisional', final: 'Final', revised: 'Restated' } as const

/** The same values as the line beside it, the newest first. */
export function ValuesTable({ code, series, format, measure }: ValuesTableProps) {
  const isYearly = measure === 'annual' || measure === 'biennial'
  const rows = series
    .map((point, place) => ({
      point,
      before: series.slice(0, place).findLast(({ value }) => value !== null),
    }))
    .toReversed()
    .filter(({ point }, place) => place === 0 || !isYearly || point.value !== null)
  return (
    <Table
      className="values-table"
      caption={`${code}, last values`}
      head={
        <>
          <HeadCell>Quarter</HeadCell>
          <HeadCell className="number">Value</HeadCell>
          <HeadCell className="number">Change</HeadCell>
          <HeadCell>State</HeadCell>
        </>
      }
    >
      {rows.map(({ point, before }, place) => (
        <Row key={point.quarter} className={place === 0 ? 'values-now' : undefined}>
          <RowHead>{shortMonths(point.quarter)}</RowHead>
          <Cell className="number">{point.value === null ? '–' : formatFigure(point.value, format)}</Cell>
          <Cell className="number">{changeOf(point, before, { format, measure })}</Cell>
          <Cell>{place === 0 ? (point.value === null ? '' : 'Entered') : stateOf(point)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function shortMonths(quarter: string): string {
  return quarterShortMonths(parseQuarterKey(quarter) ?? 0).replace(' to ', '–')
}

function stateOf({ state }: SeriesPoint): string {
  return state === null ? '' : stateWords[state]
}

/** Counts that build up begin again each April: against the quarter before, the first of a year says nothing. */
function changeOf(
  { value, quarter }: SeriesPoint,
  before: SeriesPoint | undefined,
  { format, measure }: { format: FigureFormat; measure: Measure },
): string {
  const earlier = before?.value ?? null
  if (value === null || earlier === null) return '–'
  if (measure === 'cumulative' && quarter.endsWith('q1')) return '–'
  const change = decimalText(subtractDecimals(parseDecimal(value), parseDecimal(earlier)))
  const shown = formatFigure(change, { ...format, unit: 'number' })
  return change.startsWith('-') || /^0(\.0+)?$/.test(shown) ? shown : `+${shown}`
}
