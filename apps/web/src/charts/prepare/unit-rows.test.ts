import { expect, test } from 'vitest'
import { unitPositions, unitRowsSize } from './unit-rows.ts'

const box = { sizePixels: 12.6, pitchPixels: 15, perRow: 10 }

test('one unit stands for one indicator, ten to a row', () => {
  const positions = unitPositions(19, box)
  expect(positions).toHaveLength(19)
  expect(positions[10]).toEqual({ x: 0, y: 15 })
})

test('a drawing is as large as its units and no larger', () => {
  expect(unitRowsSize(6, box)).toEqual({ widthPixels: 87.6, heightPixels: 12.6 })
  expect(unitRowsSize(19, box).heightPixels).toBe(27.6)
})
