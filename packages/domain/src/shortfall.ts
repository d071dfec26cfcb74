import type { Decimal } from './decimal.ts'
import {
  absoluteDecimal,
  compareDecimals,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from './decimal.ts'
import type { Polarity, TargetValue, Tolerance } from './indicator-rule.ts'

/**
 * How far a figure is on the wrong side of what it is held against: positive short of it, negative better.
 * `reference` is the target, or for a range the nearer end, of which a relative tolerance is a share.
 */
export type Shortfall = { shortfall: Decimal; reference: Decimal }

/** The two ends of a range, in order however they were entered; a single value is a range of one point. */
export function endsOf(target: TargetValue): { low: Decimal; high: Decimal } {
  if ('value' in target) {
    const value = parseDecimal(target.value)
    return { low: value, high: value }
  }
  const low = parseDecimal(target.low)
  const high = parseDecimal(target.high)
  return compareDecimals(low, high) <= 0 ? { low, high } : { low: high, high: low }
}

export function shortfallOf({
  actual,
  target,
  polarity,
}: {
  actual: Decimal
  target: TargetValue
  polarity: Polarity
}): Shortfall {
  if (polarity === 'range' || !('value' in target)) return distanceOutside(actual, endsOf(target))
  const reference = parseDecimal(target.value)
  const shortfall =
    polarity === 'lower' ? subtractDecimals(actual, reference) : subtractDecimals(reference, actual)
  return { shortfall, reference }
}

/** Positive outside the range, negative or zero inside it: the distance to the nearer end. */
function distanceOutside(actual: Decimal, { low, high }: { low: Decimal; high: Decimal }): Shortfall {
  const below = subtractDecimals(low, actual)
  const above = subtractDecimals(actual, high)
  return compareDecimals(below, above) > 0
    ? { shortfall: below, reference: low }
    : { shortfall: above, reference: high }
}

const parsedReaches = new Map<string, Decimal>()
const parsedReachesKept = 200

/** A few tolerances serve every indicator, so they are read once. The bound keeps odd ones from piling up. */
function readReach(text: string): Decimal {
  const known = parsedReaches.get(text)
  if (known !== undefined) return known
  const reach = parseDecimal(text)
  if (parsedReaches.size < parsedReachesKept) parsedReaches.set(text, reach)
  return reach
}

/** The greatest shortfall a tolerance allows, in the indicator’s own unit. */
export function allowance(
  reference: Decimal,
  { kind, reach }: { kind: Tolerance['kind']; reach: string },
): Decimal {
  const size = readReach(reach)
  return kind === 'absolute' ? size : multiplyDecimals(size, absoluteDecimal(reference))
}

export function isWithin(
  { shortfall, reference }: Shortfall,
  tolerance: { kind: Tolerance['kind']; reach: string },
): boolean {
  return compareDecimals(shortfall, allowance(reference, tolerance)) <= 0
}
