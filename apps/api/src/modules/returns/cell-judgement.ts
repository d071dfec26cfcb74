import {
  cellKey,
  isEditable,
  otherHalfOf,
  parseCellKey,
  partsIn,
  type ReturnCell,
  type ReturnState,
  type ValidatedIndicator,
  validateCell,
  whyLocked,
} from '@accord/domain'
import type { z } from 'zod'
import type { Actor } from '#api/context.ts'
import type { CellChange, CellContext, KeptBefore, ShapeRow } from './cells.queries.ts'
import { keysFor, mayChange, periodOf } from './return-standing.ts'
import type { CellRow } from './returns.queries.ts'
import type { SavedCell, saveCellsBody } from './returns.schemas.ts'

export type SaveBody = z.output<typeof saveCellsBody>
type Asked = SaveBody['changes'][number]
type Refusal = { outcome: 'invalid' | 'locked'; sentence: string }

/** A change as the domain's rules judge it: as it would be kept, or why it cannot be. */
export type Judged = { asked: Asked; change: CellChange } | { asked: Asked; refusal: Refusal }

const NO_SUCH_ANSWER = 'There is no such answer in this return. Load it again, then try once more.'
const NOT_YOURS = 'This answer is not yours to change. Ask the partnership’s lead to hand it to you.'

function toValidated({ hardMin, hardMax, ...shape }: ShapeRow): ValidatedIndicator {
  return hardMin === null && hardMax === null
    ? shape
    : { ...shape, hardLimits: { min: hardMin, max: hardMax } }
}

/** Both halves of a ratio are read where one is given: they are judged together. */
export function keysToRead(cells: readonly (ReturnCell | null)[]): string[] {
  return cells.flatMap((cell) => {
    if (cell === null) return []
    if (cell.section !== 'indicators') return [cellKey(cell)]
    return [cell, { ...cell, field: 'numerator' as const }, { ...cell, field: 'denominator' as const }].map(
      cellKey,
    )
  })
}

function isInReturn(cell: ReturnCell, { shapes, items }: CellContext): boolean {
  if (cell.section === 'indicators') return shapes.some(({ id }) => id === cell.slug)
  return 'id' in cell ? items.includes(cell.id) : true
}

type Judge = {
  found: CellContext
  editable: readonly string[]
  lock: string | null
  draft: Map<string, string>
  today: string
  source: SaveBody['source']
}

function judge(asked: Asked, { found, editable, lock, draft, today, source }: Judge): Judged {
  if (lock !== null) return { asked, refusal: { outcome: 'locked', sentence: lock } }
  const cell = parseCellKey(asked.cell)
  if (cell === null || !isInReturn(cell, found)) {
    return { asked, refusal: { outcome: 'invalid', sentence: NO_SUCH_ANSWER } }
  }
  if (!mayChange(editable, asked.cell)) return { asked, refusal: { outcome: 'locked', sentence: NOT_YOURS } }
  const shape = cell.section === 'indicators' ? found.shapes.find(({ id }) => id === cell.slug) : undefined
  const valid = validateCell({
    cell,
    typed: asked.value,
    indicator: shape === undefined ? null : toValidated(shape),
    otherHalf: otherHalfOf(cell, draft),
    today,
  })
  if (!valid.ok) return { asked, refusal: { outcome: 'invalid', sentence: valid.sentence } }
  if (valid.value === null) draft.delete(asked.cell)
  else draft.set(asked.cell, valid.value)
  const { returnId, personId } = found
  const { changeId, version } = asked
  return {
    asked,
    change: { returnId, personId, source, changeId, cell: asked.cell, value: valid.value, version },
  }
}

/** Each change by itself, in their order: a later one sees what an earlier one would have kept. */
export function judgeAll(
  { changes, source }: SaveBody,
  { found, actor, today }: { found: CellContext; actor: Actor; today: string },
): Judged[] {
  const parts = partsIn({
    roles: actor.roles,
    partnershipId: found.partnershipId,
    councilIds: [],
    hasAssignment: found.handedOver.length > 0,
  })
  const editable = keysFor(parts, found.handedOver)
  const lock = whyLocked({ ...periodOf(found, today), state: found.state, mayEdit: editable.length > 0 })
  const draft = new Map(
    found.cells.flatMap(({ cell, value }) => (value === null ? [] : [[cell, value] as const])),
  )
  return changes.map((asked) =>
    judge(asked, { found, editable, lock: lock?.sentence ?? null, draft, today, source }),
  )
}

/** What the return holds after the changes, and which of them it already held. */
export type Now = { state: ReturnState; version: number; cells: CellRow[]; kept: KeptBefore[] }

export function outcomeOf(judged: Judged, kept: ReadonlySet<string>, now: Now): z.output<typeof SavedCell> {
  const { changeId, cell } = judged.asked
  const holds = now.cells.find((row) => row.cell === cell) ?? null
  if ('refusal' in judged) return { changeId, cell, ...judged.refusal, now: holds }
  const isKept = kept.has(changeId) || now.kept.some(({ id }) => id === changeId)
  // Two who give the same answer agree: there is nothing to choose between.
  if (isKept || (holds !== null && holds.value === judged.change.value)) {
    return { changeId, cell, outcome: 'saved', sentence: null, now: holds }
  }
  return holds === null || !isEditable(now.state)
    ? { changeId, cell, outcome: 'locked', sentence: 'This return was sent meanwhile.', now: holds }
    : { changeId, cell, outcome: 'conflict', sentence: conflictSentence(holds), now: holds }
}

function conflictSentence({ changedBy }: CellRow): string {
  return `${changedBy} changed this while you were typing. Choose which answer to keep.`
}
