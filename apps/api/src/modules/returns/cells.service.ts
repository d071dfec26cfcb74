import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '@accord/database'
import { parseCellKey } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { type Judged, judgeAll, keysToRead, type Now, outcomeOf, type SaveBody } from './cell-judgement.ts'
import {
  type CellChange,
  type CellContext,
  keepChanges,
  readCellContexts,
  readCellsNow,
  startReturn,
} from './cells.queries.ts'
import type { SavedCells } from './returns.schemas.ts'

/** Savers whose answers are kept in one statement; more wait for the next. */
const MOST_TOGETHER = 50

type Save = { context: Context; returnId: string; body: SaveBody }

type Waiting = Save & { resolve: (saved: SavedCells) => void; reject: (reason: unknown) => void }

type Ready = Save & { found: CellContext; judged: Judged[] }

export function noSuchReturn(id: string) {
  return notFound('#/path/id', `There is no return ${id} here. Choose one from /api/v1/returns.`)
}

/** A cell that is changed twice is changed in two statements, the later after the earlier. */
function inRounds(changes: readonly CellChange[]): CellChange[][] {
  const rounds: CellChange[][] = []
  const seen = new Map<string, number>()
  for (const change of changes) {
    const cell = `${change.returnId} ${change.cell}`
    const round = seen.get(cell) ?? 0
    seen.set(cell, round + 1)
    rounds[round] ??= []
    rounds[round]?.push(change)
  }
  return rounds
}

const changesOf = ({ judged }: Ready) => judged.flatMap((one) => ('change' in one ? [one.change] : []))

async function keepAll(database: Database, saves: readonly Ready[]): Promise<Set<string>> {
  const kept = new Set<string>()
  const at = saves[0]?.context.now ?? new Date()
  for (const { found, context, ...save } of saves) {
    const isFirst = found.state !== 'in_progress' && changesOf({ found, context, ...save }).length > 0
    if (isFirst) await startReturn(database, { returnId: save.returnId, personId: found.personId, at })
  }
  for (const round of inRounds(saves.flatMap(changesOf))) {
    for (const id of await keepChanges(database, at, round)) kept.add(id)
  }
  return kept
}

/** What the cells hold when every change was kept: what was just written, without asking again. */
function asWritten({ context: { actor, now }, found, judged }: Ready): Now {
  const cells = judged.flatMap((one) =>
    'change' in one
      ? [
          {
            cell: one.change.cell,
            value: one.change.value,
            version: one.change.version + 1,
            changedAt: now.toISOString(),
            changedBy: actor.name,
          },
        ]
      : [],
  )
  const hasStarted = found.state !== 'in_progress'
  return { state: 'in_progress', version: found.version + (hasStarted ? 1 : 0), cells, kept: [] }
}

async function toSaved(save: Ready, kept: ReadonlySet<string>): Promise<SavedCells> {
  const { context, returnId, body, judged } = save
  const isAllKept = judged.every((one) => 'change' in one && kept.has(one.change.changeId))
  const now = isAllKept
    ? asWritten(save)
    : await readCellsNow(context.database, {
        returnId,
        cells: body.changes.map(({ cell }) => cell),
        changeIds: body.changes.map(({ changeId }) => changeId),
      })
  return { results: judged.map((one) => outcomeOf(one, kept, now)), state: now.state, version: now.version }
}

async function makeReady(database: Database, saves: readonly Waiting[]): Promise<(Ready & Waiting)[]> {
  const contexts = await readCellContexts(
    database,
    saves[0]?.context.today ?? '',
    saves.map(({ context, returnId, body }) => {
      const cells = body.changes.map(({ cell }) => parseCellKey(cell))
      const slugs = cells.flatMap((cell) => (cell?.section === 'indicators' ? [cell.slug] : []))
      const { personId, assignmentId = null } = context.actor
      return { returnId, personId, assignmentId, slugs, cells: keysToRead(cells) }
    }),
  )
  return saves.flatMap((save) => {
    const { actor, today } = save.context
    const found = contexts.find(
      ({ returnId, personId, assignmentId }) =>
        returnId === save.returnId &&
        personId === actor.personId &&
        assignmentId === (actor.assignmentId ?? null),
    )
    if (found === undefined) {
      save.reject(noSuchReturn(save.returnId))
      return []
    }
    return [{ ...save, found, judged: judgeAll(save.body, { found, actor, today }) }]
  })
}

async function saveTogether(database: Database, saves: readonly Waiting[]): Promise<void> {
  const ready = await makeReady(database, saves)
  const kept = await keepAll(database, ready)
  await Promise.all(ready.map((save) => toSaved(save, kept).then(save.resolve, save.reject)))
}

/**
 * Keeps answers as they are typed: each is judged by itself, and none of the others waits for it. Saves that arrive
 * together are kept together, in one statement and one write to disk, so that the last hour before a deadline is
 * as quick as any other. Where one of them brings that down, each is tried by itself.
 */
export function createCellSaver(database: Database) {
  let waiting: Waiting[] = []
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      // Whoever arrives in the same turn of the event loop is kept with the others.
      await nextTurn()
      const batch = waiting.slice(0, MOST_TOGETHER)
      waiting = waiting.slice(MOST_TOGETHER)
      await saveTogether(database, batch).catch(async () => {
        for (const one of batch) await saveTogether(database, [one]).catch(one.reject)
      })
    }
    isRunning = false
  }

  return (context: Context, returnId: string, body: SaveBody): Promise<SavedCells> =>
    new Promise((resolve, reject) => {
      waiting.push({ context, returnId, body, resolve, reject })
      if (!isRunning) void run()
    })
}
