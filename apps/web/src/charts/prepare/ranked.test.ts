import { expect, test } from 'vitest'
import { prepareRanked, sayRanked } from './ranked.ts'

type Input = Parameters<typeof prepareRanked>[0]

function aRow(id: string, value: string | null, target: string | null) {
  return {
    organisation: { id, name: id, shortName: id },
    ...{ value, numerator: null, denominator: null, share: null, state: 'final' as const },
    target: target === null ? null : { value: target },
    now: {
      status: value === null ? ('not_rated' as const) : ('on_target' as const),
      reason: null,
      gap: null,
      why: '',
    },
    series: { values: [value], notes: [], steps: [] },
  }
}

const input: Input = {
  title: 'Recycling',
  breakdown: {
    heading: '',
    from: '2009-10-q2',
    median: { value: '47.5', bodies: 2 },
    rows: [aRow('oxford', '36.1', '42'), aRow('none', null, null), aRow('cherwell', '58.9', '50')],
  },
  format: { unit: '%', decimals: 1 },
  council: 'cherwell',
}

test('bodies go from the largest figure to the smallest, one without a figure last and without a mark', () => {
  const { bodies } = prepareRanked(input)
  expect(bodies.map(({ id, isYours, at }) => [id, isYours, at === null])).toEqual([
    ['cherwell', true, false],
    ['oxford', false, false],
    ['none', false, true],
  ])
})

test('marks, targets and the median are on one scale', () => {
  const { bodies, median } = prepareRanked(input)
  const [first, second] = bodies
  expect(first?.at).toBeGreaterThan(median?.at ?? 100)
  expect(second?.at).toBeLessThan(median?.at ?? 0)
  for (const at of bodies.flatMap((body) => [...body.targets, body.at ?? 2])) {
    expect(at).toBeGreaterThanOrEqual(2)
    expect(at).toBeLessThanOrEqual(98)
  }
})

test('each body is said with its figure, its target, its status and its side of the median', () => {
  const ranked = prepareRanked(input)
  expect(sayRanked(ranked, 0)).toEqual({
    name: 'cherwell, yours',
    words: '58.9%; own target 50.0%; on target; above the median of 47.5%',
  })
  expect(sayRanked(ranked, 2)).toEqual({ name: 'none', words: 'No figure; not rated' })
  expect(sayRanked(ranked, 3)).toBeNull()
  expect(ranked.summary).toContain('The median of 2 is 47.5%.')
})
