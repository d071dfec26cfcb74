/** The boxes of the grid in reading order, a list a row: what arrow keys and a pasted column go by. */
export function boxesOf(grid: HTMLElement): HTMLInputElement[][] {
  const rows = new Map<string, HTMLInputElement[]>()
  for (const box of grid.querySelectorAll<HTMLInputElement>('input[data-row]')) {
    const row = box.dataset.row ?? ''
    rows.set(row, [...(rows.get(row) ?? []), box])
  }
  return [...rows.values()]
}

type Place = { row: number; column: number }

export function placeIn(rows: readonly HTMLInputElement[][], box: EventTarget): Place | null {
  const row = rows.findIndex((boxes) => boxes.some((one) => one === box))
  if (row === -1) return null
  return { row, column: rows[row]?.findIndex((one) => Object.is(one, box)) ?? 0 }
}

/** The box under or over this one, in the same column where the row has two; null at either end. */
export function neighbour(
  rows: readonly HTMLInputElement[][],
  { row, column }: Place,
  step: 1 | -1,
): HTMLInputElement | null {
  const boxes = rows[row + step]
  return boxes?.[column] ?? boxes?.at(-1) ?? null
}

/** Which way a key leads from a box; null where it is not a key of the grid. */
export function stepOf(event: {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): 1 | -1 | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1
  if (event.shiftKey) return null
  if (event.key === 'ArrowDown') return 1
  return event.key === 'ArrowUp' ? -1 : null
}

/** A copied range as rows of cells; null for a text of one cell, which is pasted as it is. */
export function pastedRows(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows
}

/** What a pasted range puts where, from the box it was pasted into downwards; blank cells change nothing. */
export function pasteInto(
  rows: readonly HTMLInputElement[][],
  { row, column }: Place,
  pasted: readonly string[][],
): { entries: [cell: string, text: string][]; leftOut: number } {
  const entries: [string, string][] = []
  let leftOut = 0
  pasted.forEach((texts, line) => {
    texts.forEach((text, offset) => {
      if (text === '') return
      const boxes = rows[row + line]
      const box = boxes?.[(boxes.length === 1 ? 0 : column) + offset]
      if (box === undefined) leftOut += 1
      else entries.push([box.id, text])
    })
  })
  return { entries, leftOut }
}
