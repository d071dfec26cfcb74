import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProcessControl } from './process-control.ts'
import { processControl } from './process-control.ts'
import { xmrLimits } from './xmr-limits.ts'

function charted(
  values: (number | null)[],
  more: { polarity?: 'higher' | 'lower' | 'none'; target?: number } = {},
) {
  const chart: ProcessControl = processControl({ values, polarity: 'higher', ...more })
  if (chart.kind !== 'xmr') throw new Error('Too few points')
  return chart
}

function marked(values: (number | null)[], rule: string): number[] {
  return charted(values)
    .points.filter(({ rules }) => rules.some((found) => found === rule))
    .map(({ index }) => index)
}

const steady = [5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 7]

describe('limits', () => {
  test('the worked check of the domain notes: 10, 50, 40, 30', () => {
    const limits = xmrLimits([10, 50, 40, 30])
    expect(limits).toMatchObject({ mean: 32.5, meanMovingRange: 20 })
    expect(limits?.upperLimit).toBeCloseTo(85.7, 10)
    expect(limits?.lowerLimit).toBeCloseTo(-20.7, 10)
    expect(limits?.upperTwoSigma).toBeCloseTo(32.5 + (53.2 * 2) / 3, 10)
    expect(limits?.lowerTwoSigma).toBeCloseTo(32.5 - (53.2 * 2) / 3, 10)
  })

  test('a moving range is never taken across a gap', () => {
    expect(xmrLimits([10, null, 50, 40, 30])).toMatchObject({ mean: 32.5, meanMovingRange: 10 })
    expect(xmrLimits([10, null, 50, null, 30])).toBeNull()
    expect(xmrLimits([])).toBeNull()
  })

  test('need 13 points: below that it is a run chart', () => {
    expect(processControl({ values: steady.slice(0, 12), polarity: 'higher' })).toEqual({
      kind: 'run_chart',
      points: 12,
      pointsNeeded: 13,
    })
    expect(processControl({ values: [...steady.slice(0, 12), null], polarity: 'higher' })).toMatchObject({
      kind: 'run_chart',
    })
    expect(processControl({ values: steady.slice(0, 13), polarity: 'higher' })).toMatchObject({ kind: 'xmr' })
  })
})

describe('special causes', () => {
  test('a steady process has none', () => {
    expect(charted(steady).points.every(({ variation }) => variation === 'common')).toBe(true)
  })

  test('a constant process has none, whatever its last binary digit', () => {
    expect(
      charted(Array.from({ length: 13 }, () => 0.1)).points.every(({ rules }) => rules.length === 0),
    ).toBe(true)
  })

  test('a point outside a limit is one', () => {
    expect(marked([...steady, 40], 'outside_limits')).toEqual([14])
    expect(charted([...steady, 40]).points.at(-1)?.variation).toBe('improvement')
    expect(charted([...steady, 40], { polarity: 'lower' }).points.at(-1)?.variation).toBe('concern')
    expect(charted([...steady, 40], { polarity: 'none' }).points.at(-1)?.variation).toBe('neither')
  })

  test('six in a row one side of the mean are marked, every one; five are not', () => {
    const up = [8, 10, 8, 10, 8, 10, 8, 9.9, 9.7, 9.9, 9.7, 9.9, 9.7, 7, 7]
    expect(marked(up, 'run_one_side_of_mean')).toEqual([7, 8, 9, 10, 11, 12])
    expect(marked(up.with(12, 8), 'run_one_side_of_mean')).toEqual([])
  })

  test('a point on the mean breaks a run', () => {
    const values = [8, 8, 8, 9, 8, 8, 8, 10, 10, 10, 9, 10, 10, 10]
    expect(charted(values).mean).toBe(9)
    expect(marked(values, 'run_one_side_of_mean')).toEqual([])
    expect(marked(values.with(10, 10).with(3, 8), 'run_one_side_of_mean')).toEqual([...values.keys()])
  })

  test('six points strictly rising or falling are marked; a level step breaks them', () => {
    const rising = [5, 7, 5, 7, 5, 7, 4, 5, 6, 7, 8, 9, 5, 7]
    expect(marked(rising, 'trend')).toEqual([6, 7, 8, 9, 10, 11])
    expect(marked(rising.with(9, 6), 'trend')).toEqual([])
    expect(marked(rising.toReversed(), 'trend')).toEqual([2, 3, 4, 5, 6, 7])
  })

  test('two of three beyond two sigma on the same side are marked, the third is not', () => {
    const values = [...steady, ...steady, 10.8, 9, 10.8, 7, 5]
    const { upperTwoSigma, upperLimit } = charted(values)
    expect(10.8).toBeGreaterThan(upperTwoSigma)
    expect(10.8).toBeLessThan(upperLimit)
    expect(marked(values, 'two_of_three')).toEqual([28, 30])
    expect(marked(values.with(30, 1.2), 'two_of_three')).toEqual([])
  })

  test('a point whose rules speak both ways is neither', () => {
    const values = [2, 2, 2, 2, 2, 2, 2, 2, 14, 13, 12, 11, 10, 9]
    const last = charted(values).points.at(-1)
    expect(last?.rules).toContain('trend')
    expect(last?.rules).toContain('run_one_side_of_mean')
    expect(last?.variation).toBe('neither')
  })

  test('missing values keep their place and are skipped by runs', () => {
    const values = [8, 10, 8, 10, 8, 10, 8, 9.9, 9.7, null, 9.9, 9.7, 9.9, 9.7, 7, 7]
    expect(marked(values, 'run_one_side_of_mean')).toEqual([7, 8, 10, 11, 12, 13])
  })

  test('a mirrored series is marked in the same places with the opposite meaning', () => {
    const opposite = { improvement: 'concern', concern: 'improvement', neither: 'neither', common: 'common' }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 13, maxLength: 40 }), (values) => {
        const points = charted(values).points
        const mirrored = charted(values.map((value) => -value)).points
        expect(mirrored.map(({ variation }) => variation)).toEqual(
          points.map(({ variation }) => opposite[variation]),
        )
        for (const { rules, variation } of points) expect(rules.length === 0).toBe(variation === 'common')
      }),
    )
  })
})

describe('assurance', () => {
  const { lowerLimit, upperLimit } = charted(steady)

  test('reads by which way is good', () => {
    expect(charted(steady, { target: lowerLimit }).assurance).toBe('consistently_passes')
    expect(charted(steady, { target: upperLimit }).assurance).toBe('consistently_fails')
    expect(charted(steady, { target: 6 }).assurance).toBe('hit_or_miss')
    expect(charted(steady, { target: upperLimit, polarity: 'lower' }).assurance).toBe('consistently_passes')
    expect(charted(steady, { target: lowerLimit, polarity: 'lower' }).assurance).toBe('consistently_fails')
  })

  test('is not given without a target or a polarity', () => {
    expect(charted(steady).assurance).toBeNull()
    expect(charted(steady, { target: 6, polarity: 'none' }).assurance).toBeNull()
  })
})
