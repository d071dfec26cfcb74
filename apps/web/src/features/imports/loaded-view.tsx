import { countOf, formatDate, londonDate } from '@accord/domain'
import { Link } from 'react-router'
import { importPath, indicatorPath, type Place } from '#lib/paths.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Section } from '#ui/section.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { Differences } from './differences.tsx'
import type { ImportViewProps } from './import-props.ts'
import { countsPhrase, spanWords } from './import-words.ts'
import { UndoForm } from './undo-form.tsx'

const on = (instant: string | null) => (instant === null ? '' : formatDate(londonDate(new Date(instant))))

function factsOf({ found }: ImportViewProps): Fact[] {
  const { summary, framework, appliedBy, appliedAt, undoneBy, undoneAt, undoReason } = found
  return [
    { name: 'Loaded', value: `${on(appliedAt)} by ${appliedBy ?? 'the import command'}` },
    ...(undoneAt === null
      ? []
      : [{ name: 'Undone', value: `${on(undoneAt)} by ${undoneBy}: ${undoReason}` }]),
    { name: 'Went to', value: framework?.name ?? '' },
    { name: 'Figures', value: countsPhrase(found) },
    ...(summary === null
      ? []
      : [{ name: 'Quarters', value: spanWords(summary.firstQuarter, summary.lastQuarter) }]),
  ]
}

/** What a loaded import did, where to see it, and the way to take it back. */
export function LoadedView(props: ImportViewProps) {
  const { found, list, place } = props
  const undoHref = importPath(found.id, place, { task: 'undo' })
  const isUndoing = list.filterOf('task') === 'undo' && found.allowedActions.includes('undo')
  return (
    <>
      <FactList facts={factsOf(props)} />
      {isUndoing ? <UndoForm found={found} closeHref={importPath(found.id, place)} /> : null}
      <Section heading={countOf(found.indicators.length, 'indicator')}>
        <IndicatorTable {...props} place={place} />
      </Section>
      {found.allowedActions.includes('undo') && !isUndoing ? (
        <p className="import-undo">
          <Link to={undoHref} preventScrollReset>
            Undo this import
          </Link>{' '}
          <span className="muted">Every figure goes back to what it was; the history keeps both.</span>
        </p>
      ) : null}
      <Section heading={`What it did: ${countsPhrase(found)}`}>
        <Differences found={found} list={list} />
      </Section>
    </>
  )
}

const columns = 3

function IndicatorTable({ found, place }: ImportViewProps & { place: Place }) {
  return (
    <Table
      className="record-table stack"
      caption="Indicators with figures from this file"
      head={
        <>
          <HeadCell>Indicator</HeadCell>
          <HeadCell className="number">New figures</HeadCell>
          <HeadCell className="number">Changed</HeadCell>
        </>
      }
    >
      {found.indicators.length === 0 ? (
        <EmptyRow columns={columns}>No indicator was touched.</EmptyRow>
      ) : null}
      {found.indicators.map(({ id, code, title, added, changed }) => (
        <Row key={id}>
          <RowHead>
            <Link
              to={indicatorPath(
                id,
                { ...place, quarter: found.summary?.lastQuarter ?? null },
                { framework: found.framework?.id ?? null },
              )}
            >
              {code}
            </Link>
            {title === code ? null : <span className="code">{title}</span>}
          </RowHead>
          <Cell className="number" label="New figures">
            {added.toLocaleString('en-GB')}
          </Cell>
          <Cell className="number" label="Changed">
            {changed.toLocaleString('en-GB')}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
