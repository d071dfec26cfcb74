import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReturnAction, ReturnStep } from './return-life.ts'
import {
  actionBetween,
  needsReason,
  replayReturn,
  returnActionLabel,
  returnActions,
  returnMoves,
  stateAfter,
} from './return-life.ts'
import { whyCannot } from './return-obstacles.ts'
import type { ReturnPart } from './return-parts.ts'
import { returnParts } from './return-parts.ts'
import type { ReturnState } from './returns.ts'
import { returnStates } from './returns.ts'

/** Written out a second time, from the domain notes, so that the table cannot change unseen. */
const legal: Record<ReturnState, Partial<Record<ReturnAction, ReturnState>>> = {
  not_started: { start: 'in_progress' },
  in_progress: { send_for_sign_off: 'awaiting_sign_off' },
  awaiting_sign_off: { decline: 'in_progress', sign_off: 'submitted' },
  submitted: { send_back: 'changes_requested', accept: 'accepted' },
  changes_requested: { start: 'in_progress' },
  accepted: { reopen: 'changes_requested', publish: 'published' },
  published: { restate: 'restated' },
  restated: { restate: 'restated' },
}

const step = (action: ReturnAction, reason: string | null = null): ReturnStep => ({ action, reason })

describe('the table of moves', () => {
  test('is that of the domain notes: every state by every action, and no other', () => {
    for (const state of returnStates) {
      for (const action of returnActions) {
        expect(stateAfter(state, action), `${state} ${action}`).toBe(legal[state][action] ?? null)
      }
    }
  })

  test('has one row for each action', () => {
    expect(new Set(returnActions).size).toBe(returnMoves.length)
    expect(returnActions.map(returnActionLabel)).toEqual([
      'Start',
      'Send for sign-off',
      'Decline',
      'Sign off',
      'Send back',
      'Accept',
      'Re-open',
      'Publish',
      'Restate',
    ])
  })

  test('asks a reason of what undoes or corrects, and of nothing else', () => {
    expect(returnActions.filter(needsReason)).toEqual(['decline', 'send_back', 'reopen', 'restate'])
  })

  test('joins two states by one action at most, so that a log of states is a log of actions', () => {
    for (const from of returnStates) {
      for (const to of returnStates) {
        const joining = returnActions.filter((action) => stateAfter(from, action) === to)
        expect(joining.length, `${from} ${to}`).toBeLessThanOrEqual(1)
        expect(actionBetween(from, to)).toBe(joining[0] ?? null)
      }
    }
  })

  test('leads back from published to no earlier state', () => {
    const reached = new Set<ReturnState>(['published'])
    for (const state of reached) {
      for (const action of returnActions) {
        const next = stateAfter(state, action)
        if (next !== null) reached.add(next)
      }
    }
    expect([...reached]).toEqual(['published', 'restated'])
  })
})

describe('a log', () => {
  test('without steps is a return not started', () => expect(replayReturn([])).toBe('not_started'))

  test('leads to the state of its last step', () => {
    const steps = [
      step('start'),
      step('send_for_sign_off'),
      step('decline', 'NI 191 is last year’s'),
      step('send_for_sign_off'),
      step('sign_off'),
      step('send_back', 'Say why'),
      step('start'),
      step('send_for_sign_off'),
      step('sign_off'),
      step('accept'),
      step('publish'),
      step('restate', 'Sixteen offences recorded late'),
    ]
    expect(replayReturn(steps)).toBe('restated')
    expect(replayReturn(steps.slice(0, 6))).toBe('changes_requested')
  })

  test('with an illegal step is refused, naming the step and the state', () => {
    expect(() => replayReturn([step('start'), step('accept')])).toThrow(
      new RangeError('Step 2, “Accept”, is not possible when the return is “In progress”.'),
    )
  })

  test('with a step that lacks its reason is refused', () => {
    const steps = [step('start'), step('send_for_sign_off'), step('decline', ' ')]
    expect(() => replayReturn(steps)).toThrow(new RangeError('Step 3, “Decline”, has no reason.'))
  })
})

describe('any sequence of actions by any people', () => {
  type Attempt = {
    action: ReturnAction
    parts: ReturnPart[]
    reason: string | null
    enteredFigures: boolean
    presenceGaps: number
    unconfirmedWarnings: number
  }

  const attempt: fc.Arbitrary<Attempt> = fc.record({
    action: fc.constantFrom(...returnActions),
    parts: fc.subarray([...returnParts]),
    reason: fc.constantFrom(null, '', 'because'),
    enteredFigures: fc.boolean(),
    presenceGaps: fc.constantFrom(0, 0, 1),
    unconfirmedWarnings: fc.constantFrom(0, 0, 2),
  })

  /** Only by those of the table, with what the table asks. */
  function isAllowedByHand(state: ReturnState, tried: Attempt) {
    const by: Record<ReturnAction, ReturnPart[]> = {
      start: ['lead', 'contributor'],
      send_for_sign_off: ['lead'],
      decline: ['signatory'],
      sign_off: ['signatory'],
      send_back: ['officer'],
      accept: ['officer'],
      reopen: ['officer'],
      publish: ['officer'],
      restate: ['officer'],
    }
    const { action, parts, reason, enteredFigures, presenceGaps, unconfirmedWarnings } = tried
    const isSending = action === 'send_for_sign_off' || action === 'sign_off'
    const isSigning = action === 'sign_off' || action === 'decline'
    const lacksReason = ['decline', 'send_back', 'reopen', 'restate'].includes(action) && !reason
    return (
      legal[state][action] !== undefined &&
      by[action].some((part) => parts.includes(part)) &&
      !lacksReason &&
      !(isSigning && enteredFigures) &&
      !(isSending && presenceGaps + unconfirmedWarnings > 0)
    )
  }

  test('reaches no state that the table does not allow, and its accepted steps replay to the same state', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 60 }), (attempts) => {
        let state: ReturnState = 'not_started'
        const accepted: ReturnStep[] = []
        for (const tried of attempts) {
          const isAllowed = whyCannot({ ...tried, state }).length === 0
          expect(isAllowed, `${state} ${JSON.stringify(tried)}`).toBe(isAllowedByHand(state, tried))
          if (!isAllowed) continue
          state = legal[state][tried.action] ?? state
          accepted.push({ action: tried.action, reason: tried.reason })
          expect(replayReturn(accepted)).toBe(state)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('that is not stopped by the table is only ever stopped by its first illegal step', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...returnActions), { maxLength: 20 }), (actions) => {
        let state: ReturnState | null = 'not_started'
        for (const action of actions) state = state === null ? null : (legal[state][action] ?? null)
        const replay = () => replayReturn(actions.map((action) => step(action, 'because')))
        if (state === null) expect(replay).toThrow(RangeError)
        else expect(replay()).toBe(state)
      }),
    )
  })
})
