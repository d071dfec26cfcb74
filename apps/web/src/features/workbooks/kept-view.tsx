import type { SavedCell } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { ArrivalHeading } from './arrival-heading.tsx'
import { answerInWords } from './workbook-words.ts'

type KeptViewProps = {
  returnId: string
  results: readonly SavedCell[]
  labelOf: (key: string) => string
  onAgain: () => void
}

/** What was kept, and what was not and why: somebody may have been quicker. */
export function KeptView({ returnId, results, labelOf, onAgain }: KeptViewProps) {
  const refused = results.filter(({ outcome }) => outcome !== 'saved')
  const kept = results.length - refused.length
  return (
    <div className="workbook-kept">
      <ArrivalHeading>
        {kept === 0 ? 'Nothing was kept' : `${countOf(kept, 'change')} kept`}
        {kept > 0 && refused.length > 0 ? `, ${refused.length} not` : ''}
      </ArrivalHeading>
      {refused.length === 0 ? null : <Refused refused={refused} labelOf={labelOf} />}
      <p className="upload-actions">
        <Link className="button" to={returnPath(returnId)}>
          Go to the return
        </Link>
        <Button look="secondary" onClick={onAgain}>
          Upload another file
        </Button>
      </p>
    </div>
  )
}

function Refused({ refused, labelOf }: { refused: readonly SavedCell[]; labelOf: KeptViewProps['labelOf'] }) {
  return (
    <Table
      className="record-table stack"
      caption="What was not kept"
      head={
        <>
          <HeadCell>Answer</HeadCell>
          <HeadCell>In the return now</HeadCell>
          <HeadCell>Why it was not kept</HeadCell>
        </>
      }
    >
      {refused.map(({ cell, sentence, now, outcome }) => (
        <Row key={cell}>
          <RowHead>{labelOf(cell)}</RowHead>
          <Cell label="In the return now">{answerInWords(cell, now?.value ?? null) ?? 'Blank'}</Cell>
          <Cell className="wide" label="Why it was not kept">
            {outcome === 'conflict' && now !== null
              ? `${now.changedBy} changed this meanwhile. Change it on the screen if yours is right.`
              : sentence}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
