import { type FigureField, indicatorCell, usualRangeOf } from '@accord/domain'
import { type Ref, useDeferredValue, useMemo } from 'react'
import { LastValues } from '#charts/draw/last-values.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { CellHistory } from './cell-history.tsx'
import { factsOf, lastPoints, summaryOf, valuesShown } from './details-facts.ts'
import { useItem, useRoom } from './draft-context.tsx'
import { polarityWord } from './return-words.ts'
import { readRow } from './row-reading.ts'
import { ValuesTable } from './values-table.tsx'

type DetailsPanelProps = {
  slug: string
  heading: Ref<HTMLHeadingElement>
  onClose: () => void
  /** Escape: back to the box that was left for this. */
  onBack: () => void
}

/** What is known of one figure. It stays open while moving between boxes, and follows a moment behind. */
export function DetailsPanel({ slug, heading, onClose, onBack }: DetailsPanelProps) {
  const { model } = useRoom()
  const item = useDeferredValue(useItem(`indicators/${slug}`))
  const found = model.bySlug.get(slug)
  const reading = useMemo(
    () => (found === undefined ? null : readRow(model, found, item.texts)),
    [model, found, item.texts],
  )
  if (found === undefined || reading === null) return null
  const { row, indicator } = found
  const usual = usualRangeOf(indicator, model.quarterIndex)
  const series = lastPoints(model, found, reading.figure)
  const field: FigureField = row.isRatio ? 'numerator' : 'value'
  return (
    <aside
      className="details-panel"
      aria-labelledby="details-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <div className="details-head">
        <h2 id="details-heading" ref={heading} tabIndex={-1}>
          {row.code} details
        </h2>
        <button type="button" className="link-button" onClick={onClose}>
          Close <span className="visually-hidden">details</span>
        </button>
      </div>
      <p className="small muted">
        {row.title}. {polarityWord(row).replace(/^./, (first) => first.toUpperCase())}. Stays open as you move
        between boxes.
      </p>
      <div className="details-values">
        <div>
          <h3 className="details-title">Last {valuesShown} values</h3>
          <LastValues
            series={series}
            measure={row.measure}
            format={row}
            usual={usual}
            summary={summaryOf(row, series, usual)}
          />
          <Key hasUsual={usual !== null} />
        </div>
        <ValuesTable code={row.code} series={series} format={row} measure={row.measure} />
      </div>
      <FactList
        facts={factsOf({ found, usual, cells: item.cells, today: model.quarterlyReturn.today, field })}
      />
      <CellHistory key={slug} cell={indicatorCell(slug, field)} />
    </aside>
  )
}

function Key({ hasUsual }: { hasUsual: boolean }) {
  return (
    <ul className="key details-key">
      <li>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <circle className="point-provisional" cx="6" cy="6" r="4.2" />
        </svg>
        as entered
      </li>
      <li>
        <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
          <path className="long-target" d="M0 5H26" />
        </svg>
        target
      </li>
      {hasUsual ? (
        <li>
          <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
            <rect className="usual-range" width="10" height="14" />
          </svg>
          usual range
        </li>
      ) : null}
    </ul>
  )
}
