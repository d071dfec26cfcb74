import type { PartnershipDetail } from '@accord/api-client'
import { countOf, formatMediumDate } from '@accord/domain'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

/** Its open risks, highest first; what may not be shown is said to be withheld. */
export function RiskList({ risks }: { risks: PartnershipDetail['risks'] }) {
  const { open, red, withheld, items } = risks
  return (
    <div>
      <h2>
        {open === 0
          ? 'No open risks'
          : `${countOf(open, 'open risk')}, ${red === 0 ? 'none' : red} of them red`}
      </h2>
      {items.length === 0 ? null : (
        <Table
          className="record-table stack"
          caption="Open risks"
          head={
            <>
              <HeadCell>Cause and effect</HeadCell>
              <HeadCell className="number">Score, of 25</HeadCell>
              <HeadCell>Owner</HeadCell>
            </>
          }
        >
          {items.map(({ cause, effect, score, isRed, owner, marking }) => (
            <Row key={`${cause} ${effect}`}>
              <RowHead>
                {cause} <span className="muted">{effect}</span>
                {marking === null ? null : <b className="marking">{marking}</b>}
              </RowHead>
              <Cell className="number" label="Score, of 25">
                {isRed ? <b>{score}, red</b> : score}
              </Cell>
              <Cell label="Owner" className="no-wrap">
                {owner ?? <span className="muted">None named</span>}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {withheld === null ? null : <p className="note">{withheld}</p>}
    </div>
  )
}

/** What it has promised to do. */
export function ActionList({ actions }: { actions: PartnershipDetail['actions'] }) {
  const { open, overdue, items } = actions
  return (
    <div>
      <h2>
        {open === 0
          ? 'No open actions'
          : `${countOf(open, 'open action')}, ${overdue === 0 ? 'none' : overdue} overdue`}
      </h2>
      {items.length === 0 ? null : (
        <Table
          className="record-table stack"
          caption="Open actions"
          head={
            <>
              <HeadCell>Action</HeadCell>
              <HeadCell>Measure of success</HeadCell>
              <HeadCell>Who, by when</HeadCell>
            </>
          }
        >
          {items.map(({ action, measure, owner, dueOn, isOverdue }) => (
            <Row key={`${action} ${dueOn}`}>
              <RowHead>{action}</RowHead>
              <Cell label="Measure of success">{measure}</Cell>
              <Cell label="Who, by when">
                {owner ?? 'No owner named'}, <span className="no-wrap">by {formatMediumDate(dueOn)}</span>
                {isOverdue ? (
                  <>
                    {' '}
                    <b>overdue</b>
                  </>
                ) : null}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </div>
  )
}
