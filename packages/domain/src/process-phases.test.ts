import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processControl } from './process-control.ts'
import type { ProcessPhase } from './process-phases.ts'
import { processPhases } from './process-phases.ts'

const low = [5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 5]
const high = low.map((value) => value + 20)
const reason = 'The service moved to the new contact centre.'

function limitsOf(phase: ProcessPhase | undefined) {
  if (phase?.control.kind !== 'xmr') throw new Error('Too few points')
  return phase.control
}

describe('a series without a mark', () => {
  test('is one phase, judged as it always was', () => {
    const value = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null, freq: 6 })
    const polarity = fc.constantFrom('higher' as const, 'lower' as const, 'range' as const, 'none' as const)
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), polarity, (values, way) => {
        const control = processControl({ values, polarity: way, target: 20 })
        expect(processPhases({ values, polarity: way, target: 20, marks: [] })).toEqual([
          { from: 0, to: values.length - 1, reason: null, control },
        ])
      }),
    )
  })
})

describe('a re-calculation point', () => {
  const marks = [{ place: 13, reason }]
  const phases = processPhases({ values: [...low, ...high], polarity: 'higher', marks })

  test('begins a phase whose limits are its own, with the reason kept', () => {
    expect(phases).toMatchObject([
      { from: 0, to: 12, reason: null },
      { from: 13, to: 25, reason },
    ])
    const [before, after] = phases.map(limitsOf)
    expect(before).toMatchObject({ meanMovingRange: 2 })
    // The step of 20 from one phase to the next is not a moving range of either.
    expect(after).toMatchObject({ meanMovingRange: 2 })
    expect(after?.mean).toBeCloseTo((before?.mean ?? 0) + 20, 10)
  })

  test('ends what was a special cause only against the old limits', () => {
    const special = (list: ProcessPhase[]) =>
      list.flatMap((phase) => limitsOf(phase).points).filter(({ variation }) => variation !== 'common')
    expect(special(processPhases({ values: [...low, ...high], polarity: 'higher', marks: [] }))).toHaveLength(
      26,
    )
    expect(special(phases)).toEqual([])
  })

  test('never lets a run or a trend reach from one phase into the next', () => {
    const values = [9, 5, 9, 5, 9, 5, 9, 5, 9, 5, 6, 7, 8, 9, 10, 5, 9, 5, 9, 5, 9, 5, 9, 5, 9, 5, 9]
    const rules = (places: number[]) =>
      processPhases({ values, polarity: 'higher', marks: places.map((place) => ({ place, reason })) })
        .flatMap((phase) => limitsOf(phase).points)
        .flatMap(({ rules: found, index }) => (found.includes('trend') ? [index] : []))
    expect(rules([])).toEqual([9, 10, 11, 12, 13, 14])
    expect(rules([13])).toEqual([])
  })

  test('keeps the places of the whole series, missing quarters included', () => {
    const values = [...low, null, ...high.with(6, 90)]
    const [, after] = processPhases({ values, polarity: 'higher', marks: [{ place: 13, reason }] })
    expect(after).toMatchObject({ from: 13, to: 26 })
    expect(
      limitsOf(after)
        .points.filter(({ rules }) => rules.includes('outside_limits'))
        .map(({ index }) => index),
    ).toEqual([20])
    expect(limitsOf(after).points[0]?.index).toBe(14)
  })

  test('leaves a run chart until its phase has 13 points', () => {
    const [before, after] = processPhases({ values: [...low, ...high.slice(1)], polarity: 'higher', marks })
    expect(before?.control.kind).toBe('xmr')
    expect(after?.control).toEqual({ kind: 'run_chart', points: 12, pointsNeeded: 13 })
  })

  test('holds the target against the latest phase only, because it is today’s', () => {
    const judged = processPhases({ values: [...low, ...high], polarity: 'higher', target: 16, marks })
    expect(judged.map((phase) => limitsOf(phase).assurance)).toEqual([null, 'consistently_passes'])
  })
})

describe('marks', () => {
  const values = [...low, ...high]
  const at = (...places: number[]) => places.map((place) => ({ place, reason: `Reason ${place}` }))
  const phasesAt = (...places: number[]) =>
    processPhases({ values, polarity: 'higher', marks: at(...places) })

  test('are taken in any order', () => {
    expect(phasesAt(20, 13)).toEqual(phasesAt(13, 20))
    expect(phasesAt(20, 13).map(({ from, to }) => [from, to])).toEqual([
      [0, 12],
      [13, 19],
      [20, 25],
    ])
  })

  test('at or before the first point say why the first phase is as it is; the latest of them counts', () => {
    expect(phasesAt(-8, -2, 13)).toMatchObject([
      { from: 0, to: 12, reason: 'Reason -2' },
      { from: 13, to: 25, reason: 'Reason 13' },
    ])
    expect(phasesAt(0)).toMatchObject([{ from: 0, to: 25, reason: 'Reason 0' }])
  })

  test('after the last point wait for it', () => {
    expect(phasesAt(26)).toEqual(phasesAt())
  })

  test('without a reason, twice at one point, or between points are refused', () => {
    const refused = (marks: { place: number; reason: string }[]) => () =>
      processPhases({ values, polarity: 'higher', marks })
    expect(refused([{ place: 13, reason: ' \n' }])).toThrow('needs a reason')
    expect(refused([...at(13), ...at(13)])).toThrow('two re-calculations')
    expect(refused(at(1.5))).toThrow(RangeError)
  })
})
