import type { Decimal } from './decimal.ts'
import {
  addDecimals,
  compareDecimals,
  decimalText,
  negateDecimal,
  roundDecimal,
  subtractDecimals,
  trimDecimal,
} from './decimal.ts'
import { isRange } from './gap.ts'
import type { RatingRule, TargetValue } from './indicator-rule.ts'
import { allowance, endsOf } from './shortfall.ts'

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
  const isInside =
    compareDecimals(allowance(end, { kind, reach: amber }), allowance(end, { kind, reach: green })) < 0
  return isInside ? green : amber
}

type Bound = { end: Decimal; rule: RatingRule; reach: string }

function lowerBound({ end, rule, reach }: Bound): string {
  const exact = subtractDecimals(end, allowance(end, { kind: rule.tolerance.kind, reach }))
  return decimalText(trimDecimal(roundUp(exact, placesFor(end, rule)), rule.format.decimals))
}

function upperBound({ end, rule, reach }: Bound): string {
  const exact = addDecimals(end, allowance(end, { kind: rule.tolerance.kind, reach }))
  const rounded = negateDecimal(roundUp(negateDecimal(exact), placesFor(end, rule)))
  return decimalText(trimDecimal(rounded, rule.format.decimals))
}

function placesFor(end: Decimal, rule: RatingRule): number {
  return Math.max(end.scale, rule.format.decimals) + 1
}

function roundUp(d: Decimal, places: number): Decimal {
  const rounded = roundDecimal(d, places)
  if (compareDecimals(rounded, d) >= 0) return rounded
  return addDecimals(rounded, { coefficient: 1n, scale: places })
}
