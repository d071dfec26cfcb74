import { describe, expect, test } from 'vitest'
import {
  type AssessmentStanding,
  allowedMoves,
  assessmentActions,
  assessmentAfter,
  mayEditAssessment,
  nextMove,
  whyCannotMove,
} from './assessment-life.ts'

const criterion = { slug: 'economy', title: 'Economy: what it costs', rating: 2 as const, judgement: 'Dear.' }
const whole: AssessmentStanding = {
  state: 'draft',
  criteria: [{ ...criterion, evidenceCount: 1 }],
  rating: 2,
  ratingReason: 'Dear.',
  answer: 'not_yet',
  answerReason: 'It costs more than it saves.',
  isAssessor: false,
  mayEdit: true,
  mayAgree: true,
}
const codes = (standing: AssessmentStanding, action: (typeof assessmentActions)[number], reason = '') =>
  whyCannotMove(standing, { action, reason }).map(({ code }) => code)

describe('the life of an assessment', () => {
  test('has these moves and no others', () => {
    const table = (['draft', 'moderated', 'agreed'] as const).map((state) =>
      assessmentActions.map((action) => assessmentAfter(state, action)),
    )
    expect(table).toEqual([
      ['moderated', null, null],
      [null, 'agreed', 'draft'],
      [null, null, 'draft'],
    ])
    expect([nextMove('draft'), nextMove('moderated'), nextMove('agreed')]).toEqual([
      'moderate',
      'agree',
      null,
    ])
  })

  test('is edited only as a draft, and only by an assessor of the council', () => {
    expect(mayEditAssessment(whole)).toBe(true)
    expect(mayEditAssessment({ ...whole, state: 'moderated' })).toBe(false)
    expect(mayEditAssessment({ ...whole, mayEdit: false })).toBe(false)
  })
})

describe('a move', () => {
  test('is allowed to another than the assessor once the assessment is whole', () => {
    expect(allowedMoves(whole)).toEqual(['moderate'])
    expect(allowedMoves({ ...whole, state: 'moderated' })).toEqual(['agree', 'back_to_draft'])
    expect(allowedMoves({ ...whole, state: 'agreed' })).toEqual(['back_to_draft'])
  })

  test('by the one who made the assessment is refused, but for taking it back', () => {
    expect(codes({ ...whole, isAssessor: true }, 'moderate')).toEqual(['own_assessment'])
    expect(allowedMoves({ ...whole, isAssessor: true, state: 'moderated' })).toEqual(['back_to_draft'])
  })

  test('by an Executive member can only be to agree', () => {
    const executive = { ...whole, mayEdit: false }
    expect(allowedMoves(executive)).toEqual([])
    expect(allowedMoves({ ...executive, state: 'moderated' })).toEqual(['agree'])
    expect(codes({ ...executive, mayAgree: false, state: 'moderated' }, 'agree')).toEqual(['not_yours'])
  })

  test('back to draft needs a reason that can be seen', () => {
    expect(codes({ ...whole, state: 'agreed' }, 'back_to_draft', ' \u200b')).toEqual(['reason_needed'])
    expect(codes({ ...whole, state: 'agreed' }, 'back_to_draft', 'New savings')).toEqual([])
  })

  test('says everything that is missing, by criterion', () => {
    const blank = { slug: 'liaison', title: 'Liaison', rating: null, judgement: ' ', evidenceCount: 0 }
    const bare = { ...whole, criteria: [...whole.criteria, blank, { ...blank, title: 'Use' }], rating: null }
    const obstacles = whyCannotMove(
      { ...bare, ratingReason: null, answer: null, answerReason: null },
      { action: 'moderate', reason: null },
    )
    expect(obstacles.map(({ sentence }) => sentence)).toEqual([
      'Two criteria have no rating: liaison and use.',
      'Two criteria have no judgement: liaison and use.',
      'Two criteria have no evidence: liaison and use.',
      'There is no overall rating.',
      'The overall rating has no reason.',
      'The first question has no answer: is the investment in line?',
      'The answer has no reason.',
    ])
    expect(obstacles[0]?.pointer).toBe('/criteria/liaison')
  })
})
