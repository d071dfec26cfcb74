import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statusChanges } from './changes.ts'
import { demonstrationIndicators } from './demonstration-figures.fixture.ts'
import { gapOf } from './gap.ts'
import { defaultTolerance } from './indicator-rule.ts'
import type { Rating } from './status.ts'
import { rate } from './status.ts'

const all: Rating[] = [
  { status: 'off_target' },
  { status: 'near_target' },
  { status: 'on_target' },
  { status: 'not_rated', reason: 'not_due' },
]
const items = fc.array(
  fc.record({
    now: fc.constantFrom(...all),
    before: fc.constantFrom(null, ...all),
    gapShare: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  }),
)

test('every indicator is in exactly one list, and not rated is never better or worse', () => {
  fc.assert(
    fc.property(items, (list) => {
      const { worse, better, same, notComparable } = statusChanges(list)
      expect(worse.length + better.length + same.length + notComparable.length).toBe(list.length)
      for (const { now, before } of [...worse, ...better, ...same]) {
        expect(now.status).not.toBe('not_rated')
        expect(before?.status ?? 'not_rated').not.toBe('not_rated')
      }
    }),
  )
})

describe('from Q1 to Q2 2009/10 of the demonstration', () => {
  const changes = statusChanges(
    demonstrationIndicators.map(({ code, unit, decimals, polarity, missing, actuals, targets }) => {
      const rule = { polarity, tolerance: defaultTolerance, format: { unit, decimals } }
      const ratingAt = (quarter: number) => {
        const value = targets[quarter]
        return rate({ actual: actuals[quarter] ?? null, missing, target: value ? { value } : null, rule })
      }
      const actual = actuals[7]
      const value = targets[7]
      const gapShare = actual && value ? gapOf({ actual, target: { value }, rule }).share : null
      return { code, now: ratingAt(7), before: ratingAt(6), gapShare }
    }),
  )
  const codes = (list: { code: string }[]) => list.map(({ code }) => code)

  test('four are worse, worst first', () => {
    expect(codes(changes.worse)).toEqual(['NI 155', 'NI 117', 'NI 175', 'NI 53'])
  })

  test('three are better, worst first', () => {
    expect(changes.better).toHaveLength(3)
    expect(codes(changes.better)[0]).toBe('NI 16')
    expect(codes(changes.better).toSorted()).toEqual(['NI 16', 'NI 195a', 'NI 32'])
  })

  test('24 kept their rating and four cannot be compared', () => {
    expect(changes.same).toHaveLength(24)
    expect(changes.notComparable).toHaveLength(4)
  })
})
