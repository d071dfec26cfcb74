import type { SavedCells } from '@accord/api-client'
import { problemOf } from '#lib/problem.ts'
import { afterAnswer, afterChoice, afterFailure, afterTyping, mayPass } from './draft-answers.ts'
import {
  type Change,
  type DraftCell,
  isPending,
  keptText,
  locked,
  newer,
  type QueuedCell,
  settled,
} from './draft-cell.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import type { DraftPorts, DraftStore } from './draft-ports.ts'
import { type DraftStatus, statusOf } from './draft-status.ts'
import { createDraftTable } from './draft-table.ts'

const quietMilliseconds = 500
const firstRetryMilliseconds = 1000
const longestRetryMilliseconds = 30_000
const mostInOneSave = 200

/** The answers of one return as they are typed: outside React, so that a key repaints one row only. */
export function createDraftStore(ports: DraftPorts): DraftStore {
  const table = createDraftTable()
  const keeper = createDraftKeeper({ queue: ports.queue, get: table.get, newId: ports.newId })
  const dueAt = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null
  let failures = 0
  let isStopped = false
  let connection: DraftStatus['connection'] = 'up'
  let status: DraftStatus | null = null

  function change(entry: DraftCell): void {
    if (entry === table.get(entry.cell)) return
    status = null
    table.set(entry)
  }

  function keep(entry: DraftCell): void {
    change(entry)
    keeper.keep(entry.cell)
  }

  function isSame(typed: string, kept: string, cell: string): boolean {
    if (typed === kept) return true
    const judged = ports.judge(cell, typed, new Map())
    return judged.ok && (judged.value ?? '') === kept
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void flush(), milliseconds)
  }

  /** What can go now: typed and quiet for a while, and possible as far as this device can tell. */
  function takeDue(): Change[] {
    const changes: Change[] = []
    for (const entry of [...table.all()]) {
      if (entry.state !== 'waiting' || changes.length === mostInOneSave) continue
      if ((dueAt.get(entry.cell) ?? 0) > ports.now()) continue
      const change = entry.sent ?? newChange(entry)
      if (change === null) continue
      changes.push(change)
      keep({ ...entry, state: 'sending', sent: change })
    }
    return changes
  }

  function newChange(entry: DraftCell): Change | null {
    const { cell, text, base } = entry
    const judged = ports.judge(cell, text, table.texts())
    if (judged.ok) return { changeId: ports.newId(), cell, value: text === '' ? null : text, version: base }
    keep({ ...entry, state: 'invalid', sentence: judged.sentence })
    return null
  }

  /** One save at a time, so that the next one knows the versions that this one makes. */
  function flush(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  async function sendAll(): Promise<void> {
    for (let changes = takeDue(); changes.length > 0; changes = takeDue()) {
      await keeper.written()
      try {
        take(await ports.send(changes))
      } catch (error) {
        fail(changes, error)
        return
      }
    }
    const next = Math.min(
      ...[...dueAt].filter(([cell]) => table.get(cell).state === 'waiting').map(([, at]) => at),
    )
    if (Number.isFinite(next)) schedule(Math.max(0, next - ports.now()))
  }

  function take(saved: SavedCells): void {
    failures = 0
    setConnection('up')
    for (const result of saved.results) {
      const entry = table.get(result.cell)
      const after = afterAnswer(entry, result, (typed, kept) => isSame(typed, kept, result.cell))
      if (after !== entry) keep(after)
      if (result.outcome === 'saved') rejudge(ports.siblingOf(result.cell))
    }
    ports.onSaved(saved)
  }

  /** One half was refused because of the other: when that has changed it may be possible. */
  function rejudge(cell: string | null): void {
    const entry = cell === null ? null : table.get(cell)
    if (entry === null || entry.state !== 'invalid') return
    if (ports.judge(entry.cell, entry.text, table.texts()).ok)
      keep({ ...entry, state: 'waiting', sentence: null })
  }

  function fail(changes: readonly Change[], error: unknown): void {
    const problem = problemOf(error)
    for (const { cell } of changes) {
      const entry = table.get(cell)
      if (entry.state === 'sending') keep(afterFailure(entry, problem))
    }
    if (problem.status === 401) setConnection('signed-out')
    else if (mayPass(problem)) {
      setConnection('down')
      schedule(Math.min(longestRetryMilliseconds, firstRetryMilliseconds * 2 ** failures))
      failures += 1
    }
  }

  function setConnection(next: DraftStatus['connection']): void {
    if (connection === next) return
    connection = next
    status = null
    // Every cell that waits says it in its own row.
    for (const entry of [...table.all()]) if (isPending(entry)) table.set({ ...entry })
  }

  function type(cell: string, text: string, waitMilliseconds: number): void {
    const before = table.get(cell)
    if (before.text === text) return
    dueAt.set(cell, ports.now() + waitMilliseconds)
    keep(afterTyping(before, text, ports.now()))
    rejudge(ports.siblingOf(cell))
  }

  function takeUp({ stamp: _, ...queued }: QueuedCell): void {
    const entry = table.get(queued.cell)
    // What has been typed into the box since it was opened is newer.
    if (isPending(entry)) return
    // Asked again: what kept it from being saved may be over. A change that was sent keeps its id.
    const state = queued.state === 'conflict' || queued.state === 'invalid' ? queued.state : 'waiting'
    change({ ...entry, ...queued, state, kept: entry.kept })
  }

  return {
    ...table,
    accept: (answers) => {
      for (const answer of answers) {
        const entry = table.get(answer.cell)
        if (entry.kept !== null && answer.version <= entry.kept.version) continue
        const kept = newer(entry.kept, answer)
        if (entry.state === 'locked') change(locked(entry, kept, entry.sentence))
        else change(isPending(entry) ? { ...entry, kept } : settled(entry, kept, kept?.value ?? ''))
      }
    },
    type: (cell, text) => {
      type(cell, text, quietMilliseconds)
      if (connection === 'up') schedule(quietMilliseconds)
    },
    typeMany: (entries) => {
      for (const [cell, text] of entries) type(cell, text, 0)
      void flush()
    },
    leave: (cell) => {
      const entry = table.get(cell)
      dueAt.set(cell, 0)
      if (entry.state === 'settled')
        change(entry.text === keptText(entry) ? entry : { ...entry, text: keptText(entry) })
      else if (connection === 'up') void flush()
    },
    choose: (cell, choice) => {
      keep(afterChoice(table.get(cell), choice))
      dueAt.set(cell, 0)
      void flush()
    },
    status: () => {
      status ??= statusOf(table.all(), { connection, isKept: keeper.works() })
      return status
    },
    settle: async () => {
      for (const { cell } of table.all()) dueAt.set(cell, 0)
      await flush()
      return statusOf(table.all(), { connection, isKept: keeper.works() }).waiting === 0
    },
    retry: () => {
      failures = 0
      for (const { cell } of table.all()) dueAt.set(cell, 0)
      void flush()
    },
    isUnsafe: keeper.isUnsafe,
    restore: async () => {
      isStopped = false
      const queued = await keeper.read()
      for (const cell of queued) takeUp(cell)
      if (queued.length > 0) void flush()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      for (const { cell } of table.all()) dueAt.set(cell, 0)
      void flush()
    },
  }
}
