import { capitalise, quarterLabel } from '@accord/domain'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import type { LongSeries } from './prepare/long-series.ts'
import { StatusWord } from './status-word.tsx'

type LongSeriesTableProps = { model: LongSeries; code: string; unit: string }

/** The same points as the chart, newest first. */
export function LongSeriesTable({ model, code, unit }: LongSeriesTableProps) {
  const heading = unit === '%' || unit === 'number' ? code : `${code}, ${unit}`
  const points = model.points
    .filter(({ value, targetShown, forecast }) => value !== null || targetShown !== null || forecast !== null)
    .toReversed()
  return (
    <Table
      className="record-table stack"
      caption={`${code}, every quarter`}
      head={
        <>
          <HeadCell>Quarter</HeadCell>
          <HeadCell className="number">{heading}</HeadCell>
          <HeadCell className="number">Target</HeadCell>
          <HeadCell className="number">Forecast</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell>State</HeadCell>
        </>
      }
    >
      {points.map(({ index, shown, targetShown, forecastShown, status, state, period, value }) => (
        <Row key={index}>
          <RowHead>
            {quarterLabel(index)}
            {model.isYearly && period !== null ? <span className="code">for {period}</span> : null}
          </RowHead>
          <Cell className="number strong" label={heading}>
            {shown ?? <span className="muted">None</span>}
          </Cell>
          <Cell className="number" label="Target">
            {targetShown ?? <span className="muted">None</span>}
          </Cell>
          <Cell className="number" label="Forecast">
            {forecastShown ?? ''}
            {model.lead?.index === index ? (
              <span className="code">Lead’s own: {model.lead.shown}</span>
            ) : null}
          </Cell>
          <Cell label="Status">
            {status === null || value === null ? '' : <StatusWord status={status} />}
          </Cell>
          <Cell label="State">{state === null ? '' : capitalise(state)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
