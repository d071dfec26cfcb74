import type { Decimal } from './decimal.ts'
import { absoluteDecimal, compareDecimals, decimalText, parseDecimal, trimDecimal } from './decimal.ts'

/**
 * How many values of a percentage look like fractions: 'all' lie from 0 to 1; 'some' do, while the rest lie far
 * above; 'none'. Zeros count with the others, because nothing is nothing either way.
 */
export type FractionShare = 'all' | 'some' | 'none'

const one: Decimal = { coefficient: 1n, scale: 0 }
const far: Decimal = { coefficient: 10n, scale: 0 }

function isFraction(value: Decimal): boolean {
  return value.coefficient >= 0n && compareDecimals(value, one) <= 0
}

/**
 * Looks whether the values given for a percentage are fractions. Decimal texts; throws
 * RangeError for any other. Where only some are, every other value must be above 10, because a series that runs
 * from 0.4% to 3% is what it says.
 */
export function fractionShare(values: readonly string[]): FractionShare {
  const read = values.map(parseDecimal)
  const fractions = read.filter(isFraction)
  if (fractions.every(({ coefficient }) => coefficient === 0n)) return 'none'
  if (fractions.length === read.length) return 'all'
  const others = read.filter((value) => !isFraction(value))
  return others.every((value) => compareDecimals(absoluteDecimal(value), far) > 0) ? 'some' : 'none'
}

const leastOthers = 4
// Our choice: nearer than five times, a value may simply be small or large.
const apart: Decimal = { coefficient: 5n, scale: 0 }
const mostPlaces = 6

/**
 * The value a text would have with its point moved, where it lies five times beyond every other value of its
 * series and the moved one lies among them, as a slipped decimal point does; null where that explains nothing.
 * `range`: the least and the largest of the other values, and how many they are. Decimal texts.
 */
export function movedPoint(
  value: string,
  range: { least: string; most: string; others: number },
): string | null {
  if (range.others < leastOthers) return null
  const figure = parseDecimal(value)
  const least = parseDecimal(range.least)
  const most = parseDecimal(range.most)
  if (figure.coefficient <= 0n || least.coefficient <= 0n) return null
  const isSmall = compareDecimals(times(figure, apart), least) < 0
  const isLarge = compareDecimals(figure, times(most, apart)) > 0
  if (!isSmall && !isLarge) return null
  for (let places = 1; places <= mostPlaces; places++) {
    const moved = isSmall ? shifted(figure, places) : { ...figure, scale: figure.scale + places }
    if (compareDecimals(moved, least) >= 0 && compareDecimals(moved, most) <= 0) {
      return decimalText(trimDecimal(moved, 0))
    }
  }
  return null
}

function times(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale }
}

function shifted(value: Decimal, places: number): Decimal {
  return times(value, { coefficient: 10n ** BigInt(places), scale: 0 })
}
