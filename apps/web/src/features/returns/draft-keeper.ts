import { type DraftCell, isPending, type QueuedCell } from './draft-cell.ts'
import type { DraftQueue } from './draft-queue.ts'

export type DraftKeeper = {
  /** Writes what is pending of a cell, or takes it out when nothing is. */
  keep: (cell: string) => void
  /** Resolves when all that was asked for is written, or cannot be. */
  written: () => Promise<void>
  /** Whether closing the tab now would lose something. */
  isUnsafe: () => boolean
  /** False where this browser keeps nothing, as in some private windows. */
  works: () => boolean
  read: () => Promise<QueuedCell[]>
}

type KeeperInput = { queue: DraftQueue; get: (cell: string) => DraftCell; newId: () => string }

/** Writes to the device as fast as it takes them: while one writing lasts, the next ones are put together. */
export function createDraftKeeper({ queue, get, newId }: KeeperInput): DraftKeeper {
  const due = new Set<string>()
  const stamps = new Map<string, string>()
  let running: Promise<void> | null = null
  let inHand = new Set<string>()
  // What could not be written, and is only in this tab.
  let unwritten = new Set<string>()

  function toQueued(entry: DraftCell): QueuedCell {
    const stamp = newId()
    stamps.set(entry.cell, stamp)
    const { cell, state, sentence, base, sent, typedAt } = entry
    const text = entry.unsaved ?? entry.text
    return { cell, text, state, sentence, base, sent, typedAt: typedAt ?? 0, stamp }
  }

  async function writeOnce(): Promise<void> {
    inHand = new Set(due)
    due.clear()
    const entries = [...inHand].map(get)
    const done = entries.filter((entry) => !isPending(entry))
    const taken = done.flatMap(({ cell }) => {
      const stamp = stamps.get(cell)
      stamps.delete(cell)
      return stamp === undefined ? [] : [{ cell, stamp }]
    })
    const kept = entries.filter(isPending).map(toQueued)
    if (kept.length > 0) await queue.put(kept)
    if (taken.length > 0) await queue.remove(taken)
  }

  async function run(): Promise<void> {
    try {
      while (due.size > 0) await writeOnce()
      unwritten = new Set()
    } catch {
      for (const cell of [...inHand, ...due]) unwritten.add(cell)
    }
    inHand = new Set()
    running = null
  }

  return {
    keep: (cell) => {
      due.add(cell)
      running ??= run()
    },
    written: async () => {
      await running
    },
    isUnsafe: () => [...due, ...inHand, ...unwritten].some((cell) => isPending(get(cell))),
    works: () => ![...unwritten].some((cell) => isPending(get(cell))),
    read: async () => {
      try {
        const queued = await queue.read()
        for (const { cell, stamp } of queued) stamps.set(cell, stamp)
        return queued
      } catch {
        return []
      }
    },
  }
}
