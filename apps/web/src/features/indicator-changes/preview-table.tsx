import type { IndicatorChangePreview, TargetValue } from '@accord/api-client'
import { countOf, formatFigure } from '@accord/domain'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { StatusWord } from '#charts/status-word.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type PreviewTableProps = {
  preview: IndicatorChangePreview
  format: { unit: string; decimals: number }
  heading: string
}

/** What a change would do to past statuses: those that would change, then all of them for who asks. */
export function PreviewTable({ preview, format, heading }: PreviewTableProps) {
  const changing = preview.rows.filter(({ changes }) => changes)
  return (
    <div className="preview">
      <h3>{heading}</h3>
      <p role="status">
        {preview.summary} {preview.published}
      </p>
      {changing.length === 0 ? null : (
        <Rows rows={changing} format={format} caption="Past statuses that would change" />
      )}
      {preview.rows.length === 0 ? null : (
        <details className="preview-all">
          <summary>{`All ${countOf(preview.rows.length, 'quarter')}`}</summary>
          <Rows rows={preview.rows.toReversed()} format={format} caption="Every past quarter, newest first" />
        </details>
      )}
    </div>
  )
}

const isSame = (one: TargetValue | null, other: TargetValue | null) =>
  JSON.stringify(one) === JSON.stringify(other)

type RowsProps = {
  rows: IndicatorChangePreview['rows']
  format: PreviewTableProps['format']
  caption: string
}

function Rows({ rows, format, caption }: RowsProps) {
  // A change of the rule leaves every target as it is: one column says them.
  const movesTargets = rows.some(({ before, after }) => !isSame(before, after))
  return (
    <Table
      className="record-table stack"
      caption={caption}
      head={
        <>
          <HeadCell>Quarter</HeadCell>
          <HeadCell className="number">Figure</HeadCell>
          <HeadCell className="number">{movesTargets ? 'Target now' : 'Target'}</HeadCell>
          {movesTargets ? <HeadCell className="number">Target proposed</HeadCell> : null}
          <HeadCell>Status now</HeadCell>
          <HeadCell>It would be</HeadCell>
        </>
      }
    >
      {rows.map(({ quarter, label, value, before, after, was, wouldBe, changes }) => (
        <Row key={quarter}>
          <RowHead>{label}</RowHead>
          <Cell className="number" label="Figure">
            {value === null ? 'None' : formatFigure(value, format)}
          </Cell>
          <Cell className="number" label={movesTargets ? 'Target now' : 'Target'}>
            {before === null ? 'None' : formatTarget(before, format)}
          </Cell>
          {movesTargets ? (
            <Cell className="number" label="Target proposed">
              {after === null ? 'None' : formatTarget(after, format)}
            </Cell>
          ) : null}
          <Cell label="Status now">
            <StatusWord status={was.status} />
          </Cell>
          <Cell label="It would be">
            <StatusWord status={wouldBe.status} />
            {changes ? <span className="code">Changes</span> : null}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
