import type { ComparedPartnership, VfmComparison } from '@accord/api-client'
import { shortCounts } from '@accord/domain'
import { Link } from 'react-router'
import { RatingDots } from '#charts/draw/rating-dots.tsx'
import type { ListSearch } from '#lib/list-search.ts'
import { type Place, partnershipValuePath } from '#lib/paths.ts'
import { SortHeading } from '#ui/sort-heading.tsx'
import { Cell, EmptyRow, Row, RowHead, Table } from '#ui/table.tsx'
import { directionWords, perPound, pounds, stateWords } from './money-words.ts'

type TableProps = {
  comparison: VfmComparison
  rows: readonly ComparedPartnership[]
  list: ListSearch
  place: Place
  clearHref: string
}

const headings = [
  { label: 'Partnership', field: 'name', words: ['A to Z', 'Z to A'] },
  { label: 'Rating', field: 'rating', words: ['lowest first', 'highest first'] },
  { label: 'Since the year before', field: 'direction', words: ['worse first', 'better first'] },
  { label: 'Cost', field: 'cost', words: ['least first', 'most first'], isNumber: true },
  { label: 'Saved', field: 'saving', words: ['least first', 'most first'], isNumber: true },
  { label: 'Saved for each £1', field: 'per', words: ['least first', 'most first'], isNumber: true },
  { label: 'Delivery now', field: 'delivery', words: ['fewest off first', 'most off first'] },
  { label: 'Overdue actions', field: 'overdue', words: ['fewest first', 'most first'], isNumber: true },
] as const

/** Partnerships side by side, in the register’s order until another is asked for. */
export function ComparisonTable({ comparison, rows, list, place, clearHref }: TableProps) {
  const sort = list.filterOf('sort')
  return (
    <Table
      className="record-table stack comparison"
      caption={`Value for money ${comparison.year.label} by partnership`}
      head={headings.map((heading) => (
        <SortHeading
          key={heading.field}
          label={heading.label}
          field={heading.field}
          sort={sort}
          words={heading.words}
          hrefFor={(next) => list.hrefWith({ sort: next })}
          className={'isNumber' in heading ? 'number' : ''}
        />
      ))}
    >
      {rows.map((row) => (
        <ComparedRow
          key={row.id}
          row={row}
          comparison={comparison}
          place={place}
          criterion={list.filterOf('criterion')}
        />
      ))}
      {rows.length === 0 ? (
        <EmptyRow columns={headings.length}>
          No partnership matches. <Link to={clearHref}>Clear filters</Link>
        </EmptyRow>
      ) : (
        <MedianRow comparison={comparison} />
      )}
    </Table>
  )
}

type RowProps = {
  row: ComparedPartnership
  comparison: VfmComparison
  place: Place
  criterion: string | null
}

function ComparedRow({ row, comparison, place, criterion }: RowProps) {
  const { id, name, leadOfficer, rating, direction, state, cost, saving, delivery, overdueActions } = row
  const { year } = comparison
  return (
    <Row>
      <RowHead>
        <Link to={partnershipValuePath(id, { ...place, year: year.key }, criterion)}>{name}</Link>
        <span className="code">{leadOfficer ?? 'No lead officer named'}</span>
      </RowHead>
      <Cell label="Rating">
        <span className="receipt">
          <RatingDots rating={rating?.rating ?? null} />
          <span>{rating?.word ?? 'Not assessed'}</span>
        </span>
        {state === 'draft' || state === 'moderated' ? (
          <span className="code">{stateWords[state]}</span>
        ) : null}
      </Cell>
      <Cell label="Since the year before">
        {direction === null ? (
          <span className="muted">
            –<span className="visually-hidden"> nothing to compare</span>
          </span>
        ) : (
          <DirectionText row={row} direction={direction} />
        )}
      </Cell>
      <Cell className="number" label="Cost">
        {pounds(cost)}
      </Cell>
      <Cell className="number" label="Saved">
        {pounds(saving)}
      </Cell>
      <Cell className="number" label="Saved for each £1">
        {perPound(row.perPound)}
      </Cell>
      <Cell label="Delivery now">
        {delivery.total === 0 ? (
          <span className="muted">none designated</span>
        ) : (
          shortCounts({ ...delivery, holdsOffTarget: delivery.offTarget > 0 })
        )}
      </Cell>
      <Cell className="number" label="Overdue actions">
        {overdueActions === 0 ? <span className="zero">0</span> : <b>{overdueActions}</b>}
      </Cell>
    </Row>
  )
}

function DirectionText({
  row,
  direction,
}: {
  row: ComparedPartnership
  direction: 'better' | 'worse' | 'no_change'
}) {
  if (direction === 'no_change') return <span className="muted">No change</span>
  const word = direction === 'better' ? 'Better' : 'Worse'
  return (
    <>
      <b>{word}</b>
      <span className="visually-hidden">{directionWords[direction].replace(/^\w+/, '')}</span>: was{' '}
      {row.before?.word.toLowerCase()}
    </>
  )
}

function MedianRow({ comparison: { medians, words } }: { comparison: VfmComparison }) {
  return (
    <Row className="total-row">
      <RowHead>Median of {medians.assessed} assessed</RowHead>
      <Cell label="Rating">{medians.rating === null ? '–' : words[medians.rating - 1]}</Cell>
      <Cell className="none">{''}</Cell>
      <Cell className="number" label="Cost">
        {pounds(medians.cost)}
      </Cell>
      <Cell className="number" label="Saved">
        {pounds(medians.saving)}
      </Cell>
      <Cell className="number" label="Saved for each £1">
        {perPound(medians.perPound)}
      </Cell>
      <Cell className="none">{''}</Cell>
      <Cell className="none">{''}</Cell>
    </Row>
  )
}
