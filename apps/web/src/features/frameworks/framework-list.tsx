import type { Framework } from '@accord/api-client'
import { capitalise, countWord, designatedPhrase, formatMoney } from '@accord/domain'
import { Link } from 'react-router'
import { frameworkPath, indicatorsPath, type Place } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type FrameworkListProps = { frameworks: readonly Framework[]; mayManage: boolean; place: Place }

const columns = 6

/** Agreements and other sets of outcomes and indicators, those on dashboards first. */
export function FrameworkList({ frameworks, mayManage, place }: FrameworkListProps) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Indicators', to: indicatorsPath(place) }, { label: 'Frameworks' }]} />
      <PageHead
        headline={`${capitalise(countWord(frameworks.length))} ${frameworks.length === 1 ? 'framework' : 'frameworks'}`}
      />
      {mayManage ? (
        <p className="row-tasks framework-head">
          <Link to={frameworkPath('new', place)}>Set up a framework</Link>
        </p>
      ) : null}
      <Table
        className="record-table stack"
        caption="Frameworks"
        head={
          <>
            <HeadCell>Framework</HeadCell>
            <HeadCell>Years</HeadCell>
            <HeadCell>Accountable body</HeadCell>
            <HeadCell className="number">Indicators</HeadCell>
            <HeadCell>Designated</HeadCell>
            <HeadCell className="number">Reward</HeadCell>
          </>
        }
      >
        {frameworks.map((framework) => (
          <Row key={framework.id}>
            <RowHead>
              <Link to={frameworkPath(framework.id, place)}>{framework.name}</Link>
              <span className="code">{capitalise(framework.kind)}</span>
            </RowHead>
            <Cell label="Years">{framework.years}</Cell>
            <Cell label="Accountable body">
              {framework.accountableBody?.shortName ?? <span className="muted">None</span>}
            </Cell>
            <Cell className="number" label="Indicators">
              {framework.indicatorCount}
            </Cell>
            <Cell label="Designated">{designatedPhrase(framework.kind, framework.designatedCount)}</Cell>
            <Cell className="number" label="Reward">
              {framework.rewardPence === null ? (
                <span className="muted">None</span>
              ) : (
                formatMoney(framework.rewardPence)
              )}
            </Cell>
          </Row>
        ))}
        {frameworks.length === 0 ? <EmptyRow columns={columns}>No framework is set up yet.</EmptyRow> : null}
      </Table>
    </>
  )
}
