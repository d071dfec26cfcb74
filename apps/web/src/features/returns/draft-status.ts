import type { DraftCell } from './draft-cell.ts'

export type DraftStatus = {
  connection: 'up' | 'down' | 'signed-out'
  /** Whether this browser keeps what is not sent yet. */
  isKept: boolean
  /** Typed and not yet acknowledged. */
  waiting: number
  invalid: number
  conflicts: number
  locked: number
  /** When the server last took something, ISO; null where it never did. */
  lastSavedAt: string | null
}

export function statusOf(
  cells: Iterable<DraftCell>,
  about: Pick<DraftStatus, 'connection' | 'isKept'>,
): DraftStatus {
  const status: DraftStatus = { ...about, waiting: 0, invalid: 0, conflicts: 0, locked: 0, lastSavedAt: null }
  for (const { state, kept } of cells) {
    if (state === 'waiting' || state === 'sending') status.waiting += 1
    if (state === 'invalid') status.invalid += 1
    if (state === 'conflict') status.conflicts += 1
    if (state === 'locked') status.locked += 1
    if (kept !== null && (status.lastSavedAt === null || kept.changedAt > status.lastSavedAt)) {
      status.lastSavedAt = kept.changedAt
    }
  }
  return status
}
