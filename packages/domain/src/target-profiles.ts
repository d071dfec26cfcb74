import type { Decimal } from './decimal.ts'
import {
  addDecimals,
  compareDecimals,
  decimalText,
  divideDecimals,
  isZeroDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
} from './decimal.ts'
import type { Measure } from './indicator-rule.ts'

/** Four decimal texts: what is aimed at by the end of each quarter of a year. */
export type Profile = readonly [string, string, string, string]

const whole = (number: number): Decimal => ({ coefficient: BigInt(number), scale: 0 })

/** Rounded no more coarsely than the year’s target is given, so that no quarter is rounded past it. */
function profileOf(make: (quarter: 1 | 2 | 3) => Decimal, yearEnd: Decimal, decimals: number): Profile {
  const places = Math.max(decimals, yearEnd.scale)
  const at = (quarter: 1 | 2 | 3) => decimalText(roundDecimal(make(quarter), places))
  return [at(1), at(2), at(3), decimalText(yearEnd)]
}

/**
 * The quarters of a year filled evenly (the domain notes, Target). A cumulative measure builds up by a quarter of
 * the year’s target each quarter, and a count of single quarters has a quarter of it each; any other runs in a
 * straight line from where last year ended, and without that stays at the target all year.
 *
 * Exact, rounded to the indicator’s decimals, halves away from zero; what builds up ends at the year’s target
 * itself, and never goes back. Throws RangeError for text that is not decimal.
 */
export function fillEvenly({
  measure,
  yearTarget,
  lastYearEnd,
  decimals,
}: {
  measure: Measure
  yearTarget: string
  lastYearEnd: string | null
  decimals: number
}): Profile {
  const target = parseDecimal(yearTarget)
  const share = (part: Decimal, quarter: number) =>
    divideDecimals(multiplyDecimals(part, whole(quarter)), whole(4), decimals + part.scale + 2)
  if (measure === 'cumulative') return profileOf((quarter) => share(target, quarter), target, decimals)
  if (measure === 'discrete_quarter' || lastYearEnd === null) return profileOf(() => target, target, decimals)
  const start = parseDecimal(lastYearEnd)
  const way = subtractDecimals(target, start)
  return profileOf((quarter) => addDecimals(start, share(way, quarter)), target, decimals)
}

/**
 * A cumulative year filled by the shape of the year before: each quarter has the share of the year’s target that
 * last year had reached by then. Null where last year gives no shape: a figure is missing, it ended at zero or
 * below, or it went back on the way. Ends at the year’s target itself.
 */
export function fillBySeason({
  yearTarget,
  lastYear,
  decimals,
}: {
  yearTarget: string
  lastYear: readonly (string | null)[]
  decimals: number
}): Profile | null {
  const reached = lastYear.map((text) => (text === null ? null : parseDecimal(text)))
  const [first = null, second = null, third = null, end = null] = reached
  if (first === null || second === null || third === null || end === null || isZeroDecimal(end)) return null
  const steps = [whole(0), first, second, third, end]
  const climbs = steps.every((step, place) => {
    const before = steps[place - 1]
    return before === undefined || compareDecimals(before, step) <= 0
  })
  if (!climbs) return null
  const target = parseDecimal(yearTarget)
  const parts = [first, second, third]
  return profileOf(
    (quarter) =>
      divideDecimals(multiplyDecimals(target, parts[quarter - 1] ?? end), end, decimals + target.scale + 2),
    target,
    decimals,
  )
}
