import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, likeness } from './likeness.ts'

describe('how many letters are wrong', () => {
  test('one added, lost, changed or swapped with its neighbour is one', () => {
    expect(changesBetween('cherwell', 'cherwell')).toBe(0)
    expect(changesBetween('cherwell', 'cherwel')).toBe(1)
    expect(changesBetween('cherwell', 'chherwell')).toBe(1)
    expect(changesBetween('cherwell', 'cherwill')).toBe(1)
    expect(changesBetween('cherwell', 'chrewell')).toBe(1)
    expect(changesBetween('', 'abc')).toBe(3)
    expect(changesBetween('kitten', 'sitting')).toBe(3)
  })

  test('is the same both ways and never more than the longer has', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(changesBetween(a, b)).toBe(changesBetween(b, a))
        expect(changesBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(changesBetween(a, b) === 0).toBe(a === b)
      }),
    )
  })
})

describe('how alike two names are', () => {
  test('from 0 for nothing in common to 1 for the same words in any order', () => {
    expect(likeness(['white', 'horse', 'vale'], ['vale', 'white', 'horse'])).toBe(1)
    expect(likeness(['stroud'], ['cherwell'])).toBe(0)
    expect(likeness([], ['cherwell'])).toBe(0)
    expect(likeness([], [])).toBe(0)
  })

  test('a word with one letter in five wrong is still that word', () => {
    expect(likeness(['cherwel'], ['cherwell'])).toBeGreaterThan(0.8)
    expect(likeness(['oxford'], ['oxfordshire'])).toBe(0)
    expect(likeness(['east'], ['west'])).toBe(0)
  })
})
