import { decimalText, multiplyDecimals, negateDecimal, parseDecimal } from './decimal.ts'
import type { SeriesPoint } from './forecast.ts'
import type { Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
import { quarterIndex } from './quarters.ts'

// What the property tests of every rule are made of.

/** The quarter that made-up series begin with. */
export const firstQuarter = quarterIndex({ startYear: 2006, number: 1 })

/** Values a quarter, oldest first; null is a gap. */
export function pointsOf(values: readonly (number | null)[]): SeriesPoint[] {
  return values.flatMap((value, place) => (value === null ? [] : [{ index: firstQuarter + place, value }]))
}

export function ruleOf(polarity: Polarity, tolerance: Tolerance): RatingRule {
  return { polarity, tolerance, format: { unit: 'number', decimals: 3 } }
}

/** A target with both its ends changed alike. */
export function mapTarget(target: TargetValue, change: (text: string) => string): TargetValue {
  return 'value' in target
    ? { value: change(target.value) }
    : { low: change(target.low), high: change(target.high) }
}

export const negated = (text: string) => decimalText(negateDecimal(parseDecimal(text)))

export const times = (factor: string) => (text: string) =>
  decimalText(multiplyDecimals(parseDecimal(text), parseDecimal(factor)))

/** Seen from the other side: what was higher is lower. */
export const oppositePolarity = {
  higher: 'lower',
  lower: 'higher',
  range: 'range',
  none: 'none',
} as const satisfies Record<Polarity, Polarity>
