import type { ImportFault } from '@accord/api-client'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type FaultTableProps = { faults: readonly ImportFault[]; total: number; caption: string }

/** Line by line: where, what stands there, and why it is listed. */
export function FaultTable({ faults, total, caption }: FaultTableProps) {
  return (
    <>
      <Table
        className="record-table stack import-faults"
        caption={caption}
        head={
          <>
            <HeadCell>Line</HeadCell>
            <HeadCell>Column</HeadCell>
            <HeadCell>Cell</HeadCell>
            <HeadCell>Reason</HeadCell>
          </>
        }
      >
        {faults.map(({ line, column, cell, reason }) => (
          <Row key={`${line} ${column} ${reason}`}>
            <RowHead>Line {line}</RowHead>
            <Cell label="Column">{column ?? 'The row'}</Cell>
            <Cell label="Cell">
              {cell === null || cell === '' ? <span className="muted">Blank</span> : cell}
            </Cell>
            <Cell className="wide" label="Reason">
              {reason}
            </Cell>
          </Row>
        ))}
      </Table>
      {total > faults.length ? (
        <p className="small muted">
          The first {faults.length} of {total.toLocaleString('en-GB')}. All of them are in the list to
          download.
        </p>
      ) : null}
    </>
  )
}
