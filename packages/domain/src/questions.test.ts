import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { roles } from './permissions.ts'
import {
  askAgainText,
  askingSentence,
  compareQuestions,
  type QuestionState,
  quarterToAnswerIn,
  questionNote,
  questionState,
  questionStates,
  whyCannotAsk,
  whyCannotCloseQuestion,
} from './questions.ts'
import type { ReturnState } from './returns.ts'

const QUARTER_1 = 2009 * 4
const open = { answerDueOn: '2009-10-16', answeredOn: null, closedOn: null }

describe('a question', () => {
  test('is open to the day its answer is due, and late from the day after', () => {
    expect(questionState(open, '2009-10-16')).toBe('open')
    expect(questionState(open, '2009-10-17')).toBe('late')
  })

  test('is answered however late the answer came, and closed when it is closed', () => {
    const answered = { ...open, answeredOn: '2009-11-02' }
    expect(questionState(answered, '2010-01-01')).toBe('answered')
    expect(questionState({ ...answered, closedOn: '2009-11-03' }, '2010-01-01')).toBe('closed')
  })

  test('says which return answers it, or should have', () => {
    const note = (
      dates: typeof open | { answerDueOn: string; answeredOn: string; closedOn: string | null },
      state: QuestionState,
    ) => questionNote(dates, { state, quarterIndex: QUARTER_1 })
    expect(note(open, 'open')).toBe('To be answered in the quarter 2 return, due 16 October 2009')
    expect(note(open, 'late')).toBe('Required answer missing from the quarter 2 return, due 16 October 2009')
    const answered = { ...open, answeredOn: '2009-10-14', closedOn: null }
    expect(note(answered, 'answered')).toBe('Quarter 2 return')
    expect(note({ ...answered, closedOn: '2009-10-19' }, 'closed')).toBe(
      'Quarter 2 return. Closed 19 October 2009',
    )
  })

  test('comes late first and closed last, whatever the dates', () => {
    const state = fc.constantFrom(...questionStates)
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2009-04-01', days))
    fc.assert(
      fc.property(fc.array(fc.record({ state, answerDueOn: day, askedOn: day })), (list) => {
        const places = list.toSorted(compareQuestions).map((one) => questionStates.indexOf(one.state))
        expect(places).toEqual(places.toSorted((one, other) => one - other))
      }),
    )
  })
})

describe('asking', () => {
  test('is for members of the Executive and of scrutiny', () => {
    expect(roles.filter((role) => whyCannotAsk([role]) === null)).toEqual([
      'executive_member',
      'portfolio_holder',
      'scrutiny_member',
    ])
  })

  const quarters = [
    { index: QUARTER_1 + 3, dueOn: '2010-04-16', state: null },
    { index: QUARTER_1 + 1, dueOn: '2009-10-16', state: 'in_progress' as const },
    { index: QUARTER_1 + 2, dueOn: '2010-01-15', state: null },
  ]

  test('lands in the first return that is not yet due', () => {
    expect(quarterToAnswerIn(quarters, '2009-10-16')).toEqual({ index: QUARTER_1 + 1, dueOn: '2009-10-16' })
    expect(quarterToAnswerIn(quarters, '2009-10-19')).toEqual({ index: QUARTER_1 + 2, dueOn: '2010-01-15' })
    expect(quarterToAnswerIn(quarters, '2010-05-01')).toBeNull()
  })

  test.each<[ReturnState, boolean]>([
    ['not_started', true],
    ['in_progress', true],
    ['awaiting_sign_off', false],
    ['submitted', false],
    ['changes_requested', false],
    ['accepted', false],
    ['published', false],
    ['restated', false],
  ])('a return that is %s takes a new question: %s', (state, takes) => {
    const found = quarterToAnswerIn([{ index: QUARTER_1, dueOn: '2009-07-17', state }], '2009-07-01')
    expect(found !== null).toBe(takes)
  })

  test('says where the answer will stand, and when', () => {
    expect(askingSentence({ index: QUARTER_1 + 2, dueOn: '2010-01-15' })).toBe(
      'It becomes a required answer in quarter 3 2009/10, due 15 January 2010, and stays open until you close it.',
    )
  })

  test('again names the question it follows and its answer', () => {
    expect(askAgainText({ text: 'How many?', answer: 'About 340.' })).toBe(
      'Asked again: “How many?” The answer was: “About 340.” ',
    )
    expect(askAgainText({ text: 'How many?', answer: null })).toContain('It was not answered.')
  })
})

describe('closing a question', () => {
  const closing = (state: QuestionState, isAsker: boolean, held: Parameters<typeof whyCannotAsk>[0]) =>
    whyCannotCloseQuestion({ state, isAsker, held })?.code ?? null

  test('is for its asker and for any scrutiny member of the council', () => {
    expect(closing('answered', true, ['executive_member'])).toBeNull()
    expect(closing('answered', false, ['scrutiny_member'])).toBeNull()
    expect(closing('answered', false, ['executive_member'])).toBe('not_yours')
    expect(closing('answered', false, ['performance_officer'])).toBe('not_yours')
    // Whoever asked it, and has left the council since.
    expect(closing('answered', true, [])).toBe('not_yours')
  })

  test('waits for the answer and is done once', () => {
    for (const state of ['open', 'late', 'closed'] as const) {
      expect(closing(state, true, ['scrutiny_member'])).toBe('wrong_state')
    }
  })
})
