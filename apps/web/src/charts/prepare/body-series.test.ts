import { expect, test } from 'vitest'
import { bodyPoints } from './body-series.ts'

test('columns become points: gaps stay gaps, a target holds to its next step, notes are at their places', () => {
  const points = bodyPoints(
    {
      values: ['34.4', null, '36.1'],
      notes: [{ place: 2, state: 'provisional', period: null }],
      steps: [
        { place: 0, target: { value: '36' } },
        { place: 2, target: null },
      ],
    },
    '2008-09-q4',
  )
  expect(points).toEqual([
    { quarter: '2008-09-q4', value: '34.4', state: 'final', period: null, target: { value: '36' } },
    { quarter: '2009-10-q1', value: null, state: null, period: null, target: { value: '36' } },
    { quarter: '2009-10-q2', value: '36.1', state: 'provisional', period: null, target: null },
  ])
})
