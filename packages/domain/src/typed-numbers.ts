import { decimalText, parseDecimal, roundDecimal, trimDecimal } from './decimal.ts'
import { joinWithAnd } from './figures.ts'

export type NumberFault = 'not_a_number' | 'too_many_digits' | 'too_many_decimals'

/** `value`: plain decimal text, exact, with the decimals as typed. `sentence`: what happened, then what to do. */
export type NumberReading = { ok: true; value: string } | { ok: false; code: NumberFault; sentence: string }

export type NumberForm = {
  /** '%' lets a per cent sign stand behind, a unit in pounds a pound sign in front. */
  unit: string
  /** Decimals kept; 6 unless fewer are given. */
  places?: number
  /** A figure to show where none can be made out of what was typed, such as last quarter’s. */
  example?: string
}

const wholeDigits = 12
const mostPlaces = 6

const thousands = /^\d{1,3}(,\d{3})+(\.\d*)?$/
const plainNumber = /^(\d+(\.\d*)?|\.\d+)$/
const inBrackets = /^\(\s*([\d.,]+)\s*\)$/
const unseen = /[\u200b-\u200d\u2060\ufeff]/g

/**
 * Reads a number as people type it: '1,234.5', ' 48 %' where the unit is '%', '−5' with a true minus sign, '.5'.
 * Thousands commas must part thousands, because '1,5' may be meant as one and a half. Leading zeros are dropped,
 * trailing ones kept: a figure keeps the decimals it was reported with. At most 12 digits before the point and 6
 * after it. The text must not be blank.
 */
export function readTypedNumber(typed: string, form: NumberForm): NumberReading {
  const text = typed.replace(unseen, '').trim()
  const { sign, digits } = splitSign(text, form.unit)
  const plain = thousands.test(digits) ? digits.replaceAll(',', '') : digits
  if (!plainNumber.test(plain)) {
    return { ok: false, code: 'not_a_number', sentence: notANumberSentence(text, form) }
  }
  return readPlain({ sign, plain, places: form.places ?? mostPlaces })
}

function splitSign(text: string, unit: string): { sign: '' | '-'; digits: string } {
  const pounds = unit.startsWith('£')
  const bare = unit === '%' ? text.replace(/\s*%$/, '') : text
  const [, before = '', sign = '', after = '', digits = ''] =
    /^(£?)\s*([-−–‒+]?)\s*(£?)\s*([\s\S]*)$/.exec(bare) ?? []
  const signs = before.length + after.length
  if (signs > (pounds ? 1 : 0)) return { sign: '', digits: text }
  return { sign: sign === '' || sign === '+' ? '' : '-', digits }
}

function readPlain({
  sign,
  plain,
  places,
}: {
  sign: '' | '-'
  plain: string
  places: number
}): NumberReading {
  const [typedWhole = '', typedFraction = ''] = plain.split('.')
  const whole = typedWhole.replace(/^0+(?=\d)/, '') || '0'
  if (whole.length > wholeDigits) {
    return {
      ok: false,
      code: 'too_many_digits',
      sentence: `This has ${whole.length} digits before the point and ${wholeDigits} can be kept. Look for a digit typed twice, or for two numbers in one box.`,
    }
  }
  const fraction = typedFraction.slice(0, places) + typedFraction.slice(places).replace(/0+$/, '')
  const unsigned = fraction === '' ? whole : `${whole}.${fraction}`
  const value = /[1-9]/.test(unsigned) ? sign + unsigned : unsigned
  if (fraction.length <= places) return { ok: true, value }
  return {
    ok: false,
    code: 'too_many_decimals',
    sentence: `${placesSentence(places)} Enter, for example, ${roundedText(value, places)}.`,
  }
}

function placesSentence(places: number): string {
  if (places === 0) return 'Use a whole number.'
  return places === 1 ? 'Use one decimal at most.' : `Use ${places} decimals at most.`
}

function roundedText(value: string, places: number): string {
  return decimalText(trimDecimal(roundDecimal(parseDecimal(value), places), 0))
}

/** 'Use numbers only. Take out ‘kg’ and enter, for example, 297.' */
function notANumberSentence(text: string, form: NumberForm): string {
  const example = form.example ?? '12.5'
  if (!/\d/.test(text)) {
    return `Use numbers only, for example ${example}. If there is no figure, leave the box blank and say why.`
  }
  const [, bracketed] = inBrackets.exec(text) ?? []
  if (bracketed !== undefined) {
    return `Use a minus sign for a number below zero. Enter, for example, -${bracketed}.`
  }
  const { stray, number } = strayOf(text)
  const meant = stray.length === 0 ? null : readTypedNumber(number, { ...form, unit: 'number' })
  if (meant?.ok) {
    return `Use numbers only. Take out ${joinWithAnd(stray)} and enter, for example, ${meant.value}.`
  }
  return `Use one number, with commas between thousands only and a point before decimals. Enter, for example, ${example}.`
}

/** What stands before and after the one number of a text, each in quotation marks. */
function strayOf(text: string): { stray: string[]; number: string } {
  const [, before = '', number = '', after = ''] =
    /^([^\d.]*?)\s*([-−–‒+]?(?:\d[\d,]*(?:\.\d+)?|\.\d+))\s*([^\d]*)$/.exec(text) ?? []
  const stray = [before.trim(), after.trim()].filter((part) => part !== '').map((part) => `‘${part}’`)
  return { stray, number }
}
