import { describe, expect, test } from 'vitest'
import { percentKept, shareTyped } from './change-words.ts'
import { boxesOf, readBoxes } from './target-boxes.ts'

const blank = { low: '', high: '' }

describe('the boxes of a year’s targets', () => {
  test('hold the year and its quarters, and give them back as they were', () => {
    const targets = {
      year: { value: '49' },
      quarters: [{ value: '46.5' }, { value: '48' }, null, { value: '49' }],
      figures: [null, null, null, null],
    }
    const { after, faults } = readBoxes(boxesOf(targets), false)
    expect(faults).toEqual([])
    expect(after).toEqual({ year: targets.year, quarters: targets.quarters })
  })

  test('read both ends of a range, and ask for the one that is missing', () => {
    const boxes = [{ low: '90', high: '95' }, { low: '90', high: '' }, blank, blank, blank]
    const { after, faults } = readBoxes(boxes, true)
    expect(after.year).toEqual({ low: '90', high: '95' })
    expect(faults).toEqual([
      { fieldId: 'after/quarters/0', message: 'Quarter 1: Enter both ends of the range.' },
    ])
  })

  test('say which box cannot be read', () => {
    const { faults } = readBoxes([{ low: 'many', high: '' }, blank, blank, blank, blank], false)
    expect(faults).toEqual([
      { fieldId: 'after/year', message: 'Year end: Use numbers only, for example 12.5.' },
    ])
  })
})

describe('a tolerance in per cent', () => {
  test.each([
    ['5', '0.05'],
    ['12.5%', '0.125'],
    ['0', '0'],
  ])('typed as %s is kept as %s', (typed, kept) => {
    expect(shareTyped(typed)).toBe(kept)
    expect(percentKept(kept)).toBe(typed.replace('%', ''))
  })

  test('that is not a number goes as it was typed, to be refused', () => {
    expect(shareTyped('many')).toBe('many')
  })
})
