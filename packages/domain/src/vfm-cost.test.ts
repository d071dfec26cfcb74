import { describe, expect, test } from 'vitest'
import {
  costOf,
  hourlyRateOn,
  median,
  percentFromMedian,
  savedPerPound,
  signedSaving,
  totalCost,
} from './vfm-cost.ts'

const rates = [
  { kind: 'member_time' as const, fromOn: '2008-04-01', pence: 1840 },
  { kind: 'member_time' as const, fromOn: '2009-04-01', pence: 1880 },
  { kind: 'officer_time' as const, fromOn: '2008-04-01', pence: 2860 },
]
const hours = (kind: 'member_time' | 'officer_time', text: string) => ({ kind, hours: text, pence: null })
const funding = { kind: 'funding' as const, hours: null, pence: 6_800_000 }

describe('cost', () => {
  test('is hours at the rate of the year and funding, in whole pence: the mock’s £111,806', () => {
    const parts = [hours('member_time', '186'), hours('officer_time', '1412'), funding]
    expect(parts.map((part) => costOf(part, rates, '2008-04-01'))).toEqual([342_240, 4_038_320, 6_800_000])
    expect(totalCost(parts, rates, '2008-04-01')).toBe(11_180_560)
  })

  test('takes the rate in force on the day, and none before the first was set', () => {
    expect(hourlyRateOn(rates, 'member_time', '2009-03-31')).toBe(1840)
    expect(hourlyRateOn(rates, 'member_time', '2009-04-01')).toBe(1880)
    expect(hourlyRateOn(rates, 'officer_time', '2007-04-01')).toBeNull()
  })

  test('of half hours is exact, and rounds half a penny up', () => {
    expect(costOf(hours('member_time', '0.5'), [{ ...rates[0], pence: 1841 } as never], '2008-04-01')).toBe(
      921,
    )
  })

  test('that is not known whole is not known', () => {
    expect(totalCost([], rates, '2008-04-01')).toBeNull()
    expect(totalCost([funding, hours('officer_time', '2')], rates, '2007-04-01')).toBeNull()
  })
})

test('a saving counts once it is signed, and only where it is cashable', () => {
  const saving = { kind: 'cashable' as const, pence: 3_950_000, signedBy: 'Finance' }
  const claimed = { ...saving, pence: 1_200_000, signedBy: null }
  expect(signedSaving([saving, claimed, { ...saving, kind: 'drawn_in' }])).toBe(3_950_000)
  expect(signedSaving([])).toBe(0)
})

test('each pound of cost saves so many pence, and of no cost nothing can be said', () => {
  expect(savedPerPound(3_950_000, 11_180_560)).toBe(35)
  expect(savedPerPound(41_200_000, 19_640_000)).toBe(210)
  expect(savedPerPound(1, 0)).toBeNull()
  expect(savedPerPound(1, null)).toBeNull()
})

describe('the median', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 3],
    [[7], 7],
    [[], null],
  ])('of %j is %s', (values, expected) => expect(median(values)).toBe(expected))

  test('does not move the values it is asked about', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  test('is what a value is said to be above or below', () => {
    expect(percentFromMedian(11_180_560, 7_420_000)).toBe(51)
    expect(percentFromMedian(3_950_000, 6_100_000)).toBe(-35)
    expect(percentFromMedian(1, null)).toBeNull()
    expect(percentFromMedian(1, 0)).toBeNull()
  })
})
