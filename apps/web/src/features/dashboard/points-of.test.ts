import { expect, test } from 'vitest'
import { aPoint } from '#testing/builders.ts'
import { pointsOf } from './points-of.ts'

test('columns become a point a quarter: gaps stay gaps, and only what is noted is not final', () => {
  const points = pointsOf({
    from: '2008-09-q4',
    values: ['10', null, '12.5'],
    targets: [{ value: '11' }, null, { low: '12', high: '14' }],
    notes: [{ place: 2, state: 'provisional', period: '2009' }],
  })
  expect(points).toEqual([
    aPoint('2008-09-q4', '10', { target: { value: '11' } }),
    aPoint('2009-10-q1', null),
    aPoint('2009-10-q2', '12.5', {
      state: 'provisional',
      period: '2009',
      target: { low: '12', high: '14' },
    }),
  ])
})
