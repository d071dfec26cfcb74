import type { Role } from './permissions.ts'
import type { ScrutinyObstacle } from './questions.ts'
import { whyCannotKeepScrutiny } from './recommendations.ts'

export type WorkKind = 'review' | 'report' | 'follow_up'
export type WorkState = 'planned' | 'under_way' | 'reported' | 'dropped'

export const workKinds: readonly WorkKind[] = ['review', 'report', 'follow_up']
export const workStates: readonly WorkState[] = ['under_way', 'planned', 'reported', 'dropped']

const kindWords: Readonly<Record<WorkKind, string>> = {
  review: 'Review',
  report: 'Report',
  follow_up: 'Follow-up',
}

const stateWords: Readonly<Record<WorkState, string>> = {
  planned: 'Planned',
  under_way: 'Under way',
  reported: 'Reported',
  dropped: 'Dropped',
}

/** 'Follow-up', as on a screen. */
export function workKindWord(kind: WorkKind): string {
  return kindWords[kind]
}

/** 'Under way', as on a screen. */
export function workStateWord(state: WorkState): string {
  return stateWords[state]
}

// Planned, under way, reported with what was found; or dropped, with why.
const movesFrom: Readonly<Record<WorkState, readonly WorkState[]>> = {
  planned: ['under_way', 'dropped'],
  under_way: ['reported', 'dropped'],
  reported: [],
  dropped: [],
}

/** The states an item may go to next; none once it is over. */
export function nextWorkStates(state: WorkState): readonly WorkState[] {
  return movesFrom[state]
}

/** Reported says what was found, dropped says why. */
export function workMoveNeedsFindings(to: WorkState): boolean {
  return to === 'reported' || to === 'dropped'
}

/** Why an item may not go to a state; null where it may. `held`: the person’s roles in the item’s council. */
export function whyCannotMoveWork(
  { from, to }: { from: WorkState; to: WorkState },
  held: readonly Role[],
): ScrutinyObstacle | null {
  const barred = whyCannotKeepScrutiny(held)
  if (barred !== null || movesFrom[from].includes(to)) return barred
  const words = movesFrom[from].map((state) => stateWords[state].toLowerCase())
  const next = words.length === 0 ? 'It is over.' : `From here it can become ${words.join(' or ')}.`
  return { code: 'wrong_state', sentence: `The item is ${stateWords[from].toLowerCase()}. ${next}` }
}

/** Whether its date, meeting and words may still be changed. */
export function isWorkOpen(state: WorkState): boolean {
  return movesFrom[state].length > 0
}
