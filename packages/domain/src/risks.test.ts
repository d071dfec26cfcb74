import { expect, test } from 'vitest'
import { isRed, riskScore } from './risks.ts'

test('a risk is red from 15, which is six of the 25 scores', () => {
  const scores = [1, 2, 3, 4, 5].flatMap((likelihood) =>
    [1, 2, 3, 4, 5].map((impact) => riskScore(likelihood, impact)),
  )
  expect(scores.filter(isRed).toSorted((a, b) => a - b)).toEqual([15, 15, 16, 20, 20, 25])
  expect(isRed(14)).toBe(false)
})

test('likelihood and impact outside one to five are refused', () => {
  for (const [likelihood, impact] of [
    [0, 3],
    [3, 6],
    [2.5, 3],
    [Number.NaN, 1],
  ] as const) {
    expect(() => riskScore(likelihood, impact)).toThrow('from 1 to 5')
  }
})
