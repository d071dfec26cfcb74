import { capitalise, countOf } from './figures.ts'
import type { ReturnAction } from './return-life.ts'
import { needsReason, returnActions, returnMoves, stateAfter } from './return-life.ts'
import type { ReturnPart } from './return-parts.ts'
import { returnParts } from './return-parts.ts'
import type { ReturnState } from './returns.ts'
import { isBlankText } from './typed-texts.ts'

export type ObstacleCode =
  | 'wrong_state'
  | 'not_your_part'
  | 'closed'
  | 'reason_needed'
  | 'entered_figures'
  | 'answers_missing'
  | 'warnings_unconfirmed'

/** Why a move is refused. `pointer`: the JSON pointer into the request that would put it right, where one would. */
export type Obstacle = { code: ObstacleCode; sentence: string; pointer: string | null }

export type ReturnStanding = {
  state: ReturnState
  /** What the person is to this return. */
  parts: readonly ReturnPart[]
  /** Whether the person entered a figure of this return (`isFigureCell`), ever. */
  enteredFigures: boolean
  /** What checkReturn still asks for, and what it asks to be confirmed (`whatHoldsUp`). */
  presenceGaps: number
  unconfirmedWarnings: number
  /** Why nothing more can be sent, as `whyClosed` says; null or left out while the return is open. */
  closedBecause?: string | null
}

/**
 * Everything that stands between a person and a move, in the order to deal with it; empty when the move is
 * allowed (the domain notes, The return’s life and Who may see what). Where the move itself is impossible or
 * another’s to make, only that is said: the rest would mislead.
 *
 * Whoever entered a figure neither signs the return off nor declines it. Missing answers and unconfirmed
 * warnings stop submission, and so both the sending for sign-off and the sign-off itself.
 */
export function whyCannot({
  action,
  reason,
  ...standing
}: ReturnStanding & { action: ReturnAction; reason: string | null }): Obstacle[] {
  const { state, parts } = standing
  const barred: Obstacle[] = []
  if (stateAfter(state, action) === null) barred.push(obstacle('wrong_state', insteadSentence(state)))
  if (!partsFor(action).some((part) => parts.includes(part))) {
    barred.push(obstacle('not_your_part', whoMaySentence(action)))
  }
  return barred.length > 0 ? barred : obstaclesOnTheWay({ action, reason, standing })
}

/** The moves a person may make now, where those that need a reason are given one. In the table’s order. */
export function allowedActions(standing: ReturnStanding): ReturnAction[] {
  return returnActions.filter((action) => whyCannot({ ...standing, action, reason: 'given' }).length === 0)
}

const sending: readonly ReturnAction[] = ['send_for_sign_off', 'sign_off']

function obstaclesOnTheWay({
  action,
  reason,
  standing,
}: {
  action: ReturnAction
  reason: string | null
  standing: ReturnStanding
}): Obstacle[] {
  const found: Obstacle[] = []
  const { closedBecause = null, enteredFigures, presenceGaps, unconfirmedWarnings } = standing
  const isSending = sending.includes(action)
  if (closedBecause !== null && (isSending || action === 'start')) {
    found.push(obstacle('closed', closedBecause))
  }
  if (enteredFigures && partsFor(action).includes('signatory')) {
    found.push(obstacle('entered_figures', 'You entered figures in this return: someone else signs it off.'))
  }
  if (isSending && presenceGaps > 0) found.push(obstacle('answers_missing', missingSentence(presenceGaps)))
  if (isSending && unconfirmedWarnings > 0) {
    found.push(obstacle('warnings_unconfirmed', unconfirmedSentence(unconfirmedWarnings)))
  }
  if (needsReason(action) && isBlankText(reason)) {
    found.push(obstacle('reason_needed', reasonSentences[action] ?? 'Give a reason.', '/reason'))
  }
  return found
}

function obstacle(code: ObstacleCode, sentence: string, pointer: string | null = null): Obstacle {
  return { code, sentence, pointer }
}

function partsFor(action: ReturnAction): readonly ReturnPart[] {
  return returnMoves.find((move) => move.action === action)?.by ?? []
}

const stateSentences: Readonly<Record<ReturnState, string>> = {
  not_started: 'This return has not been started.',
  in_progress: 'This return is in progress.',
  awaiting_sign_off: 'This return is awaiting sign-off.',
  submitted: 'This return has been submitted.',
  changes_requested: 'Changes to this return have been requested.',
  accepted: 'This return has been accepted.',
  published: 'This return has been published.',
  restated: 'This return has been published and restated.',
}

const verbs: Readonly<Record<ReturnAction, string>> = {
  start: 'start on it',
  send_for_sign_off: 'send it for sign-off',
  decline: 'decline it',
  sign_off: 'sign it off',
  send_back: 'send it back',
  accept: 'accept it',
  reopen: 're-open it',
  publish: 'publish it',
  restate: 'restate it',
}

const people: Readonly<Record<ReturnPart, string>> = {
  lead: 'the partnership’s lead',
  contributor: 'a contributor',
  signatory: 'a signatory of the partnership',
  officer: 'a performance officer',
}

/** 'This return has been accepted. A performance officer may re-open it or publish it.' */
function insteadSentence(state: ReturnState): string {
  const moves = returnMoves.filter(({ from }) => from.includes(state))
  const by = returnParts.filter((part) => moves.some((move) => move.by.includes(part)))
  const what = joinWithOr(moves.map(({ action }) => verbs[action]))
  return `${stateSentences[state]} ${capitalise(joinWithOr(by.map((part) => people[part])))} may ${what}.`
}

/** 'Only the partnership’s lead may send it for sign-off.' */
function whoMaySentence(action: ReturnAction): string {
  return `Only ${joinWithOr(partsFor(action).map((part) => people[part]))} may ${verbs[action]}.`
}

function missingSentence(count: number): string {
  const missing = count === 1 ? 'is still missing. Give it' : 'are still missing. Give them'
  return `${countOf(count, 'answer')} ${missing}, then send the return.`
}

function unconfirmedSentence(count: number): string {
  const toConfirm =
    count === 1 ? 'is still to be confirmed. Confirm it' : 'are still to be confirmed. Confirm them'
  return `${countOf(count, 'warning')} ${toConfirm} or change the figure, then send the return.`
}

const reasonSentences: Readonly<Partial<Record<ReturnAction, string>>> = {
  decline: 'Say why you decline to sign, so that the lead knows what to change.',
  send_back: 'Say why you send the return back, so that the lead knows what to change.',
  reopen: 'Say why you re-open the return: the reason stays with it.',
  restate: 'Say why you restate the figures: the reason is shown beside them.',
}

function joinWithOr(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? ''
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} or ${last}`
}
