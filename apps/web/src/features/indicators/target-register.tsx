import type { IndicatorDetail } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { memo } from 'react'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

/** A target never changes silently: old, new, who agreed it, when and why. */
export const TargetRegister = memo(function TargetRegister({ indicator }: { indicator: IndicatorDetail }) {
  const { targetChanges, targetChangeNote, code } = indicator
  return (
    <div>
      <h2>Target change register</h2>
      {targetChanges.length === 0 ? (
        <p className="muted">No target of {code} has been changed.</p>
      ) : (
        <Table
          className="record-table stack"
          caption={`Changes to the targets of ${code}`}
          head={
            <>
              <HeadCell>Target</HeadCell>
              <HeadCell className="number">Old</HeadCell>
              <HeadCell className="number">New</HeadCell>
              <HeadCell>Agreed by, when</HeadCell>
              <HeadCell>Why</HeadCell>
            </>
          }
        >
          {targetChanges.map(({ period, organisation, from, to, agreedBy, agreedOn, reason }) => (
            <Row key={`${period} ${organisation} ${agreedOn}`}>
              <RowHead>
                {period}
                {organisation === null ? null : <span className="code">{organisation}</span>}
              </RowHead>
              <Cell className="number" label="Old">
                {from ?? 'None'}
              </Cell>
              <Cell className="number strong" label="New">
                {to ?? 'None'}
              </Cell>
              <Cell label="Agreed">
                {agreedBy}
                <br />
                <span className="muted small">{formatDate(agreedOn)}</span>
              </Cell>
              <Cell label="Why" className="wide">
                {reason}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {targetChangeNote === null ? null : <p className="note">{targetChangeNote}</p>}
    </div>
  )
})
