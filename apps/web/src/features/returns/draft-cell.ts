import type { ReturnCellAnswer } from '@accord/api-client'

/** One change as it goes to the server. Sent again with the same id it is kept once. */
export type Change = { changeId: string; cell: string; value: string | null; version: number }

/**
 * Where an answer stands. `settled`: as the server has it. `waiting`: typed and not yet acknowledged. `sending`:
 * on its way. `invalid`, `conflict`, `locked`: not kept there, and never sent again until a person does something.
 */
export type CellState = 'settled' | 'waiting' | 'sending' | 'invalid' | 'conflict' | 'locked'

/** One answer as this device has it. Never changed in place: a new object is a new reading. */
export type DraftCell = {
  cell: string
  /** What its box shows. */
  text: string
  state: CellState
  /** Why it was not kept. */
  sentence: string | null
  /** What was typed into an answer that was locked meanwhile: not shown as the answer, and not thrown away. */
  unsaved: string | null
  /** What the server holds, as far as is known here. */
  kept: ReturnCellAnswer | null
  /** The version that was seen when typing began. */
  base: number
  /** What was sent and not acknowledged: it is sent again as it was, whatever has been typed since. */
  sent: Change | null
  /** Milliseconds; null where nothing was typed here. */
  typedAt: number | null
}

/** What survives the tab: the part of a cell that the server does not have. */
export type QueuedCell = Pick<DraftCell, 'cell' | 'text' | 'state' | 'sentence' | 'base' | 'sent'> & {
  typedAt: number
  /** Of this writing: only what was last written may be taken out. */
  stamp: string
}

export function blankCell(cell: string): DraftCell {
  const nothing = { sentence: null, unsaved: null, kept: null, sent: null, typedAt: null }
  return { cell, text: '', state: 'settled', base: 0, ...nothing }
}

export function isPending({ state }: Pick<DraftCell, 'state'>): boolean {
  return state !== 'settled'
}

/** The return was locked while this was typed: what the server holds is the answer. */
export function locked(entry: DraftCell, kept: ReturnCellAnswer | null, sentence: string | null): DraftCell {
  const unsaved = entry.unsaved ?? entry.text
  return { ...entry, kept, text: kept?.value ?? '', state: 'locked', sentence, unsaved, sent: null }
}

export function keptText({ kept }: Pick<DraftCell, 'kept'>): string {
  return kept?.value ?? ''
}

/** As the server has it. The text stays as typed while someone may still be typing. */
export function settled(entry: DraftCell, kept: ReturnCellAnswer | null, text: string): DraftCell {
  return {
    ...entry,
    kept,
    text,
    state: 'settled',
    sentence: null,
    unsaved: null,
    sent: null,
    base: kept?.version ?? 0,
  }
}

export function newer(a: ReturnCellAnswer | null, b: ReturnCellAnswer | null): ReturnCellAnswer | null {
  if (a === null || b === null) return a ?? b
  return b.version >= a.version ? b : a
}
