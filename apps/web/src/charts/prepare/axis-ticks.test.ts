import { expect, test } from 'vitest'
import { axisTicks, stepDecimals } from './axis-ticks.ts'

test('ticks are round and hold every figure', () => {
  const axis = axisTicks({ figures: [38, 38.2, 46.1, 49.1], fromZero: false, most: 7 })
  expect(axis.ticks).toEqual([36, 38, 40, 42, 44, 46, 48, 50])
})

test('a count that builds up is drawn from zero', () => {
  expect(axisTicks({ figures: [46, 210], fromZero: true, most: 7 }).low).toBe(0)
})

test('a scale that nearly reaches zero is taken to zero', () => {
  expect(axisTicks({ figures: [2, 10], fromZero: false, most: 7 }).low).toBe(0)
})

test('figures that are all the same still have an axis', () => {
  const { ticks, low, high } = axisTicks({ figures: [5, 5], fromZero: false, most: 7 })
  expect(low).toBeLessThan(5)
  expect(high).toBeGreaterThanOrEqual(5)
  expect(ticks.length).toBeGreaterThan(1)
})

test('ticks show as many decimals as their step needs', () => {
  expect([stepDecimals(2), stepDecimals(2.5), stepDecimals(0.05)]).toEqual([0, 1, 2])
})

test('a percentage is not drawn past 100', () => {
  const axis = axisTicks({ figures: [98, 100], fromZero: false, most: 7, ceiling: 100 })
  expect(axis.high).toBe(100)
  expect(axis.ticks.at(-1)).toBe(100)
})
