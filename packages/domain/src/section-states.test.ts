import { describe, expect, test } from 'vitest'
import { checkReturn } from './return-checks.ts'
import type { ReturnUnderCheck } from './return-figures.ts'
import {
  anIndicator,
  aPercentage,
  aRatio,
  aReturn,
  completeCells,
  someIds,
} from './return-under-check.fixture.ts'
import type { SectionContext } from './section-states.ts'
import { nextIncomplete, sectionStates, signOffStep } from './section-states.ts'

function told(input: ReturnUnderCheck, context: SectionContext = {}) {
  return Object.fromEntries(
    sectionStates(input, context).map(({ section, state, words }) => [section, `${state}: ${words}`]),
  )
}

const complete = (changes: Record<string, string> = {}) =>
  aReturn({ cells: { ...completeCells, ...changes } })

describe('the sections of a return', () => {
  test('that is blank have not been started', () => {
    expect(told(aReturn())).toEqual({
      indicators: 'not_started: 0 of 3 complete',
      actions: 'not_started: 0 of 1 complete',
      risks: 'not_started: 1 to review',
      resources: 'not_started: Not started',
      narrative: 'not_started: Not started',
      questions: 'not_started: 1 to answer',
    })
  })

  test('that is complete are complete', () => {
    expect(told(complete())).toEqual({
      indicators: 'completed: 3 of 3 complete',
      actions: 'completed: 1 of 1 complete',
      risks: 'completed: Reviewed, no change',
      resources: 'completed: Complete',
      narrative: 'completed: Complete',
      questions: 'completed: Answered',
    })
  })

  test('cannot be started before the return opens', () => {
    const states = sectionStates(aReturn({ today: '2009-09-30' }), { opensOn: '2009-10-01' })
    expect(
      states.every(({ state, words }) => state === 'cannot_start_yet' && words === 'Cannot start yet'),
    ).toBe(true)
    expect(sectionStates(aReturn({ today: '2009-10-01' }), { opensOn: '2009-10-01' })[0]?.state).toBe(
      'not_started',
    )
  })

  test('come in order, with their titles and counts', () => {
    expect(sectionStates(complete()).map(({ title, done, total }) => `${title} ${done}/${total}`)).toEqual([
      'Indicators 3/3',
      'Actions 1/1',
      'Risks 1/1',
      'Resources 3/3',
      'Narrative 2/2',
      'Members’ questions 1/1',
    ])
  })

  test('with nothing to list have nothing to do', () => {
    const nothing = aReturn({ indicators: [], actions: [], risks: [], questions: [] })
    expect(told(nothing)).toMatchObject({
      indicators: 'not_needed: Nothing to do',
      actions: 'not_needed: Nothing to do',
      risks: 'not_needed: Nothing to do',
      questions: 'not_needed: Nothing to do',
      resources: 'not_started: Not started',
    })
  })
})

describe('the indicators', () => {
  test('are as on the screen: one not saved, one to confirm, one not due, four of six complete', () => {
    const value = (slug: string, code: string, isDue = true) => aPercentage({ slug, code, isDue })
    const indicators = [
      anIndicator(),
      value('ni-192', 'NI 192'),
      aRatio(),
      value('food', 'Food'),
      value('missed', 'Missed'),
      value('cost', 'Cost', false),
    ]
    const cells = {
      'indicators/ni-191/value': '297kg',
      'indicators/ni-192/value': '61',
      'indicators/ni-193/numerator': '135800',
      'indicators/ni-193/denominator': '321080',
      'indicators/food/value': '62',
      'indicators/missed/value': '63',
    }
    expect(told(aReturn({ indicators, cells })).indicators).toBe('in_progress: 4 of 6 complete')
  })

  test('of which none is due have nothing to do, until a figure is given all the same', () => {
    const indicators = [anIndicator({ isDue: false })]
    expect(told(aReturn({ indicators })).indicators).toBe('not_needed: Nothing to do')
    const cells = { 'indicators/ni-191/value': '297' }
    expect(told(aReturn({ indicators, cells })).indicators).toBe('completed: 1 of 1 complete')
  })

  test('are complete once their warnings are confirmed, and not before', () => {
    const { 'indicators/ni-193/confirmation': _, ...unconfirmed } = completeCells
    expect(told(aReturn({ cells: unconfirmed })).indicators).toBe('in_progress: 2 of 3 complete')
  })
})

