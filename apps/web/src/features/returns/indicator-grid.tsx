import { countOf } from '@accord/domain'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { HeadCell, Table } from '#ui/table.tsx'
import { useRoom } from './draft-context.tsx'
import { boxesOf, neighbour, pastedRows, pasteInto, placeIn, stepOf } from './grid-keys.ts'
import { IndicatorRow } from './indicator-row.tsx'

type IndicatorGridProps = {
  revealed: string | null
  /** The indicator whose box was entered: what the panel shows. */
  onEnter: (slug: string) => void
  /** Ctrl and Enter in a box: to its details. */
  onDetails: (slug: string, box: HTMLElement) => void
}

/** The indicators as a sheet: Enter and arrow keys go up and down, a copied column is pasted from a box downwards. */
export function IndicatorGrid({ revealed, onEnter, onDetails }: IndicatorGridProps) {
  const { model, store } = useRoom()
  const grid = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const { quarter } = model.quarterlyReturn

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event
    const slug = target instanceof HTMLInputElement ? target.dataset.row : undefined
    if (grid.current === null || slug === undefined || !(target instanceof HTMLElement)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onDetails(slug, target)
      return
    }
    const step = stepOf(event)
    if (step === null) return
    const rows = boxesOf(grid.current)
    const place = placeIn(rows, target)
    event.preventDefault()
    if (place !== null) neighbour(rows, place, step)?.focus()
  }

  function onPaste(event: ClipboardEvent<HTMLElement>): void {
    if (grid.current === null) return
    const rows = boxesOf(grid.current)
    const place = placeIn(rows, event.target)
    const pasted = pastedRows(event.clipboardData.getData('text/plain'))
    if (place === null || pasted === null) return
    event.preventDefault()
    const { entries, leftOut } = pasteInto(rows, place, pasted)
    store.typeMany(entries)
    const more =
      leftOut === 0
        ? ''
        : ` ${countOf(leftOut, 'figure')} had no box and ${leftOut === 1 ? 'was' : 'were'} left out.`
    setSaid(`${countOf(entries.length, 'figure')} pasted.${more}`)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the boxes in it are what is typed into.
    <div
      ref={grid}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onFocus={(event) => {
        const row = event.target.closest('[data-row]')
        if (row instanceof HTMLElement && row.dataset.row !== undefined) onEnter(row.dataset.row)
      }}
    >
      <p className={said === '' ? 'visually-hidden' : 'grid-said'} role="status">
        {said}
      </p>
      <Table
        className="return-grid"
        caption={`Indicators to report for ${quarter.label.toLowerCase()}`}
        head={
          <>
            <HeadCell>Indicator</HeadCell>
            <HeadCell className="number">
              Year <br />
              ago
            </HeadCell>
            <HeadCell className="number">
              Last <br />
              quarter
            </HeadCell>
            <HeadCell className="number">Target</HeadCell>
            <HeadCell className="row-entry">This quarter</HeadCell>
            <HeadCell>Rating and saving</HeadCell>
          </>
        }
      >
        {model.indicators.map(({ row }) => (
          <IndicatorRow
            key={row.id}
            slug={row.id}
            revealed={revealed?.startsWith(`indicators/${row.id}/`) ? revealed : null}
          />
        ))}
      </Table>
    </div>
  )
}
