import { readConfirmation } from './confirmations.ts'
import { daysBetween, formatDate } from './dates.ts'
import { compareDecimals, parseDecimal } from './decimal.ts'
import { validateFigure, validateHalf } from './figure-validity.ts'
import { countOf } from './figures.ts'
import type { IndicatorField, ResourceField, ReturnCell } from './return-cells.ts'
import type { MissingReason } from './status.ts'
import { readTypedDate } from './typed-dates.ts'
import { readTypedNumber } from './typed-numbers.ts'
import { countCharacters, countWords, isBlankText, tidyLine, tidyText } from './typed-texts.ts'
import type { CellValidity, ValidatedIndicator } from './validity.ts'
import { invalid } from './validity.ts'

/** The room in a narrative box, in words, and in any other text, in characters. */
export const narrativeWords = 100
export const textCharacters = 2000
export const ownerCharacters = 120

/** Why a figure may be missing from a return. Withheld is not for the partnership to say. */
export const missingReasons: readonly Exclude<MissingReason, 'suppressed'>[] = [
  'not_due',
  'awaiting_data',
  'not_collected',
  'not_applicable',
]

export type CellToValidate = {
  cell: ReturnCell
  /** As typed; null or white space is blank, and blank is always valid. */
  typed: string | null
  /** The indicator of an indicator’s cell; null for any other cell. */
  indicator: ValidatedIndicator | null
  /** The text of the other half where the cell is a numerator or a denominator. */
  otherHalf?: string | null
  /** The London date, which an action may not be due before nor completed after; null: do not ask. */
  today: string | null
}

/**
 * The first tier of checks (the domain notes, The return’s life): what a cell can hold at all. It stops the cell
 * alone, and gives back the text to keep: numbers as plain decimal text, dates as ISO, texts tidied.
 */
export function validateCell({
  cell,
  typed,
  indicator,
  otherHalf = null,
  today,
}: CellToValidate): CellValidity {
  if (typed === null || isBlankText(typed)) return { ok: true, value: null }
  switch (cell.section) {
    case 'indicators':
      return indicator === null
        ? invalid('not_entered_here', 'This return has no such indicator.')
        : validateIndicatorCell({ field: cell.field, typed, indicator, otherHalf, today })
    case 'actions':
      return cell.field === 'completed' ? validateDate({ typed, today, mayBe: 'past' }) : validateText(typed)
    case 'risks':
      return cell.field === 'review' ? validateText(typed) : validateScale(typed)
    case 'resources':
      return validateResource(typed, cell.field)
    case 'narrative':
      return validateNarrative(typed)
    case 'questions':
      return validateText(typed)
  }
}

function validateIndicatorCell({
  field,
  typed,
  indicator,
  otherHalf,
  today,
}: {
  field: IndicatorField
  typed: string
  indicator: ValidatedIndicator
  otherHalf: string | null
  today: string | null
}): CellValidity {
  switch (field) {
    case 'value':
      return indicator.isRatio ? enteredElsewhere(indicator) : validateFigure(typed, indicator)
    case 'numerator':
    case 'denominator':
      return indicator.isRatio
        ? validateHalf({ typed, field, indicator, otherHalf })
        : enteredElsewhere(indicator)
    case 'forecast':
      return validateFigure(typed, indicator)
    case 'missing':
      return validateMissing(typed)
    case 'due':
      return validateDate({ typed, today, mayBe: 'future' })
    case 'owner':
      return validateLength(tidyLine(typed), ownerCharacters)
    case 'confirmation':
      return validateConfirmation(typed)
    default:
      return validateText(typed)
  }
}

function enteredElsewhere({ code, isRatio }: ValidatedIndicator): CellValidity {
  const where = isRatio
    ? 'is worked out from a numerator and a denominator. Enter those two.'
    : 'has one figure. Enter it as its value.'
  return invalid('not_entered_here', `${code} ${where}`)
}

function validateMissing(typed: string): CellValidity {
  const reason = missingReasons.find((known) => known === typed.trim())
  if (reason !== undefined) return { ok: true, value: reason }
  return invalid(
    'not_a_reason',
    'This is not a reason for a missing figure. Choose not due, awaiting data, not collected or not applicable.',
  )
}

function validateDate({
  typed,
  today,
  mayBe,
}: {
  typed: string
  today: string | null
  mayBe: 'past' | 'future'
}): CellValidity {
  const reading = readTypedDate(typed)
  if (!reading.ok) return invalid('not_a_date', reading.sentence)
  const { value } = reading
  const daysAhead = today === null ? 0 : daysBetween(today, value)
  if (mayBe === 'future' && daysAhead < 0) {
    return invalid('date_in_past', `${formatDate(value)} has passed. Enter today or a later date.`)
  }
  if (mayBe === 'past' && daysAhead > 0) {
    const sentence = `${formatDate(value)} is still to come. Enter the day on which it was completed.`
    return invalid('date_in_future', sentence)
  }
  return reading
}

/** Likelihood and impact, one to five. */
function validateScale(typed: string): CellValidity {
  const reading = readTypedNumber(typed, { unit: 'number', example: '3' })
  const value = reading.ok ? reading.value : ''
  if (/^[1-5](\.0+)?$/.test(value)) return { ok: true, value: value.charAt(0) }
  return invalid('not_on_scale', 'The scale is from 1 to 5. Enter a whole number, for example 3.')
}

function validateResource(typed: string, field: ResourceField): CellValidity {
  const form =
    field === 'funding'
      ? { unit: '£', places: 2, example: '1200.50' }
      : { unit: 'number', places: 1, example: '12.5' }
  const reading = readTypedNumber(typed, form)
  if (!reading.ok) return reading
  if (compareDecimals(parseDecimal(reading.value), { coefficient: 0n, scale: 0 }) >= 0) return reading
  return invalid('below_limit', 'This cannot be below 0. Take out the minus sign, or enter 0.')
}

function validateNarrative(typed: string): CellValidity {
  const text = tidyText(typed)
  const words = countWords(text)
  if (words <= narrativeWords) return validateLength(text, textCharacters)
  return invalid(
    'too_many_words',
    `You have written ${words} words and there is room for ${narrativeWords}. Take out ${words - narrativeWords}.`,
  )
}

function validateText(typed: string): CellValidity {
  return validateLength(tidyText(typed), textCharacters)
}

function validateLength(text: string, room: number): CellValidity {
  const length = countCharacters(text)
  if (length <= room) return { ok: true, value: text === '' ? null : text }
  return invalid(
    'too_long',
    `This is ${countOf(length - room, 'character')} too long: there is room for ${countOf(room, 'character')}. Shorten it.`,
  )
}

function validateConfirmation(typed: string): CellValidity {
  if (readConfirmation(typed) !== null) return validateText(typed)
  return invalid(
    'no_word',
    'Say in a few words why the figure is right, for example: the contract started in June.',
  )
}
