import type { CatalogueIndicator, IndicatorPage } from '@accord/api-client'
import { notRatedWord } from '@accord/domain'
import { Link } from 'react-router'
import { FigureText } from '#charts/figure-text.tsx'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import type { ListSearch } from '#lib/list-search.ts'
import { csvPath, indicatorPath, type Place, partnershipPath } from '#lib/paths.ts'
import { Paging } from '#ui/paging.tsx'
import { SortHeading } from '#ui/sort-heading.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { countWords, mostCompared } from './catalogue-words.ts'
import { CompareBar } from './compare-bar.tsx'
import { useChosen } from './use-chosen.ts'

type IndicatorListProps = {
  page: IndicatorPage
  list: ListSearch
  place: Place
  /** What the rows were asked for with, and what their CSV is asked for with. */
  filters: Readonly<Record<string, string | null>>
  clearHref: string
  isFiltered: boolean
}

const headings = [
  { label: 'Indicator', field: 'code', words: ['by code', 'by code, last first'] },
  { label: 'Partnership', field: 'owner', words: ['A to Z', 'Z to A'] },
  { label: 'Outcome', field: 'outcome', words: ['A to Z', 'Z to A'] },
] as const

const columns = 7

export function IndicatorList({ page, list, place, filters, clearHref, isFiltered }: IndicatorListProps) {
  const { items, total, pageSize } = page
  const sort = list.filterOf('sort')
  const sortHref = (next: string) => list.hrefWith({ sort: next })
  const { chosen, choose } = useChosen(list)
  return (
    <>
      <div className="list-count">
        <p role="status">{countWords(total, list, isFiltered)}</p>
        <a href={csvPath('/indicators', { ...filters, page: null, pageSize: null })} download>
          Download CSV
        </a>
      </div>
      <CompareBar chosen={chosen} place={place} clearHref={list.hrefWith({ chosen: null })} />
      <Table
        className="record-table stack catalogue"
        caption="Indicators"
        head={
          <>
            <HeadCell className="tick">
              <span className="visually-hidden">Compare</span>
            </HeadCell>
            {headings.map(({ label, field, words }) => (
              <SortHeading key={field} {...{ label, field, sort, words }} hrefFor={sortHref} />
            ))}
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
            isChosen={chosen.includes(indicator.id)}
            isFull={chosen.length >= mostCompared}
            onChoose={choose}
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

type IndicatorRowProps = {
  indicator: CatalogueIndicator
  place: Place
  isChosen: boolean
  isFull: boolean
  onChoose: (id: string, isChosen: boolean) => void
}

function IndicatorRow({ indicator, place, isChosen, isFull, onChoose }: IndicatorRowProps) {
  const { id, code, title, framework, outcome, owner, leadOfficer, value, state, target, now } = indicator
  const { orphaned, stale } = indicator
  return (
    <Row>
      <Cell className="tick">
        <input
          type="checkbox"
          aria-label={`Compare ${code}, ${framework.shortName}`}
          checked={isChosen}
          disabled={isFull && !isChosen}
          aria-describedby={isFull && !isChosen ? 'compare-said' : undefined}
          onChange={(event) => onChoose(id, event.target.checked)}
        />
      </Cell>
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
        {leadOfficer === null ? null : <span className="code">{leadOfficer}</span>}
        {orphaned === null ? null : <Wanting word="Orphaned" sentence={orphaned} />}
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
        {stale === null ? null : <Wanting word="Stale" sentence={stale} />}
      </Cell>
    </Row>
  )
}

function Wanting({ word, sentence }: { word: string; sentence: string }) {
  return (
    <span className="wanting">
      <b>{word}</b>: {sentence}
    </span>
  )
}
