import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalNumber,
  decimalText,
  divideDecimals,
  isDecimalText,
  isZeroDecimal,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  trimDecimal,
} from './decimal.ts'

const decimals: fc.Arbitrary<Decimal> = fc.record({
  coefficient: fc.oneof(
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    fc.bigInt({ min: -999n, max: 999n }),
  ),
  scale: fc.integer({ min: 0, max: 30 }),
})

const rounded = (text: string, places: number) => decimalText(roundDecimal(parseDecimal(text), places))
const divided = (a: string, b: string, places: number) =>
  decimalText(divideDecimals(parseDecimal(a), parseDecimal(b), places))

describe('reading', () => {
  test('a value keeps the decimals it was reported with', () => {
    for (const text of ['78.0', '-12.340', '0', '0.000', '123456789012345678901234567890.10']) {
      expect(decimalText(parseDecimal(text))).toBe(text)
    }
  })

  test('any decimal survives being written and read', () => {
    fc.assert(fc.property(decimals, (d) => void expect(parseDecimal(decimalText(d))).toEqual(d)))
  })

  test('short and long texts are read alike', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.integer({ min: 0, max: 8 }),
        (n, scale) => {
          const text = decimalText({ coefficient: n, scale })
          const padded = text.startsWith('-') ? `-${'0'.repeat(20)}${text.slice(1)}` : '0'.repeat(20) + text
          expect(parseDecimal(text)).toEqual(parseDecimal(padded))
        },
      ),
    )
  })

  test('anything that is not plain decimal text is refused in a sentence', () => {
    for (const text of [
      '',
      '-',
      '.',
      '.5',
      '5.',
      '-.5',
      '1e3',
      '1,478',
      ' 1',
      '1 ',
      '+1',
      '0x10',
      '1.2.3',
      '--1',
      '１',
      'NaN',
    ]) {
      expect(isDecimalText(text), text).toBe(false)
      expect(() => parseDecimal(text), text).toThrow(RangeError)
      expect(() => parseDecimal(`${text}${'x'.repeat(20)}`), text).toThrow('is not a decimal number')
    }
  })

  test('what isDecimalText accepts, parseDecimal reads, and nothing else', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[-.\d]{0,20}$/))
    fc.assert(
      fc.property(texts, (text) => {
        if (isDecimalText(text)) expect(() => parseDecimal(text)).not.toThrow()
        else expect(() => parseDecimal(text)).toThrow(RangeError)
      }),
    )
  })
})

describe('arithmetic', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(compareDecimals(addDecimals(parseDecimal('0.1'), parseDecimal('0.2')), parseDecimal('0.3'))).toBe(
      0,
    )
  })

  test('78 and 78.0 are equal, 78.0 and 78.01 are not', () => {
    expect(compareDecimals(parseDecimal('78'), parseDecimal('78.0'))).toBe(0)
    expect(compareDecimals(parseDecimal('78.0'), parseDecimal('78.01'))).toBe(-1)
    expect(compareDecimals(parseDecimal('-1'), parseDecimal('-2'))).toBe(1)
  })

  test('subtraction undoes addition exactly, at any scale', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0)
        expect(isZeroDecimal(subtractDecimals(a, a))).toBe(true)
      }),
    )
  })

  test('multiplication distributes over addition exactly', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const together = multiplyDecimals(a, addDecimals(b, c))
        const apart = addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c))
        expect(compareDecimals(together, apart)).toBe(0)
      }),
    )
  })

  test('negation mirrors order and the absolute value has no sign', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareDecimals(negateDecimal(a), negateDecimal(b))).toBe(compareDecimals(b, a))
        expect(absoluteDecimal(a).coefficient >= 0n).toBe(true)
      }),
    )
  })
})

describe('rounding', () => {
  test('halves go away from zero', () => {
    expect(rounded('2.5', 0)).toBe('3')
    expect(rounded('-2.5', 0)).toBe('-3')
    expect(rounded('0.045', 2)).toBe('0.05')
    expect(rounded('-0.045', 2)).toBe('-0.05')
    expect(rounded('2.4999', 0)).toBe('2')
    expect(rounded('1.005', 2)).toBe('1.01')
  })

  test('fewer decimals than asked are padded', () => expect(rounded('78', 1)).toBe('78.0'))

  test('rounding moves a value by half a unit at most', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 12 }), (d, places) => {
        const moved = absoluteDecimal(subtractDecimals(roundDecimal(d, places), d))
        expect(compareDecimals(moved, { coefficient: 5n, scale: places + 1 })).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('trimming drops zeros and never value', () => {
    expect(decimalText(trimDecimal(parseDecimal('7.0400'), 1))).toBe('7.04')
    expect(decimalText(trimDecimal(parseDecimal('7.000'), 1))).toBe('7.0')
    expect(decimalText(trimDecimal(parseDecimal('0.00'), 0))).toBe('0')
    fc.assert(fc.property(decimals, (d) => void expect(compareDecimals(trimDecimal(d, 0), d)).toBe(0)))
  })
})

describe('division', () => {
  test('a quotient is rounded to the places asked', () => {
    expect(divided('1', '3', 4)).toBe('0.3333')
    expect(divided('2', '3', 4)).toBe('0.6667')
    expect(divided('-1', '8', 2)).toBe('-0.13')
    expect(divided('1', '-8', 2)).toBe('-0.13')
    expect(divided('0.00001', '2', 0)).toBe('0')
    expect(divided('10', '0.001', 0)).toBe('10000')
  })

  test('dividing by zero is refused', () => {
    expect(() => divided('1', '0.00', 2)).toThrow('cannot be divided by zero')
  })
})

test('a number for drawing is the nearest there is', () => {
  expect(decimalNumber(parseDecimal('-12.340'))).toBe(-12.34)
  expect(decimalNumber(parseDecimal('0.3'))).toBe(0.3)
})
