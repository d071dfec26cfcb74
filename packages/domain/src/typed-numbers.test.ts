import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDecimals, decimalText, isDecimalText, parseDecimal } from './decimal.ts'
import type { NumberForm } from './typed-numbers.ts'
import { readTypedNumber } from './typed-numbers.ts'

function value(typed: string, form: NumberForm = { unit: 'number' }) {
  const reading = readTypedNumber(typed, form)
  return reading.ok ? reading.value : `${reading.code}: ${reading.sentence}`
}

const sentence = (typed: string, form: NumberForm = { unit: 'number' }) => {
  const reading = readTypedNumber(typed, form)
  return reading.ok ? null : reading.sentence
}

describe('a number as people type it', () => {
  test('loses its thousands commas, and keeps its decimals', () => {
    expect(value('1,234.5')).toBe('1234.5')
    expect(value('1,234,567')).toBe('1234567')
    expect(value(' 133870 ')).toBe('133870')
    expect(value('12.50')).toBe('12.50')
    expect(value('\u00a042\u200b')).toBe('42')
  })

  test('loses a per cent sign where the unit is per cent, and only there', () => {
    expect(value(' 48 %', { unit: '%' })).toBe('48')
    expect(value('48.0%', { unit: '%' })).toBe('48.0')
    expect(sentence('48%')).toBe('Use numbers only. Take out ‘%’ and enter, for example, 48.')
  })

  test('loses a pound sign where the unit is pounds, and only there', () => {
    expect(value('£1,200.50', { unit: '£' })).toBe('1200.50')
    expect(value('−£5', { unit: '£/week' })).toBe('-5')
    expect(value('£ -5', { unit: '£000' })).toBe('-5')
    expect(sentence('£1,200')).toBe('Use numbers only. Take out ‘£’ and enter, for example, 1200.')
    expect(sentence('££5', { unit: '£' })).toBe('Use numbers only. Take out ‘££’ and enter, for example, 5.')
  })

  test('may be below zero, with a hyphen, a true minus sign or a dash', () => {
    for (const typed of ['-5', '−5', '–5', '‒5', '- 5']) expect(value(typed), typed).toBe('-5')
    expect(value('+5')).toBe('5')
  })

  test('has one spelling of each value: no needless zero in front, and no zero below zero', () => {
    expect(value('007')).toBe('7')
    expect(value('.5')).toBe('0.5')
    expect(value('5.')).toBe('5')
    expect(value('000.10')).toBe('0.10')
    expect(value('-0.0')).toBe('0.0')
  })

  test('is kept exactly: 12 digits before the point and 6 after it', () => {
    expect(value('999999999999.999999')).toBe('999999999999.999999')
    expect(value('0000000000001')).toBe('1')
    expect(value('1.50000000')).toBe('1.500000')
    expect(value('1234567890123')).toBe(
      'too_many_digits: This has 13 digits before the point and 12 can be kept. Look for a digit typed twice, or for two numbers in one box.',
    )
    expect(value('46.1234567')).toBe(
      'too_many_decimals: Use 6 decimals at most. Enter, for example, 46.123457.',
    )
    expect(value('12.55', { unit: 'number', places: 1 })).toBe(
      'too_many_decimals: Use one decimal at most. Enter, for example, 12.6.',
    )
    expect(value('3.5', { unit: 'number', places: 0 })).toBe(
      'too_many_decimals: Use a whole number. Enter, for example, 4.',
    )
  })
})

describe('what is no number', () => {
  test('is told what to take out, with the number that is left', () => {
    expect(sentence('297kg')).toBe('Use numbers only. Take out ‘kg’ and enter, for example, 297.')
    expect(sentence('about 1,478')).toBe('Use numbers only. Take out ‘about’ and enter, for example, 1478.')
    expect(sentence('c. 46.1 % (est)', { unit: '%' })).toBe(
      'Use one number, with commas between thousands only and a point before decimals. Enter, for example, 12.5.',
    )
    expect(sentence('~46.1 approx')).toBe(
      'Use numbers only. Take out ‘~’ and ‘approx’ and enter, for example, 46.1.',
    )
    expect(sentence('−3 days')).toBe('Use numbers only. Take out ‘days’ and enter, for example, -3.')
  })

  test('and has no digit is told to leave the box blank', () => {
    for (const typed of ['n/a', 'tbc', '-', '.', '%', 'none']) {
      expect(sentence(typed, { unit: '%', example: '46.1' }), typed).toBe(
        'Use numbers only, for example 46.1. If there is no figure, leave the box blank and say why.',
      )
    }
  })

  test('or could be two is never guessed at', () => {
    for (const typed of [
      '1,5',
      '12,34',
      '1,2345',
      '1 234',
      '1.2.3',
      '1.234,5',
      '1e5',
      '0x10',
      '1/2',
      '5-6',
      '½ 1',
    ]) {
      expect(value(typed), typed).toMatch(/^not_a_number: Use /)
    }
    expect(sentence('12,34', { unit: 'number', example: '297' })).toBe(
      'Use one number, with commas between thousands only and a point before decimals. Enter, for example, 297.',
    )
  })

  test('in brackets, as accountants write it, is told to use a minus sign', () => {
    expect(sentence('(1,234)')).toBe('Use a minus sign for a number below zero. Enter, for example, -1,234.')
  })
})

describe('any number', () => {
  const whole = fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n })

  test('is read back as itself, however it is grouped', () => {
    fc.assert(
      fc.property(whole, fc.stringMatching(/^\d{0,6}$/), (number, decimals) => {
        const plain = decimals === '' ? String(number) : `${number}.${decimals}`
        const grouped = plain.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
        const read = value(grouped.replace('-', '−'))
        expect(isDecimalText(read)).toBe(true)
        expect(compareDecimals(parseDecimal(read), parseDecimal(plain))).toBe(0)
        expect(value(read)).toBe(read)
      }),
    )
  })

  test('that is accepted is plain decimal text, and any text is either accepted or explained', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[ −+£-]{0,2}[\d,.]{0,16}[ %kg]{0,2}$/))
    fc.assert(
      fc.property(typed, fc.constantFrom('%', 'number', '£'), (text, unit) => {
        const reading = readTypedNumber(text, { unit })
        if (reading.ok) expect(decimalText(parseDecimal(reading.value))).toBe(reading.value)
        else expect(reading.sentence).toMatch(/^(Use|This) .*\.$/s)
      }),
    )
  })

  test('that is offered as an example is itself accepted', () => {
    const typed = fc.stringMatching(/^[a-z ]{0,4}[−-]?\d{1,14}(\.\d{1,9})?[a-z %]{0,4}$/)
    fc.assert(
      fc.property(typed, (text) => {
        const [, example] = /for example,? (.+)\.$/.exec(sentence(text) ?? '') ?? []
        if (example !== undefined) expect(readTypedNumber(example, { unit: 'number' }).ok, example).toBe(true)
      }),
    )
  })
})
