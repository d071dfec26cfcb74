import { countOf } from './figures.ts'
import type { ReturnCell, ReturnSection } from './return-cells.ts'
import { cellKey, cellText, itemKey, parseCellKey, resourceFields, returnSections } from './return-cells.ts'
import type { ReturnCheck } from './return-check.ts'
import { asKept, checkReturn, isAnyShort } from './return-checks.ts'
import type { ReturnUnderCheck } from './return-figures.ts'
import { narrativeNeeded } from './return-gaps.ts'
import type { ReturnState } from './returns.ts'

export type SectionStateName =
  | 'cannot_start_yet'
  | 'not_started'
  | 'in_progress'
  | 'completed'
  | 'not_needed'
  | 'changes_requested'
  | 'changes_made'

/** `done` of `total`: indicators, actions, boxes. `words`: what stands under the section’s name. */
export type SectionState = {
  section: ReturnSection
  title: string
  state: SectionStateName
  done: number
  total: number
  words: string
}

/**
 * What is needed beside the return. `opensOn`: until that day nothing can be started. `changesRequested`: what an
 * officer sent the return back for, and the keys of the cells changed since; no sections: the whole return.
 */
export type SectionContext = {
  checks?: readonly ReturnCheck[]
  opensOn?: string
  changesRequested?: { sections: readonly ReturnSection[]; changedCells: readonly string[] } | null
}

/**
 * How far each section has come, in order. An item is complete when nothing about it stops the return from being
 * sent; an indicator that is not due is complete as it is. Pass `checks` where checkReturn has already run.
 */
export function sectionStates(typed: ReturnUnderCheck, context: SectionContext = {}): SectionState[] {
  const input = asKept(typed)
  const { checks = checkReturn(input) } = context
  const blocked = new Set(checks.filter(({ isBlocking }) => isBlocking).map(({ cell }) => itemOf(cell)))
  const started = new Set(
    [...input.cells.keys()].filter((key) => cellText(input.cells, key) !== null).map(itemOf),
  )
  return returnSections.map(({ section, title }) => {
    const items = itemsOf(section, input)
    const tally: Tally = {
      total: items.length,
      done: items.filter((item) => !blocked.has(item)).length,
      started: items.filter((item) => started.has(item)).length,
    }
    const state = stateOf(section, { tally, input, context })
    const words = wordsOf(section, { state, tally, input, context })
    return { section, title, state, done: tally.done, total: tally.total, words }
  })
}

type Tally = { total: number; done: number; started: number }
type Told = { tally: Tally; input: ReturnUnderCheck; context: SectionContext }

function itemOf(key: string): string {
  const cell = parseCellKey(key)
  return cell === null ? key : itemKey(cell)
}

function itemsOf(section: ReturnSection, input: ReturnUnderCheck): string[] {
  switch (section) {
    case 'indicators':
      return input.indicators.map(({ slug }) => `indicators/${slug}`)
    case 'actions':
      return input.actions.map(({ id }) => `actions/${id}`)
    case 'risks':
      return input.risks.map(({ id }) => `risks/${id}`)
    case 'questions':
      return input.questions.map(({ id }) => `questions/${id}`)
    case 'resources':
      return resourceFields.map((field) => cellKey({ section, field }))
    case 'narrative':
      return narrativeNeeded(isAnyShort(input)).map((field) => cellKey({ section, field }))
  }
}

function stateOf(section: ReturnSection, { tally, input, context }: Told): SectionStateName {
  const { opensOn, changesRequested = null } = context
  if (opensOn !== undefined && input.today < opensOn) return 'cannot_start_yet'
  if (isNothingNeeded(section, { tally, input })) return 'not_needed'
  if (changesRequested !== null && isAskedOf(section, changesRequested.sections)) {
    const isChanged = changesRequested.changedCells.some((key) => parseCellKey(key)?.section === section)
    return isChanged && tally.done === tally.total ? 'changes_made' : 'changes_requested'
  }
  if (tally.done === tally.total) return 'completed'
  return tally.started > 0 ? 'in_progress' : 'not_started'
}

