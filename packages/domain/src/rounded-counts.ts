import type { Decimal } from './decimal.ts'
import {
  addDecimals,
  compareDecimals,
  decimalText,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
  trimDecimal,
} from './decimal.ts'
import { formatFigureExactly } from './figures.ts'

/** Two counts as published, decimal texts. `step`: the multiple they were rounded to, '5'; null: they are exact. */
export type PublishedCounts = { numerator: string; denominator: string; step: string | null }

/** `excess`: how much the part is over the whole, decimal text above zero. `sentence`: what it is, then what to do. */
export type ExcessOverWhole = { excess: string; byRounding: boolean; sentence: string }

const zero: Decimal = { coefficient: 0n, scale: 0 }
const half: Decimal = { coefficient: 5n, scale: 1 }

/**
 * Whether a numerator over its denominator can come from rounding or must be an error (the domain notes, The
 * return’s life); null where it is not over it.
 *
 * A count rounded to a step may be half a step from what was counted, so a part may be over its whole by one
 * step and no more (our choice: rounding both to the nearest keeps their order, but publishers also round at
 * random or add up rounded parts). A count that is no multiple of the step was not rounded and explains nothing.
 * Throws RangeError for text that is not decimal and for a step that is not above zero.
 */
export function excessOverWhole({ numerator, denominator, step }: PublishedCounts): ExcessOverWhole | null {
  const reach = stepOf(step)
  const over = subtractDecimals(parseDecimal(numerator), parseDecimal(denominator))
  if (compareDecimals(over, zero) <= 0) return null
  const excess = decimalText(trimDecimal(over, 0))
  const said = `${shown(numerator)} is ${shown(excess)} more than ${shown(denominator)}`
  const error = (reason: string): ExcessOverWhole => ({
    excess,
    byRounding: false,
    sentence: `${said}${reason}. Check both; they may have changed places.`,
  })
  if (step === null || reach === null) return error(': a part cannot be more than the whole')
  const exact = [numerator, denominator].find((count) => !isMultipleOf(parseDecimal(count), reach))
  if (exact !== undefined) return error(`, and ${shown(exact)} is not rounded to ${step}`)
  if (compareDecimals(over, reach) > 0) return error(`, and rounding to ${step} explains ${step} at most`)
  return { excess, byRounding: true, sentence: `${said}, which counts rounded to ${step} can be.` }
}

/**
 * Whether two counts can give the value published beside them, when each count may be half a step from what was
 * counted and the value is rounded to its own last digit. `per`: '100' for a percentage, '1' for a fraction.
 * Compared exactly, ends included. Throws RangeError for text that is not decimal, for a denominator that is not
 * above zero and for a step that is not.
 */
export function countsGive({
  numerator,
  denominator,
  step,
  value,
  per,
}: PublishedCounts & { value: string; per: string }): boolean {
  const slack = multiplyDecimals(stepOf(step) ?? zero, half)
  const part = parseDecimal(numerator)
  const whole = parseDecimal(denominator)
  if (compareDecimals(whole, zero) <= 0) throw new RangeError('A denominator must be above zero.')
  const stated = parseDecimal(value)
  const lastDigit = multiplyDecimals({ coefficient: 1n, scale: stated.scale }, half)
  const scaled = (count: Decimal) => multiplyDecimals(count, parseDecimal(per))
  // value ≥ (part − slack) ÷ (whole + slack) and value ≤ (part + slack) ÷ (whole − slack), without dividing.
  const most = multiplyDecimals(addDecimals(stated, lastDigit), addDecimals(whole, slack))
  if (compareDecimals(most, scaled(subtractDecimals(part, slack))) < 0) return false
  const leastWhole = subtractDecimals(whole, slack)
  if (compareDecimals(leastWhole, zero) <= 0) return true
  const least = multiplyDecimals(subtractDecimals(stated, lastDigit), leastWhole)
  return compareDecimals(least, scaled(addDecimals(part, slack))) <= 0
}

function stepOf(step: string | null): Decimal | null {
  if (step === null) return null
  const size = parseDecimal(step)
  if (compareDecimals(size, zero) <= 0) throw new RangeError('Counts are rounded to a step above zero.')
  return size
}

function isMultipleOf(count: Decimal, step: Decimal): boolean {
  const scale = Math.max(count.scale, step.scale)
  const whole = (d: Decimal) => d.coefficient * 10n ** BigInt(scale - d.scale)
  return whole(count) % whole(step) === 0n
}

function shown(count: string): string {
  return formatFigureExactly(count, { unit: 'number', decimals: 0 })
}
