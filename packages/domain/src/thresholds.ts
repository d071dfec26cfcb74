import type { Decimal } from './decimal.ts'
import { addDecimals, compareDecimals, decimalText, negateDecimal, roundDecimal, subtractDecimals } from './decimal.ts'
import { isRange } from './gap.ts'
import { allowance, endsOf } from './shortfall.ts'
import type { RatingRule, TargetValue } from './status.ts'

/**
 * Where a rating changes, as decimal texts in the indicator’s own unit: the last figure that is on target and
 * the last that is near. `at_least` reads upwards, `at_most` downwards, `within` has both ends.
 */
export type Thresholds =
  | { direction: 'at_least' | 'at_most'; onFrom: string; nearFrom: string }
  | { direction: 'within'; onFrom: string; onTo: string; nearFrom: string; nearTo: string }

/**
 * The bounds of a target under a rule; null where polarity is none.
 *
 * Each is exact where one decimal more than the target or the format shows it, and is otherwise rounded
 * towards the target, so that a figure at the bound really has the rating the bound promises.
 */
export function thresholds(target: TargetValue, rule: RatingRule): Thresholds | null {
  if (rule.polarity === 'none') return null
  const { low, high } = endsOf(target)
  const lower = (reach: string) => lowerBound({ end: low, rule, reach })
  const upper = (reach: string) => upperBound({ end: high, rule, reach })
  const { green } = rule.tolerance
  const amber = widerOf(rule, low)
  if (isRange({ target, rule })) {
    const amberAbove = widerOf(rule, high)
    return {
      direction: 'within',
      onFrom: lower(green),
      onTo: upper(green),
      nearFrom: lower(amber),
      nearTo: upper(amberAbove),
    }
  }
  return rule.polarity === 'lower'
    ? { direction: 'at_most', onFrom: upper(green), nearFrom: upper(amber) }
    : { direction: 'at_least', onFrom: lower(green), nearFrom: lower(amber) }
}

/** Amber inside green leaves no amber: near then ends where on target does. */
function widerOf(rule: RatingRule, end: Decimal): string {
  const { kind, green, amber } = rule.tolerance
  const green_ = allowance(end, { kind, reach: green })
  return compareDecimals(allowance(end, { kind, reach: amber }), green_) < 0 ? green : amber
}

type Bound = { end: Decimal; rule: RatingRule; reach: string }

function lowerBound({ end, rule, reach }: Bound): string {
  const exact = subtractDecimals(end, allowance(end, { kind: rule.tolerance.kind, reach }))
  return shortText(roundUp(exact, placesFor(end, rule)), rule)
}

function upperBound({ end, rule, reach }: Bound): string {
  const exact = addDecimals(end, allowance(end, { kind: rule.tolerance.kind, reach }))
  return shortText(negateDecimal(roundUp(negateDecimal(exact), placesFor(end, rule))), rule)
}

function placesFor(end: Decimal, rule: RatingRule): number {
  return Math.max(end.scale, rule.format.decimals) + 1
}

function roundUp(d: Decimal, places: number): Decimal {
  const rounded = roundDecimal(d, places)
  if (compareDecimals(rounded, d) >= 0) return rounded
  return addDecimals(rounded, { coefficient: 1n, scale: places })
}

/** Without the zeros beyond the indicator’s own decimals: 70.2 rather than 70.200. */
function shortText(d: Decimal, rule: RatingRule): string {
  let { coefficient, scale } = d
  while (scale > rule.format.decimals && coefficient % 10n === 0n) {
    coefficient /= 10n
    scale--
  }
  return decimalText({ coefficient, scale })
}
