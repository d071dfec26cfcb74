import { useState } from 'react'

/** Where a reader is among the points of a drawing: `byKeys` where the keyboard brought them there. */
export type CursorState = { place: number; byKeys: boolean } | null

export type ReadingCursor = {
  get: () => CursorState
  set: (state: CursorState) => void
  subscribe: (onChange: () => void) => () => void
}

/** Outside React’s state: a key moves the mark and the words, and nothing of the drawing is made anew. */
export function createReadingCursor(): ReadingCursor {
  let current: CursorState = null
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (next) => {
      if (next?.place === current?.place && next?.byKeys === current?.byKeys) return
      current = next
      for (const listener of listeners) listener()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => {
        listeners.delete(onChange)
      }
    },
  }
}

export function useReadingCursor(): ReadingCursor {
  const [cursor] = useState(createReadingCursor)
  return cursor
}
