import { describe, expect, test } from 'vitest'
import type { VfmRating } from './value-for-money.ts'
import { criteriaHeading, disagreements, medianRating, weakestCriteria, weakPhrase } from './vfm-criteria.ts'

const nothing = { offTarget: 0, nearTarget: 0, onTarget: 0 }
const criterion = (title: string, rating: VfmRating | null) => ({ title, rating })

test('the median rating is always a word of the scale: of two in the middle the lower', () => {
  expect(medianRating([3, 2, 4])).toBe(3)
  expect(medianRating([2, 3])).toBe(2)
  expect(medianRating([])).toBeNull()
})

describe('the weakest criteria across all', () => {
  const across = [
    { slug: 'a', title: 'Outcome-focused objectives', ratings: [1, 1, 2, 3] as const },
    { slug: 'b', title: 'Economy', ratings: [2, 2, 2, 3] as const },
    { slug: 'c', title: 'Governance', ratings: [3, 4] as const },
    { slug: 'd', title: 'Intangible benefits', ratings: [1, 1, 2, 2] as const },
  ]

  test('come worst first, poor before fair, and leave out what is weak nowhere', () => {
    expect(weakestCriteria(across).map(({ slug }) => slug)).toEqual(['d', 'a', 'b'])
  })

  test('say how many in words', () => {
    expect(weakestCriteria(across).map(weakPhrase)).toEqual([
      'poor in two of 4, fair in two',
      'poor in two of 4, fair in one',
      'fair in three of 4',
    ])
  })
})

describe('the heading over the criteria', () => {
  test('names the weakest and says how many lie behind the median', () => {
    const criteria = [
      { ...criterion('Effectiveness: outcomes', 1), median: 3 as const },
      { ...criterion('Economy: what it costs', 2), median: 3 as const },
      { ...criterion('Governance and risk', 3), median: 3 as const },
    ]
    expect(criteriaHeading(criteria)).toBe(
      'Three criteria: weakest on effectiveness, behind the median on two of three',
    )
  })

  test('says so where none is rated and where all are rated alike', () => {
    expect(criteriaHeading([{ ...criterion('Economy', null), median: null }])).toBe(
      'One criterion: none rated yet',
    )
    expect(
      criteriaHeading([
        { ...criterion('A', 3), median: null },
        { ...criterion('B', 3), median: 3 },
      ]),
    ).toBe('Two criteria: all rated good')
  })
})

describe('disagreements', () => {
  test('are said where most criteria are rated lower, or higher', () => {
    const low = [criterion('A', 2), criterion('B', 2), criterion('C', 3)]
    expect(disagreements({ rating: 3, criteria: low, delivery: nothing })).toEqual([
      'Rated good, but two of 3 rated criteria are rated lower.',
    ])
    expect(disagreements({ rating: 1, criteria: low, delivery: nothing })).toEqual([
      'Rated poor, but three of 3 rated criteria are rated higher.',
    ])
  })

  test('are said where a good rating holds a poor criterion', () => {
    const criteria = [criterion('Governance and risk', 1), criterion('B', 3), criterion('C', 3)]
    expect(disagreements({ rating: 3, criteria, delivery: nothing })).toEqual([
      'Rated good, but poor on governance and risk.',
    ])
  })

  test('are said where delivery says otherwise', () => {
    const said = (rating: VfmRating, delivery: typeof nothing) =>
      disagreements({ rating, criteria: [], delivery })
    expect(said(3, { offTarget: 3, nearTarget: 1, onTarget: 1 })).toEqual([
      'Rated good, but three of its five rated outcomes are off target.',
    ])
    expect(said(2, { offTarget: 0, nearTarget: 0, onTarget: 1 })).toEqual([
      'Rated fair, but its one rated outcome is on target.',
    ])
    expect(said(2, { offTarget: 2, nearTarget: 0, onTarget: 0 })).toEqual([])
    expect(said(4, nothing)).toEqual([])
  })

  test('there are none with a rating that was not given', () => {
    expect(disagreements({ rating: null, criteria: [criterion('A', 1)], delivery: nothing })).toEqual([])
  })
})
