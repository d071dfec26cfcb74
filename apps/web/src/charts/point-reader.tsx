import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useSyncExternalStore } from 'react'
import type { PointReading } from './prepare/point-sentences.ts'
import type { ReadingCursor } from './reading-cursor.ts'

type PointReaderProps = {
  /** What the drawing shows, in a sentence or more. */
  label: string
  cursor: ReadingCursor
  count: number
  /** Where the first key leads: the newest figure, or the first row. */
  start: number
  /** Points side by side, or under one another. */
  axis: 'across' | 'down'
  say: (place: number) => PointReading | null
  children: ReactNode
}

const forward = { across: 'ArrowRight', down: 'ArrowDown' }
const back = { across: 'ArrowLeft', down: 'ArrowUp' }

/**
 * A drawing that is one stop of the Tab key: arrow keys, Home and End move from point to point, Escape ends the
 * reading. The point is marked, its words stand under the drawing and are spoken.
 */
export function PointReader({ label, cursor, count, start, axis, say, children }: PointReaderProps) {
  const hint = useId()

  function next(key: string): number | null {
    const at = cursor.get()?.place ?? null
    if (key === 'Home') return 0
    if (key === 'End') return count - 1
    if (key !== forward[axis] && key !== back[axis]) return null
    if (at === null) return start
    return Math.max(0, Math.min(count - 1, at + (key === forward[axis] ? 1 : -1)))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') cursor.set(null)
    const place = event.ctrlKey || event.metaKey || event.altKey ? null : next(event.key)
    if (place === null) return
    event.preventDefault()
    cursor.set({ place, byKeys: true })
    if (axis === 'down')
      event.currentTarget.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  function onPointerMove(event: PointerEvent): void {
    const under = event.target instanceof Element ? event.target.closest('[data-place]') : null
    const place = under?.getAttribute('data-place') ?? null
    if (place !== null) cursor.set({ place: Number(place), byKeys: false })
  }

  return (
    <div className="point-reader">
      <div
        className="readable-drawing"
        role="application"
        aria-roledescription="chart"
        aria-label={label}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys read it, as its hint says.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        // The drawing shows nothing of its own under the pointer: it need not look where that is.
        onMouseMoveCapture={(event) => event.stopPropagation()}
        onPointerLeave={() => cursor.get()?.byKeys === false && cursor.set(null)}
        onBlur={() => cursor.set(null)}
      >
        {children}
      </div>
      <ReadingLine cursor={cursor} say={say}>
        <p id={hint} className="muted">
          {axis === 'across' ? 'Left and right' : 'Up and down'} arrow keys read each figure, Home and End the
          first and the last; Escape ends.
        </p>
      </ReadingLine>
    </div>
  )
}

type ReadingLineProps = Pick<PointReaderProps, 'cursor' | 'say' | 'children'>

/** What is read, in the place of how to read; only what keys bring is spoken. */
function ReadingLine({ cursor, say, children }: ReadingLineProps) {
  const state = useSyncExternalStore(cursor.subscribe, cursor.get)
  const reading = state === null ? null : say(state.place)
  return (
    <div className="reading-line">
      {reading === null ? (
        children
      ) : (
        <p aria-hidden="true">
          <b>{reading.name}</b> {reading.words}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {reading === null || state?.byKeys !== true ? '' : `${reading.name}: ${reading.words}`}
      </p>
    </div>
  )
}
