import type { IndicatorPage, IndicatorSummary } from '@accord/api-client'
import { countOf, notRatedWord } from '@accord/domain'
import { Link } from 'react-router'
import { FigureText } from '#charts/figure-text.tsx'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import type { ListSearch } from '#lib/list-search.ts'
import { csvPath, indicatorPath, type Place, partnershipPath } from '#lib/paths.ts'
import { Paging } from '#ui/paging.tsx'
import { SortHeading } from '#ui/sort-heading.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type IndicatorListProps = {
  page: IndicatorPage
  list: ListSearch
  place: Place
  /** What the rows were asked for with, and what their CSV is asked for with. */
  filters: Readonly<Record<string, string | null>>
  clearHref: string
}

const columns = 6

export function IndicatorList({ page, list, place, filters, clearHref }: IndicatorListProps) {
  const { items, total, pageSize } = page
  const sort = list.filterOf('sort')
  const sortHref = (next: string) => list.hrefWith({ sort: next })
  return (
    <>
      <div className="list-count">
        <p role="status">{countOf(total, 'indicator')}</p>
        <a href={csvPath('/indicators', { ...filters, page: null })} download>
          Download CSV
        </a>
      </div>
      <Table
        className="record-table stack"
        caption="Indicators"
        head={
          <>
            <SortHeading
              label="Indicator"
              field="code"
              sort={sort}
              hrefFor={sortHref}
              words={['by code', 'by code, last first']}
            />
            <SortHeading
              label="Partnership"
              field="owner"
              sort={sort}
              hrefFor={sortHref}
              words={['A to Z', 'Z to A']}
            />
            <HeadCell>Outcome</HeadCell>
            <HeadCell className="number">Figure</HeadCell>
            <HeadCell className="number">Target</HeadCell>
            <SortHeading
              label="Now"
              field="status"
              sort={sort}
              hrefFor={sortHref}
              words={['worst first', 'worst last']}
            />
          </>
        }
      >
        {items.map((indicator) => (
          <IndicatorRow
            key={`${indicator.framework.id} ${indicator.id}`}
            indicator={indicator}
            place={place}
          />
        ))}
        {items.length === 0 ? (
          <EmptyRow columns={columns}>
            No indicator matches. <Link to={clearHref}>Clear filters</Link>
          </EmptyRow>
        ) : null}
      </Table>
      <Paging
        page={page.page}
        pageCount={Math.ceil(total / pageSize)}
        hrefFor={(next) => list.hrefWith({ page: next })}
      />
    </>
  )
}

function IndicatorRow({ indicator, place }: { indicator: IndicatorSummary; place: Place }) {
  const { id, code, title, framework, outcome, owner, value, state, target, now } = indicator
  return (
    <Row>
      <RowHead>
        <span className="code">
          {code}, {framework.shortName}
        </span>
        <Link to={indicatorPath(id, place, { framework: framework.id })}>{title}</Link>
      </RowHead>
      <Cell label="Partnership">
        {owner === null ? (
          <span className="muted">None</span>
        ) : (
          <Link to={partnershipPath(owner.id, place)}>{owner.shortName}</Link>
        )}
      </Cell>
      <Cell label="Outcome">{outcome}</Cell>
      <Cell className="number" label="Figure">
        <FigureText value={value} state={state} format={indicator} />
      </Cell>
      <Cell className="number" label="Target">
        {target === null ? <span className="muted">None</span> : formatTarget(target, indicator)}
      </Cell>
      <Cell label="Now">
        <RatedWord rating={now} about={`${code} now`} />
        <span className="code">{now.reason === null ? now.gap : notRatedWord(now.reason)}</span>
      </Cell>
    </Row>
  )
}
