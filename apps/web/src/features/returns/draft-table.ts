import { itemKey, parseCellKey } from '@accord/domain'
import { blankCell, type DraftCell } from './draft-cell.ts'

/** What belongs together on the screen: an indicator’s row, an action, a single box of the narrative. */
export type DraftItem = { cells: ReadonlyMap<string, DraftCell>; texts: ReadonlyMap<string, string> }

export type DraftTable = {
  get: (cell: string) => DraftCell
  set: (entry: DraftCell) => void
  all: () => IterableIterator<DraftCell>
  /** The same object until something of the item changes; the same texts until one of them does. */
  item: (key: string) => DraftItem
  /** Every text that is not blank; the same map until one changes. */
  texts: () => ReadonlyMap<string, string>
  /** Calls when something of the item changes, or of anything where no item is named. */
  subscribe: (item: string | null, listener: () => void) => () => void
}

const nothing: DraftItem = { cells: new Map(), texts: new Map() }

function itemOf(cell: string): string {
  const parsed = parseCellKey(cell)
  return parsed === null ? cell : itemKey(parsed)
}

/** The cells of one return on this device, and who is told when which of them changes. */
export function createDraftTable(): DraftTable {
  const cells = new Map<string, DraftCell>()
  const items = new Map<string, DraftItem>()
  const listeners = new Map<string | null, Set<() => void>>()
  let texts: ReadonlyMap<string, string> | null = null

  function setItem(entry: DraftCell, isNewText: boolean): string {
    const key = itemOf(entry.cell)
    const before = items.get(key) ?? nothing
    const itemTexts = isNewText ? withText(before.texts, entry) : before.texts
    items.set(key, { cells: new Map(before.cells).set(entry.cell, entry), texts: itemTexts })
    return key
  }

  return {
    get: (cell) => {
      const known = cells.get(cell)
      if (known !== undefined) return known
      const blank = blankCell(cell)
      cells.set(cell, blank)
      return blank
    },
    set: (entry) => {
      const isNewText = cells.get(entry.cell)?.text !== entry.text
      cells.set(entry.cell, entry)
      if (isNewText) texts = null
      const key = setItem(entry, isNewText)
      for (const listener of [...(listeners.get(key) ?? []), ...(listeners.get(null) ?? [])]) listener()
    },
    all: () => cells.values(),
    item: (key) => items.get(key) ?? nothing,
    texts: () => {
      texts ??= new Map([...cells.values()].flatMap(({ cell, text }) => (text === '' ? [] : [[cell, text]])))
      return texts
    },
    subscribe: (item, listener) => {
      const known = listeners.get(item) ?? new Set()
      listeners.set(item, known.add(listener))
      return () => known.delete(listener)
    },
  }
}

function withText(texts: ReadonlyMap<string, string>, { cell, text }: DraftCell): Map<string, string> {
  const changed = new Map(texts)
  if (text === '') changed.delete(cell)
  else changed.set(cell, text)
  return changed
}
