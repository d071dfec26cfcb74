import type { ReturnIndicatorRow } from '@accord/api-client'
import { type FigureField, formatFigure, indicatorCell } from '@accord/domain'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { fieldsOf } from './restatement.ts'
import { suffixOf } from './return-words.ts'

type RestateFiguresProps = {
  caption: string
  rows: readonly ReturnIndicatorRow[]
  errors: readonly SummarisedError[]
}

/** Each figure as it stands, with room for the one that is right. */
export function RestateFigures({ caption, rows, errors }: RestateFiguresProps) {
  return (
    <Table
      className="record-table restate-table stack"
      caption={caption}
      head={
        <>
          <HeadCell>Indicator</HeadCell>
          <HeadCell className="number">As now</HeadCell>
          <HeadCell>Corrected figure</HeadCell>
        </>
      }
    >
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead>
            <span className="code">{row.code}</span>
            {row.title}
          </RowHead>
          <Cell className="number" label="As now">
            <AsNow row={row} />
          </Cell>
          <Cell className="wide" label="Corrected figure">
            <div className="restate-boxes">
              {fieldsOf(row).map((field) => (
                <RestateBox key={field} row={row} field={field} errors={errors} />
              ))}
            </div>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function AsNow({ row }: { row: ReturnIndicatorRow }) {
  const { recorded } = row
  if (recorded === null || recorded.value === null) return <span className="muted">No figure</span>
  return (
    <>
      <b>{formatFigure(recorded.value, row)}</b>
      {recorded.state === 'revised' ? <span className="code">Restated</span> : null}
    </>
  )
}

type RestateBoxProps = {
  row: ReturnIndicatorRow
  field: FigureField
  errors: readonly SummarisedError[]
}

function RestateBox({ row, field, errors }: RestateBoxProps) {
  const id = indicatorCell(row.id, field)
  const message = errors.find(({ fieldId }) => fieldId === id)?.message ?? null
  const messageId = `${id}-message`
  return (
    <div className={message === null ? 'restate-box' : 'restate-box answer-invalid'}>
      <label htmlFor={id} className={field === 'value' ? 'visually-hidden' : undefined}>
        {labelOf(row, field)}
        <span className="visually-hidden"> ({row.code})</span>
      </label>
      {message === null ? null : (
        <span className="field-message" id={messageId}>
          {message}
        </span>
      )}
      <span className="figure-input">
        <input
          id={id}
          name={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={60}
          aria-invalid={message === null ? undefined : true}
          aria-describedby={message === null ? undefined : messageId}
        />
        {field === 'value' ? <span className="no-wrap">{suffixOf(row.unit)}</span> : null}
      </span>
    </div>
  )
}

function labelOf({ numeratorLabel, denominatorLabel }: ReturnIndicatorRow, field: FigureField): string {
  if (field === 'value') return 'Corrected figure'
  return (field === 'numerator' ? numeratorLabel : denominatorLabel) ?? 'Count'
}
