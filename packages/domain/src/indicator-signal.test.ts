import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SignalInput } from './indicator-signal.ts'
import { indicatorSignal } from './indicator-signal.ts'
import { quarterIndex } from './quarters.ts'

const first = quarterIndex({ startYear: 2006, number: 1 })
const steady = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52]

function aSignal(values: (number | null)[], changes: Partial<SignalInput> = {}) {
  return indicatorSignal({
    measure: 'snapshot',
    polarity: 'higher',
    format: { unit: '%', decimals: 1 },
    first,
    values: values.map((value) => (value === null ? null : String(value))),
    target: { value: '51' },
    marks: [],
    ...changes,
  })
}

describe('the signal of a series', () => {
  test('of a count that builds up is none, and says why', () => {
    expect(aSignal(steady, { measure: 'cumulative' })).toMatchObject({ kind: 'none', phases: [] })
    expect(aSignal(steady, { measure: 'annual' }).sentence).toBe(
      'No signal view: it is measured once a year.',
    )
    expect(aSignal([null]).kind).toBe('none')
  })

  test('under 13 figures is a run chart with its median', () => {
    const signal = aSignal([50, 52, 54])
    expect(signal).toMatchObject({ kind: 'run_chart', variation: null, assurance: null, points: [] })
    expect(signal.sentence).toBe(
      'A run chart without limits: 3 of the 13 figures that limits need. The line across is the median, 52.0%.',
    )
  })

  test('without special cause is common, and hit or miss where the target is inside the limits', () => {
    expect(aSignal(steady)).toMatchObject({
      kind: 'limits',
      variation: 'common',
      assurance: 'hit_or_miss',
      causes: [],
    })
  })

  test('names each rule with its quarters', () => {
    const signal = aSignal([...steady, 60, 60, 61, 60, 60, 61])
    expect(signal.variation).toBe('improvement')
    expect(signal.causes).toContain('6 in a row above the mean: Q3 2009/10 to Q4 2010/11')
    expect(signal.points.at(-1)).toMatchObject({ index: first + 19, variation: 'improvement' })
    expect(signal.points.at(-1)?.rules).toContain('6 in a row above the mean')
  })

  test('begins anew at a mark, with its reason', () => {
    const { phases } = aSignal([...steady, ...steady.map((value) => value + 20)], {
      marks: [{ index: first + 14, reason: 'A new contract.' }],
    })
    expect(phases.map(({ from, reason, limits }) => [from, reason, limits?.mean])).toEqual([
      [first, null, '51.00'],
      [first + 14, 'A new contract.', '71.00'],
    ])
  })

  test('every special point has a rule in words, and every phase either limits or a median', () => {
    const value = fc.option(fc.integer({ min: 0, max: 90 }), { nil: null, freq: 8 })
    const mark = fc.option(fc.integer({ min: 1, max: 39 }), { nil: null })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), mark, (values, place) => {
        const marks = place === null ? [] : [{ index: first + place, reason: 'Known.' }]
        const { points, phases } = aSignal(values, { marks })
        for (const { rules, variation } of points) {
          expect(rules.length).toBeGreaterThan(0)
          expect(variation).not.toBe('common')
        }
        for (const { limits, median } of phases) expect(limits !== null && median !== null).toBe(false)
      }),
    )
  })
})
