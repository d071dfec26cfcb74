import type { ReturnPart } from './return-parts.ts'
import type { ReturnState } from './returns.ts'
import { returnStateWord } from './returns.ts'
import { isBlankText } from './typed-texts.ts'

/** What moves a return from one state to the next. */
export type ReturnAction =
  | 'start'
  | 'send_for_sign_off'
  | 'decline'
  | 'sign_off'
  | 'send_back'
  | 'accept'
  | 'reopen'
  | 'publish'
  | 'restate'

/** One row of the table. `by`: any of these parts is enough. */
export type ReturnMove = {
  action: ReturnAction
  from: readonly ReturnState[]
  to: ReturnState
  by: readonly ReturnPart[]
  needsReason: boolean
}

/**
 * The life of a return (the domain notes, The return’s life): every move there is. A pair of states is joined by
 * one action at most, so a log of states is a log of actions.
 */
export const returnMoves: readonly ReturnMove[] = [
  {
    action: 'start',
    from: ['not_started', 'changes_requested'],
    to: 'in_progress',
    by: ['lead', 'contributor'],
    needsReason: false,
  },
  {
    action: 'send_for_sign_off',
    from: ['in_progress'],
    to: 'awaiting_sign_off',
    by: ['lead'],
    needsReason: false,
  },
  {
    action: 'decline',
    from: ['awaiting_sign_off'],
    to: 'in_progress',
    by: ['signatory'],
    needsReason: true,
  },
  { action: 'sign_off', from: ['awaiting_sign_off'], to: 'submitted', by: ['signatory'], needsReason: false },
  { action: 'send_back', from: ['submitted'], to: 'changes_requested', by: ['officer'], needsReason: true },
  { action: 'accept', from: ['submitted'], to: 'accepted', by: ['officer'], needsReason: false },
  { action: 'reopen', from: ['accepted'], to: 'changes_requested', by: ['officer'], needsReason: true },
  { action: 'publish', from: ['accepted'], to: 'published', by: ['officer'], needsReason: false },
  { action: 'restate', from: ['published', 'restated'], to: 'restated', by: ['officer'], needsReason: true },
]

export const returnActions: readonly ReturnAction[] = returnMoves.map(({ action }) => action)

const labels: Readonly<Record<ReturnAction, string>> = {
  start: 'Start',
  send_for_sign_off: 'Send for sign-off',
  decline: 'Decline',
  sign_off: 'Sign off',
  send_back: 'Send back',
  accept: 'Accept',
  reopen: 'Re-open',
  publish: 'Publish',
  restate: 'Restate',
}

/** 'Send for sign-off', as on a button. */
export function returnActionLabel(action: ReturnAction): string {
  return labels[action]
}

/** The state that an action leads to from a state; null where the table has no such move. */
export function stateAfter(state: ReturnState, action: ReturnAction): ReturnState | null {
  return returnMoves.find((move) => move.action === action && move.from.includes(state))?.to ?? null
}

/** The action that leads from one state to another, for a log that keeps states; null where none does. */
export function actionBetween(from: ReturnState, to: ReturnState): ReturnAction | null {
  return returnMoves.find((move) => move.to === to && move.from.includes(from))?.action ?? null
}

/** One entry of a return’s log, oldest first. `reason` is null where none was given. */
export type ReturnStep = { action: ReturnAction; reason: string | null }

/**
 * The state that a log leads to; a return begins not started. Throws RangeError naming the first step that the
 * table does not allow, or that lacks the reason it needs: such a log was not written by the product.
 */
export function replayReturn(steps: readonly ReturnStep[]): ReturnState {
  let state: ReturnState = 'not_started'
  for (const [place, { action, reason }] of steps.entries()) {
    const next = stateAfter(state, action)
    const name = `Step ${place + 1}, “${labels[action]}”,`
    if (next === null) {
      throw new RangeError(`${name} is not possible when the return is “${returnStateWord(state)}”.`)
    }
    if (needsReason(action) && isBlankText(reason)) throw new RangeError(`${name} has no reason.`)
    state = next
  }
  return state
}

/** Whether a move must say why. */
export function needsReason(action: ReturnAction): boolean {
  return returnMoves.some((move) => move.action === action && move.needsReason)
}
