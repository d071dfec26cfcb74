import { describe, expect, test } from 'vitest'
import { needsAttention, runOf, runPhrase } from './attention.ts'
import type { Rating } from './status.ts'

const off: Rating = { status: 'off_target' }
const near: Rating = { status: 'near_target' }
const on: Rating = { status: 'on_target' }
const awaiting: Rating = { status: 'not_rated', reason: 'awaiting_data' }
const notDue: Rating = { status: 'not_rated', reason: 'not_due' }

function item(
  code: string,
  [now, yearEnd]: [Rating, Rating | null],
  gaps: { gapShare?: number | null; yearEndGapShare?: number } = {},
) {
  return { code, now, yearEnd, gapShare: null, ...gaps }
}

describe('what needs attention', () => {
  const items = [
    item('mild', [off, off], { gapShare: -0.12 }),
    item('zero target', [off, null], { gapShare: null }),
    item('worst', [off, on], { gapShare: -0.32 }),
    item('near, less', [near, off], { gapShare: -0.09, yearEndGapShare: -0.11 }),
    item('near, more', [near, off], { gapShare: -0.01, yearEndGapShare: -0.15 }),
    item('near, recovering', [near, near], { gapShare: -0.05 }),
    item('on, falling', [on, off], { gapShare: 0.01 }),
    item('fine', [on, on], { gapShare: 0.2 }),
    item('late', [awaiting, null]),
    item('annual', [notDue, null]),
  ]
  const attention = needsAttention(items)
  const codes = (list: { code: string }[]) => list.map(({ code }) => code)

  test('is off now worst gap first, with unknown gaps last', () => {
    expect(codes(attention.offNow)).toEqual(['worst', 'mild', 'zero target'])
  })

  test('then what is forecast to be off, worst forecast gap first, near and on apart', () => {
    expect(codes(attention.nearButForecastOff)).toEqual(['near, more', 'near, less'])
    expect(codes(attention.onButForecastOff)).toEqual(['on, falling'])
  })

  test('then what is awaited, and not what was never due', () => {
    expect(codes(attention.notReported)).toEqual(['late'])
  })

  test('leaves the list it was given in its order', () => expect(items[0]?.code).toBe('mild'))
})

describe('a run', () => {
  test('counts the quarters the newest status has held', () => {
    expect(runOf(['off_target', 'off_target', 'off_target', 'near_target'])).toBe(3)
    expect(runOf(['off_target', 'near_target', 'off_target'])).toBe(1)
    expect(runOf(['near_target', 'near_target'])).toBe(2)
  })

  test('is broken by a quarter not rated or missing', () => {
    expect(runOf(['off_target', null, 'off_target'])).toBe(1)
    expect(runOf(['off_target', 'not_rated', 'off_target'])).toBe(1)
    expect([runOf([]), runOf([null]), runOf(['not_rated', 'not_rated'])]).toEqual([0, 0, 0])
  })

  test('is said as new, then by its number', () => {
    expect([1, 2, 3].map((run) => runPhrase('off_target', run))).toEqual([
      'new this quarter',
      '2nd quarter running',
      '3rd quarter running',
    ])
    expect(runPhrase('not_rated', 4)).toBe('')
    expect(runPhrase('off_target', 0)).toBe('')
  })
})
