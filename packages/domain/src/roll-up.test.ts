import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { denominatorSentence, rollUp, shortCounts } from './roll-up.ts'
import type { Rating } from './status.ts'

const ratings: Record<string, Rating> = {
  off: { status: 'off_target' },
  near: { status: 'near_target' },
  on: { status: 'on_target' },
  notDue: { status: 'not_rated', reason: 'not_due' },
  awaiting: { status: 'not_rated', reason: 'awaiting_data' },
  noTarget: { status: 'not_rated', reason: 'no_target' },
  dataOnly: { status: 'not_rated', reason: 'data_only' },
  withheld: { status: 'not_rated', reason: 'suppressed' },
}

function counted(counts: Record<string, number>) {
  return rollUp(
    Object.entries(counts).flatMap(([name, count]) => {
      const rating = ratings[name]
      if (rating === undefined) throw new Error(name)
      return Array.from({ length: count }, () => rating)
    }),
  )
}

const lists = fc.array(fc.constantFrom(...Object.values(ratings)), { maxLength: 60 })

test('the counts of a roll-up always sum to the total, and its reasons to the not rated', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const counts = rollUp(list)
      expect(counts.offTarget + counts.nearTarget + counts.onTarget).toBe(counts.rated)
      expect(counts.rated + counts.notRated).toBe(counts.total)
      expect(counts.total).toBe(list.length)
      expect(counts.notRatedReasons.reduce((sum, { count }) => sum + count, 0)).toBe(counts.notRated)
      expect(counts.holdsOffTarget).toBe(list.some(({ status }) => status === 'off_target'))
    }),
  )
})

test('the sentence is honest: every number in it is counted, and the reasons add up to the difference', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const counts = rollUp(list)
      const sentence = denominatorSentence(counts)
      const numbers = [...sentence.replace(', fewer than 5', '').matchAll(/\d+/g)].map(([digits]) =>
        Number(digits),
      )
      const reasons = counts.notRatedReasons.map(({ count }) => count)
      const rated = counts.notRated > 0 && counts.rated > 0 ? [counts.rated, counts.notRated] : []
      expect(numbers).toEqual(counts.total === 0 ? [] : [counts.total, ...rated, ...reasons])
    }),
  )
})

describe('the denominator sentence', () => {
  test('gives total, rated and each reason', () => {
    expect(
      denominatorSentence(counted({ off: 6, near: 6, on: 19, noTarget: 1, notDue: 2, awaiting: 1 })),
    ).toBe('35 indicators, 31 rated; 4 not rated: 2 not due this quarter, 1 awaiting data, 1 with no target.')
  })

  test('has its singulars and its ends right', () => {
    expect(denominatorSentence(counted({}))).toBe('No indicators.')
    expect(denominatorSentence(counted({ on: 1 }))).toBe('1 indicator, rated.')
    expect(denominatorSentence(counted({ on: 17 }))).toBe('17 indicators, all rated.')
    expect(denominatorSentence(counted({ noTarget: 1 }))).toBe('1 indicator, none rated: 1 with no target.')
    expect(denominatorSentence(counted({ on: 1, withheld: 1, dataOnly: 1 }))).toBe(
      '3 indicators, 1 rated; 2 not rated: 1 data only; 1 withheld, fewer than 5.',
    )
  })
})

test('short counts are worst first and leave out what counts nought', () => {
  expect(shortCounts(counted({ on: 4, near: 2, off: 1 }))).toBe('1 off, 2 near, 4 on')
  expect(shortCounts(counted({ awaiting: 1 }))).toBe('1 not rated')
  expect(shortCounts(counted({ on: 2, notDue: 1 }))).toBe('2 on, 1 not rated')
  expect(shortCounts(counted({}))).toBe('')
})
