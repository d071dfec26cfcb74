import { describe, expect, test } from 'vitest'
import { fractionShare, movedPoint } from './series-slips.ts'

describe('values of a percentage', () => {
  test.each([
    ['all', ['0.98', '1', '0']],
    ['some', ['0.98', '97.2', '96']],
    ['none', ['0.4', '3', '2.1']],
    ['none', ['0', '98', '97']],
    ['none', ['-0.5', '98']],
    ['none', []],
  ] as const)('are fractions, %s of them: %j', (share, values) => {
    expect(fractionShare(values)).toBe(share)
  })
})

describe('a point that may have moved', () => {
  const range = { least: '90', most: '99', others: 8 }
  test.each([
    ['9.7', '97'],
    ['970', '97'],
    ['0.97', '97'],
    ['97000', '97'],
  ])('%s would be %s', (typed, moved) => {
    expect(movedPoint(typed, range)).toBe(moved)
  })

  test.each([
    ['inside the range', '95', range],
    ['not far enough away', '40', range],
    ['of no power of ten', '5', range],
    ['of too few others', '9.7', { ...range, others: 3 }],
    ['of a series that touches nothing', '970', { ...range, least: '0' }],
    ['zero', '0', range],
  ])('is not seen in a value %s', (_, typed, others) => {
    expect(movedPoint(typed, others)).toBeNull()
  })

  test('is found again wherever it was moved', () => {
    for (const value of ['90', '93.25', '99']) {
      for (let places = 1; places <= 4; places++) {
        // Without its point and with that many noughts more: two places further at the most.
        const up = `${value.replace('.', '')}${'0'.repeat(places)}`
        expect(movedPoint(up, range)).toBe(value)
      }
    }
  })
})
