import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEditable, lastDayOf, whyClosed, whyLocked } from './return-lock.ts'
import { returnStates } from './returns.ts'

const open = {
  opensOn: '2009-10-01',
  closesOn: '2009-10-23',
  extendedTo: null,
  today: '2009-10-14',
  isPartnershipOpen: true,
  publicationDone: false,
}
const editing = { ...open, state: 'in_progress' as const, mayEdit: true }

test('figures are typed before sign-off and when changes are requested, and in no other state', () => {
  expect(returnStates.filter(isEditable)).toEqual(['not_started', 'in_progress', 'changes_requested'])
})

describe('a return', () => {
  test('is open from its opening date to its closing date, both included, whatever the due date', () => {
    for (const today of ['2009-10-01', '2009-10-16', '2009-10-19', '2009-10-23']) {
      expect(whyLocked({ ...editing, today }), today).toBeNull()
    }
    expect(whyLocked({ ...editing, today: '2009-09-30' })).toEqual({
      code: 'outside_period',
      sentence: 'This return opens on 1 October 2009. You can enter figures from then.',
    })
    expect(whyLocked({ ...editing, today: '2009-10-24' })).toEqual({
      code: 'outside_period',
      sentence:
        'This return closed on 23 October 2009. Ask a performance officer for more time if you need it.',
    })
  })

  test('stays open to the end of an exception, and an earlier exception takes no time away', () => {
    expect(whyLocked({ ...editing, today: '2009-10-30', extendedTo: '2009-10-30' })).toBeNull()
    expect(whyLocked({ ...editing, today: '2009-10-31', extendedTo: '2009-10-30' })?.sentence).toContain(
      'closed on 30 October 2009',
    )
    expect(lastDayOf({ closesOn: '2009-10-23', extendedTo: '2009-10-20' })).toBe('2009-10-23')
  })

  test('has a sentence of its own for each of the five locks', () => {
    const locks = [
      whyLocked({ ...editing, isPartnershipOpen: false }),
      whyLocked({ ...editing, state: 'accepted' }),
      whyLocked({ ...editing, state: 'awaiting_sign_off' }),
      whyLocked({ ...editing, today: '2009-11-01' }),
      whyLocked({ ...editing, mayEdit: false }),
    ]
    expect(locks.map((lock) => lock?.code)).toEqual([
      'partnership_ended',
      'approved',
      'entry_concluded',
      'outside_period',
      'no_authority',
    ])
    expect(new Set(locks.map((lock) => lock?.sentence)).size).toBe(5)
  })

  test('says who can help: signatory, officer or lead', () => {
    const sentence = (more: Partial<Parameters<typeof whyLocked>[0]>) =>
      whyLocked({ ...editing, ...more })?.sentence
    expect(sentence({ state: 'awaiting_sign_off' })).toContain('Ask the signatory to decline it')
    expect(sentence({ state: 'submitted' })).toContain('Ask a performance officer to send it back')
    expect(sentence({ state: 'accepted' })).toContain('re-open it')
    expect(sentence({ state: 'published' })).toContain('restate a figure')
    expect(sentence({ state: 'restated' })).toBe(sentence({ state: 'published' }))
    expect(sentence({ mayEdit: false })).toContain('lead can hand it to you')
  })

  test('that never came is locked once its quarter is published', () => {
    expect(whyLocked({ ...editing, publicationDone: true })?.code).toBe('approved')
    expect(whyClosed({ ...open, publicationDone: true })?.sentence).toContain('has been published')
  })
})

test('nobody types outside the states, the period, the partnership’s life and their authority', () => {
  const date = fc.constantFrom(
    '2009-09-30',
    '2009-10-01',
    '2009-10-14',
    '2009-10-23',
    '2009-10-24',
    '2009-11-02',
  )
  fc.assert(
    fc.property(
      fc.record({
        state: fc.constantFrom(...returnStates),
        mayEdit: fc.boolean(),
        today: date,
        extendedTo: fc.option(date),
        isPartnershipOpen: fc.boolean(),
        publicationDone: fc.boolean(),
      }),
      (more) => {
        const input = { ...open, ...more }
        const { today, extendedTo, state } = input
        const inPeriod =
          today >= open.opensOn && (today <= open.closesOn || (extendedTo !== null && today <= extendedTo))
        const canType =
          isEditable(state) && inPeriod && input.mayEdit && input.isPartnershipOpen && !input.publicationDone
        expect(whyLocked(input) === null).toBe(canType)
        expect(whyClosed(input) === null).toBe(inPeriod && input.isPartnershipOpen && !input.publicationDone)
      },
    ),
  )
})
