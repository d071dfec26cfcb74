import { expect, test } from 'vitest'
import { slopeExtents } from './slope-extents.ts'

test('rows compared by slope share units per pixel, each about its own middle', () => {
  expect(slopeExtents([[10, 20], [50, 54], []])).toEqual([{ low: 10, high: 20 }, { low: 47, high: 57 }, null])
})
