import { describe, expect, test } from 'vitest'
import { linesToFollow, vfmDirection, vfmHeadline, vfmListHeadline, yearsRunning } from './vfm-findings.ts'

test('the direction compares two years, and needs both', () => {
  expect(vfmDirection(2, 2)).toBe('no_change')
  expect(vfmDirection(3, 2)).toBe('better')
  expect(vfmDirection(1, 2)).toBe('worse')
  expect(vfmDirection(1, null)).toBeNull()
})

test('a run of years ends at another rating and at a year without one', () => {
  expect(yearsRunning([])).toBe(0)
  expect(
    yearsRunning([
      { startYear: 2008, rating: 2 },
      { startYear: 2007, rating: 2 },
      { startYear: 2006, rating: 1 },
    ]),
  ).toBe(2)
  expect(
    yearsRunning([
      { startYear: 2008, rating: 2 },
      { startYear: 2006, rating: 2 },
    ]),
  ).toBe(1)
})

describe('the heading of the list', () => {
  test.each([
    [[2, 2, 2, 3, null], '3 of 4 assessed partnerships are rated fair'],
    [[2, 1, 4], '1 of 3 assessed partnerships is rated fair and 1 poor'],
    [[1, 1, 4], '2 of 3 assessed partnerships are rated poor'],
    [[3, 4], 'All 2 assessed partnerships are rated good or excellent'],
    [[null, null], 'None of 2 partnerships has been assessed for value for money'],
    [[], 'No partnership is on this list'],
  ] as const)('of %j is “%s”', (ratings, expected) => expect(vfmListHeadline(ratings)).toBe(expected))
})

describe('the heading of a partnership', () => {
  test('is the mock’s', () => {
    expect(vfmHeadline({ rating: 2, perPound: 35, outcomes: { total: 7, onTarget: 3 } })).toBe(
      'Rated fair: it saves 35p for each £1 it costs, and three of its seven outcomes are on target',
    )
  })

  test('leaves out what is not known, and says nothing and none in words', () => {
    expect(vfmHeadline({ rating: 4, perPound: null, outcomes: { total: 0, onTarget: 0 } })).toBe(
      'Rated excellent',
    )
    expect(vfmHeadline({ rating: 3, perPound: 0, outcomes: { total: 1, onTarget: 0 } })).toBe(
      'Rated good: it saves nothing for each £1 it costs, and its one outcome is not on target',
    )
    expect(vfmHeadline({ rating: 4, perPound: 210, outcomes: { total: 2, onTarget: 2 } })).toBe(
      'Rated excellent: it saves £2.10 for each £1 it costs, and all of its two outcomes are on target',
    )
    expect(vfmHeadline({ rating: null, perPound: 3, outcomes: { total: 1, onTarget: 1 } })).toBe(
      'Not assessed for value for money',
    )
  })
})

describe('lines to follow', () => {
  test('are the mock’s four', () => {
    expect(
      linesToFollow({
        costFromMedian: 51,
        savingFromMedian: -35,
        overdueFor: ['Lower cost', 'Lower cost', 'Outcome-focused objectives', 'Better information'],
        ratings: [
          { startYear: 2008, rating: 2 },
          { startYear: 2007, rating: 2 },
        ],
        unsignedSavings: 1,
        criteriaWithoutEvidence: 0,
      }),
    ).toEqual([
      'Cost 51% above median, saving 35% below',
      'Four actions overdue, two of them on lower cost',
      'Rated fair two years running',
      'One saving claimed but not signed',
    ])
  })

  test('there are none where nothing stands out', () => {
    const quiet = {
      costFromMedian: 19,
      savingFromMedian: null,
      overdueFor: [],
      ratings: [
        { startYear: 2008, rating: 3 as const },
        { startYear: 2007, rating: 3 as const },
      ],
      unsignedSavings: 0,
      criteriaWithoutEvidence: 0,
    }
    expect(linesToFollow(quiet)).toEqual([])
    expect(linesToFollow({ ...quiet, costFromMedian: 20, criteriaWithoutEvidence: 2 })).toEqual([
      'Cost 20% above median',
      'Two judgements without evidence',
    ])
  })
})