describe('the other sections', () => {
  test('say how many risks were reviewed and how many have changed', () => {
    const second = '0199d2c4-0000-7000-8000-0000000000ff'
    const risks = [...aReturn().risks, { id: second, title: 'Floods', likelihood: 2, impact: 5 }]
    const words = (cells: Record<string, string>) => told(aReturn({ risks, cells })).risks
    const one = { [`risks/${someIds.risk}/impact`]: '5' }
    expect(words({})).toBe('not_started: 2 to review')
    expect(words(one)).toBe('in_progress: 1 of 2 reviewed')
    expect(words({ ...one, [`risks/${second}/review`]: 'No news' })).toBe('completed: Reviewed, 1 changed')
    expect(words({ [`risks/${someIds.risk}/impact`]: '4', [`risks/${second}/likelihood`]: '2' })).toBe(
      'completed: Reviewed, no change',
    )
  })

  test('count the boxes of narrative and resources, with why where a figure is short', () => {
    const cells = { 'narrative/whatHappened': 'Much.', 'resources/funding': '0' }
    expect(told(aReturn({ cells }))).toMatchObject({
      narrative: 'in_progress: 1 of 2 complete',
      resources: 'in_progress: 1 of 3 complete',
    })
    const short = { ...cells, 'indicators/ni-157/value': '40 %' }
    expect(told(aReturn({ cells: short })).narrative).toBe('in_progress: 1 of 3 complete')
  })

  test('are not started by what is not needed', () => {
    expect(told(aReturn({ cells: { 'narrative/whatWeNeed': 'Money' } })).narrative).toBe(
      'not_started: Not started',
    )
  })
})

describe('a return sent back', () => {
  test('shows where changes are asked for and where they were made', () => {
    const changesRequested = {
      sections: ['indicators', 'narrative'] as const,
      changedCells: ['narrative/whatHappened'],
    }
    expect(told(complete(), { changesRequested })).toMatchObject({
      indicators: 'changes_requested: Changes requested',
      narrative: 'changes_made: Changes made',
      resources: 'completed: Complete',
    })
  })

  test('as a whole asks every section; a change that leaves a gap is not yet made', () => {
    const changesRequested = { sections: [], changedCells: ['resources/funding', 'narrative/whatHappened'] }
    const input = complete({ 'narrative/whatHappened': '' })
    expect(told(input, { changesRequested })).toMatchObject({
      indicators: 'changes_requested: Changes requested',
      resources: 'changes_made: Changes made',
      narrative: 'changes_requested: Changes requested',
    })
  })
})

test('the checks may be handed in: the answer is the same', () => {
  const input = complete({ 'indicators/ni-191/value': '3kg' })
  expect(sectionStates(input, { checks: checkReturn(input) })).toEqual(sectionStates(input))
})

describe('the last step', () => {
  test('opens when nothing is left to do, and says where the return is after that', () => {
    expect(signOffStep('in_progress', sectionStates(aReturn()))).toEqual({
      state: 'cannot_start_yet',
      words: 'Cannot start yet, 6 sections to complete',
    })
    const done = sectionStates(complete())
    expect(signOffStep('in_progress', done)).toEqual({ state: 'ready', words: 'Ready to send' })
    expect(signOffStep('awaiting_sign_off', done)).toEqual({ state: 'awaiting', words: 'Awaiting sign-off' })
    for (const state of ['submitted', 'accepted', 'published', 'restated'] as const) {
      expect(signOffStep(state, done)).toEqual({ state: 'signed', words: 'Signed off' })
    }
  })
})

describe('save and go to the next incomplete section', () => {
  test('goes to its first cell, round from the end, and nowhere when all is done', () => {
    const checks = checkReturn(complete({ 'indicators/ni-191/value': '', 'resources/funding': '' }))
    expect(nextIncomplete(checks, null)).toBe('indicators/ni-191/value')
    expect(nextIncomplete(checks, 'indicators')).toBe('resources/funding')
    expect(nextIncomplete(checks, 'resources')).toBe('indicators/ni-191/value')
    expect(nextIncomplete(checkReturn(complete()), null)).toBeNull()
  })
})
