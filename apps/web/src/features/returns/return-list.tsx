import type { ReturnSummary } from '@accord/api-client'
import { countOf, formatMediumDate } from '@accord/domain'
import { Link } from 'react-router'
import { ReceiptMark } from '#charts/draw/receipt-mark.tsx'
import { returnPath } from '#lib/paths.ts'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { partOf } from './return-waits.ts'

const columns = 5

/** The returns of a quarter: where each is, when it is due, what it lacks, and who has it. */
export function ReturnList({
  caption,
  returns,
  empty,
}: {
  caption: string
  returns: readonly ReturnSummary[]
  empty: string
}) {
  return (
    <Table
      className="record-table return-list stack"
      caption={caption}
      head={
        <>
          <HeadCell>Partnership</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Due</HeadCell>
          <HeadCell>Still to do</HeadCell>
          <HeadCell>Who has it</HeadCell>
        </>
      }
    >
      {returns.map((one) => (
        <ReturnRow key={one.id} summary={one} />
      ))}
      {returns.length === 0 ? <EmptyRow columns={columns}>{empty}</EmptyRow> : null}
    </Table>
  )
}

function ReturnRow({ summary }: { summary: ReturnSummary }) {
  const { id, partnership, stateWord, dueOn, receipt, extendedTo } = summary
  return (
    <Row>
      <RowHead>
        <Link to={returnPath(id, partOf(summary))}>{partnership.name}</Link>
      </RowHead>
      <Cell label="State">{stateWord}</Cell>
      <Cell label="Due">
        <span className="receipt">
          <ReceiptMark kind={receipt.kind} />
          {receiptWords(summary)}
        </span>
        <span className="code">
          Due {formatMediumDate(dueOn)}
          {extendedTo === null ? '' : `, extended to ${formatMediumDate(extendedTo)}`}
        </span>
      </Cell>
      <Cell label="Still to do">{toDoWords(summary)}</Cell>
      <Cell label="Who has it">
        {summary.with.length === 0 ? <span className="muted">Nobody</span> : summary.with.join(', ')}
      </Cell>
    </Row>
  )
}

function receiptWords({ receipt }: ReturnSummary): string {
  const { kind, daysLate } = receipt
  if (kind === 'on_time') return 'In, on time'
  if (kind === 'late') return `In, ${countOf(daysLate, 'day')} late`
  return kind === 'missing' ? `Missing, ${countOf(daysLate, 'day')} overdue` : 'Not due yet'
}

function toDoWords({ holdUps }: ReturnSummary) {
  if (holdUps === null) return <span className="muted">–</span>
  const { missing, toConfirm } = holdUps
  if (missing + toConfirm === 0) return 'Ready to send'
  const parts = [
    ...(missing === 0 ? [] : [`${countOf(missing, 'answer')} missing`]),
    ...(toConfirm === 0 ? [] : [`${toConfirm} to confirm`]),
  ]
  return parts.join(', ')
}
