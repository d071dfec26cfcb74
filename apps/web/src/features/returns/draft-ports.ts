import type { ReturnCellAnswer, SavedCells } from '@accord/api-client'
import type { Change } from './draft-cell.ts'
import type { DraftQueue } from './draft-queue.ts'
import type { DraftStatus } from './draft-status.ts'
import type { DraftTable } from './draft-table.ts'

/** Whether a text can be kept, and as what. */
export type Judgement = { ok: true; value: string | null } | { ok: false; sentence: string }

export type DraftPorts = {
  send: (changes: readonly Change[]) => Promise<SavedCells>
  queue: DraftQueue
  /** The first tier of checks; `texts` holds the other half of a ratio. */
  judge: (cell: string, text: string, texts: ReadonlyMap<string, string>) => Judgement
  /** The other half of a ratio, which is judged together with this one. */
  siblingOf: (cell: string) => string | null
  onSaved: (saved: SavedCells) => void
  now: () => number
  newId: () => string
}

export type DraftStore = Pick<DraftTable, 'get' | 'all' | 'item' | 'texts' | 'subscribe'> & {
  /** Read from the server: what is pending here wins over it. */
  accept: (answers: readonly ReturnCellAnswer[]) => void
  type: (cell: string, text: string) => void
  /** Several at once, as one save: a pasted column. */
  typeMany: (entries: readonly (readonly [cell: string, text: string])[]) => void
  /** The box was left: its answer goes now. */
  leave: (cell: string) => void
  choose: (cell: string, choice: 'mine' | 'theirs') => void
  status: () => DraftStatus
  /** Sends all there is. True when the server has everything that can be kept. */
  settle: () => Promise<boolean>
  retry: () => void
  isUnsafe: () => boolean
  /** Takes up what an earlier tab left. */
  restore: () => Promise<void>
  stop: () => void
}
