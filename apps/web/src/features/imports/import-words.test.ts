import type { Import } from '@accord/api-client'
import { describe, expect, test } from 'vitest'
import {
  countsPhrase,
  figureWords,
  importHeadline,
  progressWords,
  sizeWords,
  spanWords,
} from './import-words.ts'

const found = (changes: Partial<Import>) =>
  ({
    fileName: 'a.csv',
    state: 'ready',
    rowCount: 3,
    open: 0,
    added: 2,
    changed: 1,
    summary: null,
    allowedActions: ['load'],
    ...changes,
  }) as Import

describe('the heading of an import', () => {
  test.each([
    [{}, '3 figures are ready to load'],
    [{ added: 1, changed: 0 }, '1 figure is ready to load'],
    [{ open: 2 }, '2 questions before 3 figures can be loaded'],
    [{ added: 0, changed: 0, allowedActions: [] }, 'a.csv changes nothing'],
    [{ state: 'mapping' }, '3 rows are read: say what the columns are'],
    [{ state: 'applied' }, '3 figures were loaded'],
    [{ state: 'undone' }, 'The import was undone'],
    [{ state: 'failed' }, 'a.csv could not be read'],
  ] as [Partial<Import>, string][])('%j: %s', (changes, heading) => {
    expect(importHeadline(found(changes))).toBe(heading)
  })
})

test('counts leave out what there is none of', () => {
  expect(countsPhrase({ added: 1200, changed: 0, same: 3 })).toBe('1,200 new, and 3 the same')
  expect(countsPhrase({ added: 0, changed: 0 })).toBe('None')
})

test('a figure is shown exactly, with its counts, or with why there is none', () => {
  const format = { unit: '%', decimals: 0 }
  const figure = { value: '95.25', numerator: '1285', denominator: '1300', missingReason: null }
  expect(figureWords(figure, format)).toBe('95.25% (1,285 of 1,300)')
  expect(
    figureWords({ value: null, numerator: null, denominator: null, missingReason: 'awaiting_data' }, format),
  ).toBe('Missing: awaiting data')
})

test('quarters, sizes and progress are said in words', () => {
  expect(spanWords('2018-19-q1', '2023-24-q1')).toBe('Q1 2018/19 to Q1 2023/24')
  expect([sizeWords(31_400), sizeWords(4_200_000)]).toEqual(['31 kB', '4.2 MB'])
  expect(progressWords({ stage: 'comparing', done: 45, total: 100 })).toBe('Comparing figures: 45%')
  expect(progressWords({ stage: 'reading', done: 45, total: 0 })).toBe('Sending and reading …')
})
