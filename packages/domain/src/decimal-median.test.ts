import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalMedian, rankedByValue } from './decimal-median.ts'

test('the median of none is nothing, of one itself, of two exactly half way', () => {
  expect(decimalMedian([])).toBeNull()
  expect(decimalMedian(['46.1'])).toBe('46.1')
  expect(decimalMedian(['0.1', '0.2'])).toBe('0.15')
  expect(decimalMedian(['36.1', '36.6', '44.7', '50.3', '50.9', '61.8'])).toBe('47.5')
})

test('as many are at or below the median as are at or above it, in any order', () => {
  const values = fc.array(
    fc.integer({ min: -999, max: 999 }).map((n) => String(n / 10)),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(values, (list) => {
      const middle = Number(decimalMedian(list))
      const below = list.filter((value) => Number(value) < middle).length
      const above = list.filter((value) => Number(value) > middle).length
      expect(below).toBeLessThanOrEqual(list.length / 2)
      expect(above).toBeLessThanOrEqual(list.length / 2)
      expect(decimalMedian(list.toReversed())).toBe(decimalMedian(list))
    }),
  )
})

test('bodies are ordered by exact value, equal ones by name, those without a figure last', () => {
  const rows = [
    { name: 'D', value: null },
    { name: 'B', value: '9.0' },
    { name: 'A', value: '9' },
    { name: 'C', value: '10' },
  ]
  expect(rankedByValue(rows).map(({ name }) => name)).toEqual(['C', 'A', 'B', 'D'])
})
