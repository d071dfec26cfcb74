import { expect, test } from 'vitest'
import { readHours, readPounds, writePounds } from './typed-money.ts'

test.each([
  ['£39,500', 3_950_000],
  ['39500.5', 3_950_050],
  [' 0 ', 0],
  ['1e3', null],
  ['-5', null],
  ['39.505', null],
  ['', null],
])('%j is %s pence', (typed, pence) => expect(readPounds(typed)).toBe(pence))

test('pence are written back as they would be typed', () => {
  expect([writePounds(3_950_000), writePounds(3_950_050), writePounds(null)]).toEqual([
    '39500',
    '39500.50',
    '',
  ])
})

test.each([
  ['1,412', '1412'],
  ['7.5', '7.5'],
  ['7.55', null],
  ['many', null],
])('%j is %s hours', (typed, hours) => expect(readHours(typed)).toBe(hours))
