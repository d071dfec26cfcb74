import { beforeEach, describe, expect, test } from 'vitest'
import { boxesOf, neighbour, pastedRows, pasteInto, placeIn } from './grid-keys.ts'

const ids = (boxes: readonly HTMLElement[]) => boxes.map(({ id }) => id)
let rows: HTMLInputElement[][] = []

beforeEach(() => {
  const grid = document.createElement('div')
  grid.innerHTML = `
    <input data-row="a" id="a/value"><textarea id="a/commentary"></textarea>
    <input data-row="b" id="b/numerator"><input data-row="b" id="b/denominator">
    <input data-row="c" id="c/value">`
  rows = boxesOf(grid)
})

const at = (row: number, column: number) => ({ row, column })

test('boxes are found a row at a time; other fields are not of the grid', () => {
  expect(rows.map(ids)).toEqual([['a/value'], ['b/numerator', 'b/denominator'], ['c/value']])
  expect(placeIn(rows, rows[1]?.[1] ?? new EventTarget())).toEqual(at(1, 1))
  expect(placeIn(rows, new EventTarget())).toBeNull()
})

test('down and up keep to the column where the row has it', () => {
  expect(neighbour(rows, at(0, 0), 1)?.id).toBe('b/numerator')
  expect(neighbour(rows, at(1, 1), 1)?.id).toBe('c/value')
  expect(neighbour(rows, at(1, 1), -1)?.id).toBe('a/value')
  expect(neighbour(rows, at(2, 0), 1)).toBeNull()
  expect(neighbour(rows, at(0, 0), -1)).toBeNull()
})

describe('what is pasted', () => {
  test('as one cell is left to the box', () => {
    expect(pastedRows('297')).toBeNull()
    expect(pastedRows('297\r\n')).toBeNull()
  })

  test('as a column goes downwards, tabs to the right, blanks changing nothing', () => {
    const pasted = pastedRows('297\r\n153,800\t321,080\r\n\r\n') ?? []
    expect(pasteInto(rows, at(0, 0), pasted)).toEqual({
      entries: [
        ['a/value', '297'],
        ['b/numerator', '153,800'],
        ['b/denominator', '321,080'],
      ],
      leftOut: 0,
    })
  })

  test('beyond the last box is counted as left out', () => {
    expect(pasteInto(rows, at(2, 0), pastedRows('1\n2\n3') ?? [])).toEqual({
      entries: [['c/value', '1']],
      leftOut: 2,
    })
  })
})
