import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FindingItem } from './finding.ts'
import { finding } from './finding.ts'
import type { Rating } from './status.ts'

const off: Rating = { status: 'off_target' }
const near: Rating = { status: 'near_target' }
const on: Rating = { status: 'on_target' }
const notDue: Rating = { status: 'not_rated', reason: 'not_due' }
const awaiting: Rating = { status: 'not_rated', reason: 'awaiting_data' }
const noTarget: Rating = { status: 'not_rated', reason: 'no_target' }

function item(
  phrase: string,
  [before, now]: [Rating | null, Rating],
  gapShare: number | null = null,
): FindingItem {
  return { phrase, before, now, gapShare }
}

function several(count: number, moved: [Rating | null, Rating]): FindingItem[] {
  return Array.from({ length: count }, (_, place) => item(`measure ${place + 1}`, moved))
}

describe('the finding of the demonstration quarter', () => {
  const said = finding([
    item('young people not in education or work', [near, off]),
    item('affordable homes', [near, off]),
    item('access to services', [near, off]),
    item('serious acquisitive crime', [off, near]),
    ...several(3, [off, off]),
    ...several(1, [on, near]),
    ...several(4, [near, near]),
    ...several(2, [near, on]),
    ...several(17, [on, on]),
    ...several(2, [notDue, notDue]),
    ...several(1, [awaiting, awaiting]),
    ...several(1, [noTarget, noTarget]),
  ])

  test('is a sentence with a number in it', () => {
    expect(said.headline).toBe('Six of 31 rated indicators are off target, two more than last quarter')
  })

  test('names what moved into and out of off target, and gives the denominator', () => {
    expect([...said.movements, said.denominator].join(' ')).toBe(
      'Three fell from near to off target: young people not in education or work, affordable homes, and access to services. Serious acquisitive crime came back from off target to near. 35 indicators, 31 rated; 4 not rated: 2 not due this quarter, 1 awaiting data, 1 with no target.',
    )
  })
})

describe('the headline', () => {
  const headline = (...items: FindingItem[]) => finding(items).headline

  test('has none, one and all', () => {
    expect(headline(...several(31, [null, on]))).toBe('None of 31 rated indicators is off target')
    expect(headline(...several(1, [null, off]), ...several(4, [null, on]))).toBe(
      'One of 5 rated indicators is off target',
    )
    expect(headline(...several(6, [null, off]))).toBe('All six rated indicators are off target')
    expect(headline(...several(12, [null, off]), ...several(1, [null, on]))).toBe(
      '12 of 13 rated indicators are off target',
    )
    expect(headline(...several(1, [null, off]))).toBe('The one rated indicator is off target')
    expect(headline(...several(1, [null, near]))).toBe('The one rated indicator is not off target')
  })

  test('compares with last quarter where there is one', () => {
    expect(headline(...several(2, [off, off]), ...several(3, [on, on]))).toBe(
      'Two of 5 rated indicators are off target, the same as last quarter',
    )
    expect(headline(...several(1, [off, near]), ...several(3, [on, on]))).toBe(
      'None of 4 rated indicators is off target, one fewer than last quarter',
    )
    expect(headline(...several(2, [notDue, off]), ...several(3, [awaiting, on]))).toBe(
      'Two of 5 rated indicators are off target',
    )
  })

  test('says why when nothing can be rated yet', () => {
    expect(headline(...several(2, [null, notDue]), ...several(1, [null, awaiting]))).toBe(
      'No indicator can be rated yet: 2 not due this quarter, 1 awaiting data',
    )
    expect(headline()).toBe('There are no indicators to report on')
  })
})

describe('the movements', () => {
  const movements = (...items: FindingItem[]) => finding(items).movements

  test('are worst gap first, and name four at most', () => {
    const phrases = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    expect(movements(...phrases.map((phrase, place) => item(phrase, [on, off], -place / 10)))).toEqual([
      'Seven fell from on target to off target: g, f, e, d and 3 more.',
    ])
  })

  test('account for indicators that were not rated before or are not now', () => {
    expect(
      movements(item('homes', [notDue, off]), item('jobs', [off, awaiting]), item('roads', [off, on])),
    ).toEqual([
      'Homes is off target and was not rated last quarter.',
      'Roads came back from off target to on target.',
      'Jobs was off target last quarter and is not rated now.',
    ])
  })

  test('say so when there are none, and nothing without a quarter before', () => {
    expect(movements(item('homes', [off, off]), item('jobs', [on, near]))).toEqual([
      'No indicator moved into or out of off target.',
    ])
    expect(movements(item('homes', [null, off]))).toEqual([])
  })

  test('add up to the difference in the headline', () => {
    const ratings = fc.constantFrom(off, near, on, notDue)
    const items = fc.array(fc.record({ phrase: fc.constant('homes'), before: ratings, now: ratings }), {
      minLength: 1,
      maxLength: 40,
    })
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
    const counted = (sentence: string) => {
      const [first = ''] = sentence.toLowerCase().split(' ')
      if (first === 'no') return 0
      return words.includes(first) ? words.indexOf(first) + 1 : first === 'homes' ? 1 : Number(first)
    }
    fc.assert(
      fc.property(items, (list) => {
        const net = movements(...list).reduce((sum, sentence) => {
          const isOut =
            sentence.includes('came back') || sentence.includes('was off') || sentence.includes('were off')
          return sum + (isOut ? -1 : 1) * counted(sentence)
        }, 0)
        const offIn = (side: 'now' | 'before') =>
          list.filter((each) => each[side].status === 'off_target').length
        expect(net).toBe(offIn('now') - offIn('before'))
      }),
    )
  })
})
