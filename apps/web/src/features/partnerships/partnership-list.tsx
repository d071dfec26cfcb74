import type { PartnershipPage, PartnershipSummary } from '@accord/api-client'
import { capitalise, countOf } from '@accord/domain'
import { Link } from 'react-router'
import { RatingDots } from '#charts/draw/rating-dots.tsx'
import type { ListSearch } from '#lib/list-search.ts'
import { csvPath, type Place, partnershipPath } from '#lib/paths.ts'
import { Paging } from '#ui/paging.tsx'
import { SortHeading } from '#ui/sort-heading.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { levelWords, scopeWords } from './partnership-words.ts'

type PartnershipListProps = {
  page: PartnershipPage
  list: ListSearch
  place: Place
  /** What the rows were asked for with, and what their CSV is asked for with. */
  filters: Readonly<Record<string, string | null>>
  clearHref: string
}

const columns = 7

export function PartnershipList({ page, list, place, filters, clearHref }: PartnershipListProps) {
  const { items, total, pageSize } = page
  const sort = list.filterOf('sort')
  const sortHref = (next: string) => list.hrefWith({ sort: next })
  return (
    <>
      <div className="list-count">
        <p role="status">{countOf(total, 'partnership')}</p>
        <a href={csvPath('/partnerships', { ...filters, page: null, pageSize: null })} download>
          Download CSV
        </a>
      </div>
      <Table
        className="record-table stack"
        caption="Partnerships"
        head={
          <>
            <SortHeading
              label="Partnership"
              field="name"
              sort={sort}
              hrefFor={sortHref}
              words={['A to Z', 'Z to A']}
            />
            <SortHeading
              label="Scope"
              field="scope"
              sort={sort}
              hrefFor={sortHref}
              words={['countywide first', 'districts first']}
            />
            <SortHeading
              className="secondary"
              label="Level"
              field="level"
              sort={sort}
              hrefFor={sortHref}
              words={['board first', 'board last']}
            />
            <HeadCell>Significant</HeadCell>
            <SortHeading
              className="number"
              label="Indicators"
              field="indicators"
              sort={sort}
              hrefFor={sortHref}
              words={['fewest first', 'most first']}
            />
            <SortHeading
              label="Value for money"
              field="rating"
              sort={sort}
              hrefFor={sortHref}
              words={['lowest first', 'highest first']}
            />
            <HeadCell>Lead officer</HeadCell>
          </>
        }
      >
        {items.map((partnership) => (
          <PartnershipRow key={partnership.id} partnership={partnership} place={place} />
        ))}
        {items.length === 0 ? (
          <EmptyRow columns={columns}>
            No partnership matches. <Link to={clearHref}>Clear filters</Link>
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

function PartnershipRow({ partnership, place }: { partnership: PartnershipSummary; place: Place }) {
  const { id, name, scope, level, isSignificant, indicatorCount, valueForMoney, leadOfficer, endedOn } =
    partnership
  return (
    <Row>
      <RowHead>
        <Link to={partnershipPath(id, place)}>{name}</Link>
        {endedOn === null ? null : <span className="code">Has ended</span>}
      </RowHead>
      <Cell label="Scope" className="no-wrap">
        {scopeWords[scope]}
      </Cell>
      <Cell label="Level" className="secondary">
        {levelWords[level]}
      </Cell>
      <Cell label="Significant">
        {isSignificant === null ? '' : isSignificant ? 'Yes' : <span className="muted">No</span>}
      </Cell>
      <Cell className="number" label="Indicators">
        {indicatorCount === 0 ? <span className="zero">0</span> : indicatorCount}
      </Cell>
      <Cell label="Value for money">
        <span className="receipt">
          <RatingDots rating={valueForMoney?.rating ?? null} />
          <span>
            {valueForMoney === null ? 'Not assessed' : capitalise(valueForMoney.word)}{' '}
            {valueForMoney === null ? null : <span className="muted small">{valueForMoney.year}</span>}
          </span>
        </span>
      </Cell>
      <Cell label="Lead officer" className="no-wrap">
        {leadOfficer ?? <span className="muted">None named</span>}
      </Cell>
    </Row>
  )
}