function isAskedOf(section: ReturnSection, sections: readonly ReturnSection[]): boolean {
  return sections.length === 0 || sections.includes(section)
}

/** Nothing to list; or indicators of which none is due and none has been given all the same. */
function isNothingNeeded(section: ReturnSection, { tally, input }: Omit<Told, 'context'>): boolean {
  if (tally.total === 0) return true
  return section === 'indicators' && tally.started === 0 && input.indicators.every(({ isDue }) => !isDue)
}

function wordsOf(section: ReturnSection, told: Told & { state: SectionStateName }): string {
  const { state, tally, input } = told
  if (state === 'cannot_start_yet') return 'Cannot start yet'
  if (state === 'not_needed') return 'Nothing to do'
  if (state === 'changes_requested') return 'Changes requested'
  if (state === 'changes_made') return 'Changes made'
  if (state === 'not_started' && isBoxes(section)) return 'Not started'
  if (section === 'risks') return riskWords(tally, input)
  if (section === 'questions') return questionWords(tally)
  if (isBoxes(section) && tally.done === tally.total) return 'Complete'
  return `${tally.done} of ${tally.total} complete`
}

/** Sections whose items are single boxes, of which nobody counts the full ones. */
function isBoxes(section: ReturnSection): boolean {
  return section === 'resources' || section === 'narrative'
}

function questionWords({ done, total }: Tally): string {
  return done === total ? 'Answered' : `${total - done} to answer`
}

/** 'Reviewed, no change', 'Reviewed, 2 changed', '1 of 3 reviewed', '3 to review'. */
function riskWords({ done, total }: Tally, input: ReturnUnderCheck): string {
  if (done === 0) return `${total} to review`
  if (done < total) return `${done} of ${total} reviewed`
  const changed = changedRisks(input)
  return changed === 0 ? 'Reviewed, no change' : `Reviewed, ${changed} changed`
}

function changedRisks({ risks, cells }: ReturnUnderCheck): number {
  const differs = (cell: ReturnCell, now: number) => {
    const text = cellText(cells, cellKey(cell))
    return text !== null && Number(text) !== now
  }
  return risks.filter(
    ({ id, likelihood, impact }) =>
      differs({ section: 'risks', id, field: 'likelihood' }, likelihood) ||
      differs({ section: 'risks', id, field: 'impact' }, impact),
  ).length
}

/** The last step, after the sections: to check and to sign. */
export type SignOffStep = { state: 'cannot_start_yet' | 'ready' | 'awaiting' | 'signed'; words: string }

const signOffStates: Readonly<Record<ReturnState, SignOffStep | null>> = {
  not_started: null,
  in_progress: null,
  changes_requested: null,
  awaiting_sign_off: { state: 'awaiting', words: 'Awaiting sign-off' },
  submitted: { state: 'signed', words: 'Signed off' },
  accepted: { state: 'signed', words: 'Signed off' },
  published: { state: 'signed', words: 'Signed off' },
  restated: { state: 'signed', words: 'Signed off' },
}

/** Opens when nothing in any section is left to do. */
export function signOffStep(state: ReturnState, sections: readonly SectionState[]): SignOffStep {
  const known = signOffStates[state]
  if (known !== null) return known
  const toDo = sections.filter(({ done, total }) => done < total).length
  if (toDo === 0) return { state: 'ready', words: 'Ready to send' }
  return { state: 'cannot_start_yet', words: `Cannot start yet, ${countOf(toDo, 'section')} to complete` }
}

/** The key of the first cell to go on with after one that is done: the next blocking check, round from the end. */
export function nextIncomplete(checks: readonly ReturnCheck[], after: ReturnSection | null): string | null {
  const order = returnSections.map(({ section }) => section)
  const from = after === null ? 0 : order.indexOf(after) + 1
  const blocking = checks.filter(({ isBlocking }) => isBlocking)
  const later = blocking.find(({ section }) => order.indexOf(section) >= from)
  return (later ?? blocking[0])?.cell ?? null
}
