import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { availableOn, figureAge, forecastRecord, reportingRecord, revisionRecord } from './figure-quality.ts'
import { quarterIndex } from './quarters.ts'

const q2 = quarterIndex({ startYear: 2009, number: 2 })

test('a figure is to be had its lag after the quarter, and ages from the quarter’s last day', () => {
  expect(availableOn(q2, 10)).toBe('2009-12-09')
  expect(figureAge(q2, '2009-10-19')).toBe(19)
  expect(figureAge(q2, '2009-09-01')).toBe(0)
})

describe('how returns came in', () => {
  const returns = [
    { quarterIndex: q2 - 2, dueOn: '2009-04-17', receivedOn: '2009-04-10' },
    { quarterIndex: q2 - 1, dueOn: '2009-07-17', receivedOn: '2009-07-20' },
    { quarterIndex: q2, dueOn: '2009-10-16', receivedOn: null },
  ]

  test('on the due day is on time, after it late, and not there after it not on time', () => {
    expect(reportingRecord(returns, { today: '2009-10-19', most: 8 })).toEqual({
      counted: 3,
      onTime: 1,
      typicalDays: 15,
    })
  })

  test('one that is not due yet does not count, and only the last ones do', () => {
    expect(reportingRecord(returns, { today: '2009-10-16', most: 8 }).counted).toBe(2)
    expect(reportingRecord(returns, { today: '2009-10-19', most: 1 })).toEqual({
      counted: 1,
      onTime: 0,
      typicalDays: null,
    })
  })
})

describe('how far figures moved', () => {
  test('by exact sizes, without sign', () => {
    const moved = [
      { from: '43.2', to: '43.0' },
      { from: '10', to: '10.1' },
      { from: null, to: '3' },
    ]
    expect(revisionRecord(moved)).toEqual({ count: 3, mean: '0.150000', largest: '0.2' })
    expect(revisionRecord([])).toEqual({ count: 0, mean: null, largest: null })
  })

  test('the mean is never over the largest', () => {
    const figure = fc.integer({ min: -9999, max: 9999 }).map((n) => String(n / 10))
    fc.assert(
      fc.property(fc.array(fc.record({ from: figure, to: figure }), { minLength: 1 }), (moved) => {
        const { mean, largest } = revisionRecord(moved)
        expect(Number(mean)).toBeLessThanOrEqual(Number(largest) + 1e-6)
      }),
    )
  })
})

test('forecasts are held against the year they were for, the steps on the way are not counted', () => {
  const past = { forecast: 47, low: 45, high: 49, actual: 48, inside: true, madeAt: q2 }
  expect(
    forecastRecord([
      { ...past, for: q2 + 1 },
      { ...past, for: q2 + 2 },
      { ...past, madeAt: q2 + 1, for: q2 + 2, actual: 50, inside: false },
    ]),
  ).toEqual({ count: 2, insidePercent: 50, meanMiss: 2 })
  expect(forecastRecord([])).toEqual({ count: 0, insidePercent: null, meanMiss: null })
})
