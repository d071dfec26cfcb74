import {
  compareDecimals,
  formatMediumDate,
  isDecimalText,
  itemKey,
  otherHalfOf,
  parseCellKey,
  parseDecimal,
  type ReturnIndicator,
  tidyText,
  validateCell,
} from '@accord/domain'
import { type ReadReturn, whyNotEditable } from '#modules/returns/editable-cells.service.ts'
import { reasonCode } from './reason-words.ts'
import type { FilledCell } from './uploaded-workbook.ts'
import type { AnswerKind } from './workbook-layout.ts'
import type { WorkbookCell } from './workbooks.schemas.ts'

type CellRow = ReadReturn['row']['cells'][number]

type Judge = {
  read: ReadReturn
  now: ReadonlyMap<string, CellRow>
  indicators: ReadonlyMap<string, ReturnIndicator>
  today: string
}

const FORMULA =
  'This cell holds a formula. Put its value there instead: copy the cell, then choose Paste special, Values.'

/** What a person wrote into the cell, or why that cannot be taken for an answer. */
function typedIn({ held, column: { kind } }: FilledCell): { text: string | null; fault: string | null } {
  if (held === null) return { text: null, fault: null }
  if (held.kind === 'formula') return { text: 'A formula', fault: FORMULA }
  if (held.kind === 'error') {
    return { text: held.text, fault: `This cell shows ${held.text}. Put the answer there instead.` }
  }
  if (held.kind === 'date') {
    return { text: kind === 'date' ? held.date : formatMediumDate(held.date), fault: null }
  }
  return { text: kind === 'reason' ? reasonCode(held.text) : held.text, fault: null }
}

const blankAsNull = (text: string | null) => (text === null ? null : tidyText(text) || null)

/** Whether two texts are one answer: of numbers, 46.10 and 46.1 are. */
function isSame(kind: AnswerKind, one: string | null, other: string | null): boolean {
  const [a, b] = [blankAsNull(one), blankAsNull(other)]
  if (a === null || b === null) return a === b
  const areNumbers = (kind === 'number' || kind === 'scale') && isDecimalText(a) && isDecimalText(b)
  return areNumbers ? compareDecimals(parseDecimal(a), parseDecimal(b)) === 0 : a === b
}

type Verdict = Pick<WorkbookCell, 'outcome' | 'sentence' | 'becomes'>

function meanwhileSentence(now: CellRow | undefined): string {
  const who = now === undefined ? 'This' : `${now.changedBy} changed this: it`
  return `${who} is not as it was when the file was made. Change it on the screen, or download the workbook again.`
}

/** As keeping it would judge it, so that what is promised here is what happens there. */
function judge(filled: FilledCell, draft: Map<string, string>, context: Judge): Verdict {
  const { key, column, seen } = filled
  const now = context.now.get(key)
  const was = now?.value ?? null
  const { text, fault } = typedIn(filled)
  // Untouched in the file: whatever became of it here, the file asks for nothing.
  const isUntouched = fault === null && isSame(column.kind, text, seen.value)
  if (isUntouched || (fault === null && isSame(column.kind, text, was))) {
    return { outcome: 'same', sentence: null, becomes: was }
  }
  const locked = whyNotEditable(context.read, key)
  if (locked !== null) return { outcome: 'locked', sentence: locked, becomes: text }
  if ((now?.version ?? 0) !== seen.version) {
    return { outcome: 'changed_meanwhile', sentence: meanwhileSentence(now), becomes: text }
  }
  if (fault !== null) return { outcome: 'invalid', sentence: fault, becomes: text }
  return judgeText({ key, text, was, kind: column.kind }, draft, context)
}

function judgeText(
  { key, text, was, kind }: { key: string; text: string | null; was: string | null; kind: AnswerKind },
  draft: Map<string, string>,
  { indicators, today }: Judge,
): Verdict {
  const cell = parseCellKey(key)
  if (cell === null) return { outcome: 'invalid', sentence: 'There is no such answer.', becomes: text }
  const indicator = cell.section === 'indicators' ? (indicators.get(cell.slug) ?? null) : null
  const valid = validateCell({ cell, typed: text, indicator, otherHalf: otherHalfOf(cell, draft), today })
  if (!valid.ok) return { outcome: 'invalid', sentence: valid.sentence, becomes: text }
  if (valid.value === null) draft.delete(key)
  else draft.set(key, valid.value)
  const outcome = isSame(kind, valid.value, was) ? 'same' : 'change'
  return { outcome, sentence: null, becomes: outcome === 'same' ? was : valid.value }
}

function judgeInOrder(cells: readonly FilledCell[], context: Judge): WorkbookCell[] {
  const draft = new Map(
    cells.flatMap(({ key }) => {
      const value = context.now.get(key)?.value ?? null
      return value === null ? [] : [[key, value] as const]
    }),
  )
  return cells.map((filled) => {
    const { key, tab, label, place, seen } = filled
    const now = context.now.get(key)
    return {
      ...{ cell: key, section: tab.section, label, tab: tab.name, place, version: seen.version },
      was: now?.value ?? null,
      changedBy: now?.changedBy ?? null,
      changedAt: now?.changedAt ?? null,
      ...judge(filled, draft, context),
    }
  })
}

const countInvalid = (cells: readonly WorkbookCell[]) =>
  cells.filter(({ outcome }) => outcome === 'invalid').length

const isNumerator = ({ column }: FilledCell) => column.field === 'numerator'

/**
 * Of a ratio both halves may change, and each is held against the other as it stands: sometimes the pair can be
 * kept in one order only. The answers are listed in the order in which they can be kept.
 */
function judgeItem(cells: readonly FilledCell[], context: Judge): WorkbookCell[] {
  const first = judgeInOrder(cells, context)
  if (countInvalid(first) === 0 || !cells.some(isNumerator)) return first
  const denominatorFirst = [...cells.filter((cell) => !isNumerator(cell)), ...cells.filter(isNumerator)]
  const second = judgeInOrder(denominatorFirst, context)
  return countInvalid(second) < countInvalid(first) ? second : first
}

/** What each answer of the file would change, and what stands in the way of it. Nothing is kept. */
export function differenceOf(
  cells: readonly FilledCell[],
  { read, today }: { read: ReadReturn; today: string },
): WorkbookCell[] {
  const context: Judge = {
    read,
    today,
    now: new Map(read.row.cells.map((cell) => [cell.cell, cell])),
    indicators: new Map(read.owed.map(({ checked }) => [checked.slug, checked])),
  }
  const items = Map.groupBy(cells, ({ key }) => {
    const cell = parseCellKey(key)
    return cell === null ? key : itemKey(cell)
  })
  return [...items.values()].flatMap((item) => judgeItem(item, context))
}
