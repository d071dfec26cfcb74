import { describe, expect, test } from 'vitest'
import {
  capitalise,
  countOf,
  countWord,
  formatFigure,
  formatFigureExactly,
  formatFigureWithUnit,
  formatGap,
  formatMoney,
  joinWithAnd,
  ordinal,
} from './figures.ts'

const percent = { unit: '%', decimals: 1 }
const number = { unit: 'number', decimals: 0 }
const perThousand = { unit: 'per 1,000', decimals: 2 }

describe('figures', () => {
  test('carry their per cent sign, grouping and trailing zeros', () => {
    expect(formatFigure('46.1', percent)).toBe('46.1%')
    expect(formatFigure('78', percent)).toBe('78.0%')
    expect(formatFigure('1478', number)).toBe('1,478')
    expect(formatFigure('1234567.5', { unit: 'number', decimals: 2 })).toBe('1,234,567.50')
    expect(formatFigure('999', number)).toBe('999')
    expect(formatFigure('0.5', perThousand)).toBe('0.50')
  })

  test('round halves away from zero', () => {
    expect(formatFigure('46.15', percent)).toBe('46.2%')
    expect(formatFigure('-46.15', percent)).toBe('−46.2%')
  })

  test('have a true minus sign, and none on zero', () => {
    expect(formatFigure('-3.2', { unit: 'number', decimals: 1 })).toBe('−3.2')
    expect(formatFigure('-0.04', percent)).toBe('0.0%')
    expect(formatFigure('-1478', number)).toBe('−1,478')
  })

  test('have their unit said where it is asked for', () => {
    expect(formatFigureWithUnit('0.5', perThousand)).toBe('0.50 per 1,000')
    expect(formatFigureWithUnit('46.1', percent)).toBe('46.1%')
    expect(formatFigureWithUnit('71', number)).toBe('71')
  })

  test('can be written with every decimal they need', () => {
    expect(formatFigureExactly('7.0400', percent)).toBe('7.04%')
    expect(formatFigureExactly('7', percent)).toBe('7.0%')
    expect(formatFigureExactly('007.010', percent)).toBe('7.01%')
    expect(formatFigureExactly('-0.0400', percent)).toBe('−0.04%')
  })
})

test('money is in millions on a dashboard, whole pounds below £100,000, pence below £1', () => {
  expect(formatMoney(634_666_666)).toBe('£6.35m')
  expect(formatMoney(1_600_000_000n)).toBe('£16m')
  expect(formatMoney(650_000_000)).toBe('£6.50m')
  expect(formatMoney(32_000_000)).toBe('£0.32m')
  expect(formatMoney(9_540_000)).toBe('£95,400')
  expect(formatMoney(10_000_000)).toBe('£0.10m')
  expect(formatMoney(9_999_950)).toBe('£0.10m')
  expect(formatMoney(12_345)).toBe('£123')
  expect(formatMoney(35)).toBe('35p')
  expect(formatMoney(0)).toBe('£0')
  expect(formatMoney(-634_666_666)).toBe('−£6.35m')
  expect(formatMoney(123_456_789_000_000n)).toBe('£1,234,567.89m')
})

test('a gap is whole per cent from ten, one decimal under, and never nothing when there is one', () => {
  expect(formatGap(32.38)).toBe('32%')
  expect(formatGap(25.4545)).toBe('25%')
  expect(formatGap(6.47)).toBe('6.5%')
  expect(formatGap(-6.47)).toBe('6.5%')
  expect(formatGap(9.94)).toBe('9.9%')
  expect(formatGap(9.96)).toBe('10%')
  expect(formatGap(8.35)).toBe('8.4%')
  expect(formatGap(0.03)).toBe('less than 0.1%')
  expect(formatGap(0)).toBe('0.0%')
  expect(formatGap(12_345.6)).toBe('12,346%')
})

test('counts are words to nine', () => {
  expect([1, 2, 9, 10, 1478, 0].map(countWord)).toEqual(['one', 'two', 'nine', '10', '1,478', '0'])
  expect(countOf(1, 'indicator')).toBe('1 indicator')
  expect(countOf(35, 'indicator')).toBe('35 indicators')
  expect(capitalise('six')).toBe('Six')
  expect(capitalise('')).toBe('')
})

test('ordinals mind the teens', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '103rd',
    '111th',
  ])
})

test('lists are joined with and, with a comma where a phrase has a join of its own', () => {
  expect(joinWithAnd([])).toBe('')
  expect(joinWithAnd(['a'])).toBe('a')
  expect(joinWithAnd(['a', 'b'])).toBe('a and b')
  expect(joinWithAnd(['a', 'b', 'c'])).toBe('a, b and c')
  expect(joinWithAnd(['a and b', 'c'])).toBe('a and b, and c')
  expect(
    joinWithAnd(['young people not in education or work', 'affordable homes', 'access to services']),
  ).toBe('young people not in education or work, affordable homes, and access to services')
})
