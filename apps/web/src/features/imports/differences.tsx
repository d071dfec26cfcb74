import type { Import, ImportDifference } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { differencesQuery } from '#lib/queries.ts'
import { Paging } from '#ui/paging.tsx'
import { Hairlines } from '#ui/skeleton.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { figureWords, quarterWords } from './import-words.ts'

const columns = 5
const pageSize = 50
const rowsShown = 10

type Outcome = ImportDifference['outcome']

const outcomeWords: Readonly<Record<Outcome, string>> = { added: 'New', changed: 'Changed', same: 'The same' }

const outcomeIn = (text: string | null): Outcome | null =>
  text === 'added' || text === 'changed' || text === 'same' ? text : null

/** Figure by figure: what it is here, and what the file makes of it. */
export function Differences({ found, list }: { found: Import; list: ListSearch }) {
  const outcome = outcomeIn(list.filterOf('outcome'))
  const asked = { page: list.page, outcome, version: found.version }
  const query = useQuery({ ...differencesQuery(found.id, asked), placeholderData: keepPreviousData })
  const total = query.data?.total ?? 0
  return (
    <div className="import-differences">
      <div className="list-count">
        <p role="status">
          {query.data === undefined ? 'Loading the differences …' : countOf(total, 'figure')}
        </p>
        <Ways found={found} outcome={outcome} list={list} />
      </div>
      {query.data === undefined ? (
        <Hairlines count={rowsShown} rowHeightPixels={40} />
      ) : (
        <DifferenceTable items={query.data.items} words={found.state === 'ready' ? proposed : done} />
      )}
      <Paging
        page={list.page}
        pageCount={Math.ceil(total / pageSize)}
        hrefFor={(page) => list.hrefWith({ page })}
      />
    </div>
  )
}

function Ways({ found, outcome, list }: { found: Import; outcome: Outcome | null; list: ListSearch }) {
  const same = found.state === 'ready' ? (found.summary?.same ?? 0) : 0
  const ways: { name: string; value: Outcome | null }[] = [
    { name: 'All differences', value: null },
    ...(found.changed > 0 && found.added > 0 ? [{ name: 'Changed only', value: 'changed' as const }] : []),
    ...(same > 0 ? [{ name: `The same (${same.toLocaleString('en-GB')})`, value: 'same' as const }] : []),
  ]
  if (ways.length === 1) return null
  return (
    <p className="import-ways">
      {ways.map(({ name, value }) => (
        <Link
          key={name}
          to={list.hrefWith({ outcome: value })}
          aria-current={value === outcome ? 'true' : undefined}
          preventScrollReset
        >
          {name}
        </Link>
      ))}
    </p>
  )
}

type Words = { before: string; after: string }

const proposed: Words = { before: 'Here now', after: 'In the file' }
const done: Words = { before: 'Before', after: 'Loaded' }

function DifferenceTable({ items, words }: { items: readonly ImportDifference[]; words: Words }) {
  return (
    <Table
      className="record-table stack"
      caption="What the import changes, figure by figure"
      head={
        <>
          <HeadCell>Organisation</HeadCell>
          <HeadCell>Indicator</HeadCell>
          <HeadCell>Quarter</HeadCell>
          <HeadCell>{words.before}</HeadCell>
          <HeadCell>{words.after}</HeadCell>
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyRow columns={columns}>There is no figure of this kind in the file.</EmptyRow>
      ) : null}
      {items.map((item) => (
        <DifferenceRow key={item.line} item={item} words={words} />
      ))}
    </Table>
  )
}

function DifferenceRow({ item, words }: { item: ImportDifference; words: Words }) {
  const { line, outcome, indicator, organisation, quarter, before, after, isPublished, isUndone } = item
  return (
    <Row>
      <RowHead>
        {organisation ?? 'Whole area'}
        <span className="code">Line {line}</span>
      </RowHead>
      <Cell label="Indicator">{indicator.code}</Cell>
      <Cell label="Quarter">
        {quarterWords(quarter)}
        {isPublished ? <span className="code">Published: that stays</span> : null}
      </Cell>
      <Cell label={words.before}>
        {before === null ? <span className="muted">Nothing</span> : figureWords(before, indicator)}
      </Cell>
      <Cell label={words.after}>
        <b>{outcomeWords[outcome]}:</b> {figureWords(after, indicator)}
        {isUndone ? <span className="code">Undone</span> : null}
      </Cell>
    </Row>
  )
}
