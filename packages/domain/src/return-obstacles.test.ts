import { describe, expect, test } from 'vitest'
import type { ReturnAction } from './return-life.ts'
import { needsReason, returnActions, returnMoves } from './return-life.ts'
import type { ReturnStanding } from './return-obstacles.ts'
import { allowedActions, whyCannot } from './return-obstacles.ts'
import type { ReturnPart } from './return-parts.ts'
import { returnParts } from './return-parts.ts'
import type { ReturnState } from './returns.ts'
import { returnStates } from './returns.ts'

const ready = { enteredFigures: false, presenceGaps: 0, unconfirmedWarnings: 0 }

function standing(
  state: ReturnState,
  parts: ReturnPart[],
  more: Partial<ReturnStanding> = {},
): ReturnStanding {
  return { state, parts, ...ready, ...more }
}

function obstacles(action: ReturnAction, held: ReturnStanding, reason: string | null = 'because') {
  return whyCannot({ ...held, action, reason })
}

function sentences(action: ReturnAction, held: ReturnStanding, reason: string | null = 'because') {
  return obstacles(action, held, reason).map(({ sentence }) => sentence)
}

test('every state by every action by every part: allowed exactly where the table says so', () => {
  for (const state of returnStates) {
    for (const { action, from, by } of returnMoves) {
      for (const part of returnParts) {
        const codes = obstacles(action, standing(state, [part])).map(({ code }) => code)
        const expected = [
          ...(from.includes(state) ? [] : ['wrong_state']),
          ...(by.includes(part) ? [] : ['not_your_part']),
        ]
        expect(codes, `${state} ${action} ${part}`).toEqual(expected)
      }
    }
  }
})

test('whoever only reads may do nothing in any state', () => {
  for (const state of returnStates) expect(allowedActions(standing(state, []))).toEqual([])
})

describe('a move in the wrong state', () => {
  test('is told the state and what may be done instead, by whom', () => {
    const all: ReturnPart[] = [...returnParts]
    expect(sentences('accept', standing('accepted', all))).toEqual([
      'This return has been accepted. A performance officer may re-open it or publish it.',
    ])
    expect(sentences('accept', standing('not_started', all))).toEqual([
      'This return has not been started. The partnership’s lead or a contributor may start on it.',
    ])
    expect(sentences('accept', standing('in_progress', all))).toEqual([
      'This return is in progress. The partnership’s lead may send it for sign-off.',
    ])
    expect(sentences('accept', standing('awaiting_sign_off', all))).toEqual([
      'This return is awaiting sign-off. A signatory of the partnership may decline it or sign it off.',
    ])
    expect(sentences('start', standing('submitted', all))).toEqual([
      'This return has been submitted. A performance officer may send it back or accept it.',
    ])
    expect(sentences('reopen', standing('published', all))).toEqual([
      'This return has been published. A performance officer may restate it.',
    ])
  })

  test('is not told of gaps and warnings as well', () => {
    const held = standing('submitted', ['lead'], { presenceGaps: 3, unconfirmedWarnings: 2 })
    expect(obstacles('send_for_sign_off', held).map(({ code }) => code)).toEqual(['wrong_state'])
  })
})

test('a move that is another’s to make names who may make it', () => {
  expect(sentences('sign_off', standing('awaiting_sign_off', ['officer']))).toEqual([
    'Only a signatory of the partnership may sign it off.',
  ])
  expect(sentences('start', standing('not_started', ['officer']))).toEqual([
    'Only the partnership’s lead or a contributor may start on it.',
  ])
})

describe('a reason', () => {
  const from = (action: ReturnAction) =>
    returnMoves.find((move) => move.action === action)?.from[0] ?? 'accepted'

  test('is asked for by pointing at it, where it is missing or blank', () => {
    for (const action of returnActions.filter(needsReason)) {
      const held = standing(from(action), [...returnParts])
      for (const reason of [null, '', ' \n']) {
        expect(obstacles(action, held, reason), action).toMatchObject([
          { code: 'reason_needed', pointer: '/reason' },
        ])
      }
      expect(obstacles(action, held, 'because')).toEqual([])
    }
  })

  test('is not asked for where none is needed', () => {
    expect(obstacles('accept', standing('submitted', ['officer']), null)).toEqual([])
  })
})

describe('sign-off', () => {
  test('is refused to whoever entered figures, even a lead, and so is declining', () => {
    const held = standing('awaiting_sign_off', ['lead', 'signatory'], { enteredFigures: true })
    for (const action of ['sign_off', 'decline'] as const) {
      expect(obstacles(action, held)).toEqual([
        {
          code: 'entered_figures',
          sentence: 'You entered figures in this return: someone else signs it off.',
          pointer: null,
        },
      ])
    }
  })

  test('is refused while answers are missing or warnings unconfirmed, and so is sending', () => {
    const gaps = { presenceGaps: 4, unconfirmedWarnings: 1 }
    const expected = [
      '4 answers are still missing. Give them, then send the return.',
      '1 warning is still to be confirmed. Confirm it or change the figure, then send the return.',
    ]
    expect(sentences('send_for_sign_off', standing('in_progress', ['lead'], gaps))).toEqual(expected)
    expect(sentences('sign_off', standing('awaiting_sign_off', ['signatory'], gaps))).toEqual(expected)
    expect(sentences('decline', standing('awaiting_sign_off', ['signatory'], gaps))).toEqual([])
  })

  test('counts one and many in words', () => {
    const gaps = { presenceGaps: 1, unconfirmedWarnings: 2 }
    expect(sentences('send_for_sign_off', standing('in_progress', ['lead'], gaps))).toEqual([
      '1 answer is still missing. Give it, then send the return.',
      '2 warnings are still to be confirmed. Confirm them or change the figure, then send the return.',
    ])
  })
})

test('outside its period a return can be neither started nor sent, but an officer goes on', () => {
  const closedBecause = 'This return closed on 23 October 2009.'
  expect(sentences('start', standing('not_started', ['lead'], { closedBecause }))).toEqual([closedBecause])
  expect(allowedActions(standing('in_progress', ['lead'], { closedBecause }))).toEqual([])
  expect(allowedActions(standing('awaiting_sign_off', ['signatory'], { closedBecause }))).toEqual(['decline'])
  expect(allowedActions(standing('submitted', ['officer'], { closedBecause }))).toEqual([
    'send_back',
    'accept',
  ])
})

test('the moves allowed are those that nothing but a missing reason stands in the way of', () => {
  for (const state of returnStates) {
    for (const part of returnParts) {
      const held = standing(state, [part])
      expect(allowedActions(held)).toEqual(
        returnActions.filter((action) =>
          obstacles(action, held, null).every(({ code }) => code === 'reason_needed'),
        ),
      )
    }
  }
  expect(allowedActions(standing('accepted', ['officer']))).toEqual(['reopen', 'publish'])
})
