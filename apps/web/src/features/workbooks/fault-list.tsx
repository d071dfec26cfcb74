import type { Problem } from '@accord/api-client'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { ArrivalHeading } from './arrival-heading.tsx'
import { faultsOf } from './workbook-words.ts'

/** Why a file cannot be used, place by place. */
export function FaultList({ problem }: { problem: Problem }) {
  const faults = faultsOf(problem)
  return (
    <div className="workbook-faults">
      <ArrivalHeading>This file cannot be used</ArrivalHeading>
      <p>
        Nothing was changed. Put right what is listed here, or download the workbook again. Then upload it.
      </p>
      <Table
        className="record-table stack"
        caption="What is wrong with the file"
        head={
          <>
            <HeadCell>Tab</HeadCell>
            <HeadCell>Row</HeadCell>
            <HeadCell>Cell</HeadCell>
            <HeadCell>Reason</HeadCell>
          </>
        }
      >
        {faults.map(({ tab, row, cell, reason }) => (
          <Row key={`${tab} ${cell} ${reason}`}>
            <RowHead>{tab === '' ? 'The whole file' : tab}</RowHead>
            <Cell label="Row">{row === '' ? '–' : row}</Cell>
            <Cell label="Cell">{cell === '' ? '–' : cell}</Cell>
            <Cell className="wide" label="Reason">
              {reason}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
