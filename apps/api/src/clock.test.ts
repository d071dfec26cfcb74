import { londonDate } from '@accord/domain'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClock } from './clock.ts'

describe('the clock of a demonstration', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const at = (time: string) => {
    vi.setSystemTime(`2026-11-25T${time}Z`)
    return createClock('2009-07-06').now()
  }

  test('shows the real time of day, on its own day', () => {
    expect(at('10:42:07.250').toISOString()).toBe('2009-07-06T10:42:07.250Z')
  })

  test('stays on that day in London to the last moment, also in summer', () => {
    for (const time of ['00:00:00.000', '22:00:00.000', '23:00:00.000', '23:59:59.999']) {
      expect(londonDate(at(time))).toBe('2009-07-06')
    }
  })

  test('never stands still: what comes later in the evening is later', () => {
    const times = ['21:59:59.990', '22:00:00.010', '23:00:00.000', '23:00:00.010', '23:59:59.000'].map(at)
    const inOrder = times.toSorted((a, b) => a.getTime() - b.getTime())
    expect(times).toEqual(inOrder)
    expect(new Set(times.map(Number)).size).toBe(times.length)
  })
})
