import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles } from './permissions.ts'
import {
  closingNeedsOutcome,
  compareRecommendations,
  followUpSentence,
  mayHaveAction,
  nextRecommendationNumber,
  overdueSince,
  recommendationName,
  recommendationState,
  recommendationStates,
  recommendationStateWord,
  responseNeedsReason,
  scrutinyHeadline,
  whyCannotCloseRecommendation,
  whyCannotKeepScrutiny,
  whyCannotRespond,
} from './recommendations.ts'

const TODAY = '2009-10-19'
const waiting = { response: null, closedOn: null, followUpOn: null, action: null }
const merging = {
  response: 'accepted' as const,
  closedOn: null,
  followUpOn: '2009-11-24',
  action: { dueOn: '2009-09-30', completedOn: null },
}

describe('a recommendation', () => {
  test('waits for a response, has it, and is closed', () => {
    expect(recommendationState(waiting)).toBe('awaiting_response')
    expect(recommendationState(merging)).toBe('accepted')
    expect(recommendationState({ ...merging, closedOn: '2009-10-01' })).toBe('closed')
    expect(recommendationStates.map(recommendationStateWord)).toEqual([
      'Awaiting response',
      'Accepted',
      'Accepted in part',
      'Rejected',
      'Closed',
    ])
  })

  test('is overdue since the first day missed, of its action and of its follow-up', () => {
    expect(overdueSince(merging, TODAY)).toBe('2009-09-30')
    expect(overdueSince({ ...merging, followUpOn: '2009-09-08' }, TODAY)).toBe('2009-09-08')
    expect(overdueSince({ ...waiting, followUpOn: '2009-09-08' }, TODAY)).toBe('2009-09-08')
    expect(overdueSince({ ...waiting, followUpOn: TODAY }, TODAY)).toBeNull()
  })

  test('is not overdue once its action is done, or once it is closed', () => {
    const done = { dueOn: '2009-09-30', completedOn: '2009-10-02' }
    expect(overdueSince({ ...merging, action: done }, TODAY)).toBeNull()
    expect(overdueSince({ ...merging, closedOn: '2009-10-19' }, TODAY)).toBeNull()
  })

  test('says what comes next, as the mock does', () => {
    expect(followUpSentence(merging, TODAY)).toBe(
      'Overdue since 30 September 2009. Follow-up 24 November 2009',
    )
    expect(followUpSentence({ ...merging, action: null }, TODAY)).toBe('Follow-up 24 November 2009')
    expect(followUpSentence({ ...waiting, followUpOn: '2009-09-08' }, TODAY)).toBe(
      'Overdue since 8 September 2009',
    )
    expect(followUpSentence({ ...merging, closedOn: '2009-07-06' }, TODAY)).toBe('Closed 6 July 2009')
    expect(followUpSentence(waiting, TODAY)).toBe('No follow-up date')
  })

  test('comes overdue first, then without a response, then closed last', () => {
    const one = (
      number: number,
      state: Parameters<typeof recommendationStateWord>[0],
      since: string | null,
    ) => ({
      ...{ number, state, overdueSince: since },
    })
    const sorted = [
      one(1, 'closed', null),
      one(2, 'accepted', null),
      one(3, 'awaiting_response', null),
      one(4, 'accepted', '2009-09-30'),
      one(5, 'awaiting_response', '2009-09-08'),
    ].toSorted(compareRecommendations)
    expect(sorted.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
  })
})

describe('the numbers', () => {
  test('run on, and those of confidential ones leave no gap in what others read', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (kinds) => {
        const taken: number[] = []
        for (const isConfidential of kinds) taken.push(nextRecommendationNumber(taken, isConfidential))
        const names = new Set(taken.map(recommendationName))
        const open = kinds.filter((isConfidential) => !isConfidential).length
        const expected = [
          ...Array.from({ length: open }, (_, place) => `Recommendation ${place + 1}`),
          ...Array.from(
            { length: kinds.length - open },
            (_, place) => `Confidential recommendation ${place + 1}`,
          ),
        ]
        expect(names).toEqual(new Set(expected))
      }),
    )
  })
})

describe('who may do what', () => {
  const allowed = (why: (role: (typeof roles)[number]) => unknown) =>
    roles.filter((role) => why(role) === null)

  test('scrutiny keeps its record, with the officers who serve it', () => {
    expect(allowed((role) => whyCannotKeepScrutiny([role]))).toEqual([
      'scrutiny_member',
      'performance_officer',
    ])
  })

  test('the Executive responds, once', () => {
    const state = 'awaiting_response'
    expect(allowed((role) => whyCannotRespond({ state }, [role]))).toEqual([
      'executive_member',
      'portfolio_holder',
    ])
    for (const other of recommendationStates.filter((one) => one !== state)) {
      expect(whyCannotRespond({ state: other }, ['executive_member'])).toMatchObject({ code: 'wrong_state' })
    }
  })

  test('scrutiny closes what has its response, once', () => {
    const codes = recommendationStates.map(
      (state) => whyCannotCloseRecommendation({ state }, ['scrutiny_member'])?.code ?? null,
    )
    expect(codes).toEqual(['wrong_state', null, null, null, 'wrong_state'])
    expect(whyCannotCloseRecommendation({ state: 'accepted' }, ['executive_member'])).toMatchObject({
      code: 'not_yours',
    })
  })

  test('less than accepted needs a reason; more than rejected needs an outcome', () => {
    expect((['accepted', 'accepted_in_part', 'rejected'] as const).map(responseNeedsReason)).toEqual([
      false,
      true,
      true,
    ])
    expect((['accepted', 'accepted_in_part', 'rejected'] as const).map(closingNeedsOutcome)).toEqual([
      true,
      true,
      false,
    ])
  })
})

test('what is exempt or confidential opens no action, because all may read an action', () => {
  const levels = ['public', 'internal', 'exempt', 'confidential'] as const
  expect(levels.filter(mayHaveAction)).toEqual(['public', 'internal'])
})

test.each([
  [5, 2, 0, 'Two of five recommendations are overdue'],
  [5, 1, 0, 'One of five recommendations is overdue'],
  [1, 1, 0, 'One of one recommendation is overdue'],
  [12, 0, 4, 'None of 12 recommendations is overdue'],
  [0, 0, 1, 'One question is open'],
  [0, 0, 0, '0 questions are open'],
])(
  '%i recommendations, %i overdue, %i questions open: %s',
  (recommendations, overdue, questionsOpen, said) => {
    expect(scrutinyHeadline({ recommendations, overdue, questionsOpen })).toBe(said)
  },
)
