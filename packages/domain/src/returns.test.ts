import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReturnTimeliness } from './returns.ts'
import {
  hasBeenReceived,
  returnStates,
  returnStateWord,
  returnTimeliness,
  summariseReturns,
} from './returns.ts'

const dueOn = '2009-10-16'

function timeliness(submittedAt: string | null, today = '2009-10-19') {
  return returnTimeliness({ submittedAt: submittedAt === null ? null : new Date(submittedAt), dueOn, today })
}

describe('timeliness', () => {
  test('on the due date itself is on time, to the last minute in London', () => {
    expect(timeliness('2009-10-16T22:59:59Z')).toEqual({ kind: 'on_time', daysLate: 0 })
    expect(timeliness('2009-10-16T23:00:00Z')).toEqual({ kind: 'late', daysLate: 1 })
    expect(timeliness('2009-10-01T09:00:00Z')).toEqual({ kind: 'on_time', daysLate: 0 })
  })

  test('late is counted in days', () =>
    expect(timeliness('2009-10-19T10:42:00Z')).toEqual({ kind: 'late', daysLate: 3 }))

  test('what has not come is missing from the day after it was due', () => {
    expect(timeliness(null, '2009-10-16')).toEqual({ kind: 'not_yet_due', daysLate: 0 })
    expect(timeliness(null, '2009-10-17')).toEqual({ kind: 'missing', daysLate: 1 })
    expect(timeliness(null)).toEqual({ kind: 'missing', daysLate: 3 })
  })
})

describe('a summary of returns', () => {
  const onTime: ReturnTimeliness = { kind: 'on_time', daysLate: 0 }
  const late: ReturnTimeliness = { kind: 'late', daysLate: 3 }
  const missing: ReturnTimeliness = { kind: 'missing', daysLate: 3 }

  test('is that of the demonstration quarter: 13 in on time, 2 late, 2 missing of 17', () => {
    const list = [...Array.from({ length: 13 }, () => onTime), late, late, missing, missing]
    expect(summariseReturns(list)).toEqual({
      expected: 17,
      onTime: 13,
      late: 2,
      missing: 2,
      notYetDue: 0,
      onTimePercent: 76,
      receivedPercent: 88,
      mostDaysLate: 3,
      mostDaysMissing: 3,
    })
  })

  test('has no percentage of nothing', () => {
    expect(summariseReturns([])).toMatchObject({ expected: 0, onTimePercent: null, receivedPercent: null })
  })

  test('says 100 % only for all and 0 % only for none', () => {
    const nearlyAll = [...Array.from({ length: 299 }, () => onTime), missing]
    expect(summariseReturns(nearlyAll).onTimePercent).toBe(99)
    expect(summariseReturns([...Array.from({ length: 299 }, () => missing), onTime]).onTimePercent).toBe(1)
    expect(summariseReturns([onTime]).onTimePercent).toBe(100)
    expect(summariseReturns([missing]).receivedPercent).toBe(0)
  })

  test('counts every return once', () => {
    const kinds = fc.constantFrom<ReturnTimeliness['kind']>('on_time', 'late', 'missing', 'not_yet_due')
    fc.assert(
      fc.property(fc.array(fc.record({ kind: kinds, daysLate: fc.nat(90) })), (list) => {
        const { expected, onTime: inTime, late: tardy, missing: absent, notYetDue } = summariseReturns(list)
        expect(inTime + tardy + absent + notYetDue).toBe(expected)
        expect(expected).toBe(list.length)
      }),
    )
  })
})

test('a return counts as received once submitted, even where it was sent back since', () => {
  expect(returnStates.filter(hasBeenReceived)).toEqual([
    'submitted',
    'changes_requested',
    'accepted',
    'published',
    'restated',
  ])
})

test('every state has a word', () => {
  expect(returnStates.map(returnStateWord)).toEqual([
    'Not started',
    'In progress',
    'Awaiting sign-off',
    'Submitted',
    'Changes requested',
    'Accepted',
    'Published',
    'Restated',
  ])
})
