import {
  absoluteDecimal,
  compareDecimals,
  decimalNumber,
  decimalText,
  divideDecimals,
  isZeroDecimal,
  negateDecimal,
  parseDecimal,
} from './decimal.ts'
import type { FigureFormat } from './figures.ts'
import { formatFigure, formatFigureExactly, formatGap } from './figures.ts'
import type { RatingRule, TargetValue } from './indicator-rule.ts'
import { shortfallOf } from './shortfall.ts'

/** A figure held against its target, for the words and orders of a gap. Decimal texts. */
export type GapInput = { actual: string; target: TargetValue; rule: RatingRule }

/**
 * For display and order only: ratings are made exactly, elsewhere.
 * `direction`: where the actual lies; inside a range is 'at'.
 * `percent`: size of the gap in per cent of the target, without sign; null when the target is zero.
 * `share`: the signed gap of the domain notes, worse is negative, as a share of the target; null as percent is.
 * `amount`: size of the gap in the indicator’s own unit, decimal text without sign.
 */
export type Gap = {
  direction: 'above' | 'below' | 'at'
  percent: number | null
  share: number | null
  amount: string
  isWorse: boolean
}

const percentPlaces = 8

/** The gap between a figure and its target (the domain notes, Status). Throws RangeError for text that is not decimal. */
export function gapOf({ actual, target, rule }: GapInput): Gap {
  const value = parseDecimal(actual)
  const { shortfall, reference } = shortfallOf({ actual: value, target, polarity: rule.polarity })
  const insideRange = isRange({ target, rule }) && shortfall.coefficient <= 0n
  if (insideRange || isZeroDecimal(shortfall)) {
    return { direction: 'at', percent: 0, share: 0, amount: '0', isWorse: false }
  }
  const amount = absoluteDecimal(shortfall)
  const isWorse = rule.polarity !== 'none' && shortfall.coefficient > 0n
  const share = isZeroDecimal(reference)
    ? null
    : decimalNumber(divideDecimals(negateDecimal(shortfall), absoluteDecimal(reference), percentPlaces + 2))
  return {
    direction: compareDecimals(value, reference) > 0 ? 'above' : 'below',
    percent: share === null ? null : Math.abs(share) * 100,
    share,
    amount: decimalText(amount),
    isWorse,
  }
}

export function isRange({ target, rule }: { target: TargetValue; rule: RatingRule }): boolean {
  return rule.polarity === 'range' || !('value' in target)
}

/**
 * '32% below target', '25% above target', 'at target', 'within the range'. Where the target is zero or the
 * tolerance absolute, the amount: '2 above target', and for percentages '6.8 points below target'.
 */
export function gapPhrase(input: GapInput): string {
  return phraseOfGap(gapOf(input), input)
}

/** As gapPhrase, for a gap that is known already. */
export function phraseOfGap(gap: Gap, held: { target: TargetValue; rule: RatingRule }): string {
  const range = isRange(held)
  if (gap.direction === 'at') return range ? 'within the range' : 'at target'
  return `${gapSize(gap, held.rule)} ${gap.direction} ${range ? 'the range' : 'target'}`
}

/** '8.7%', or the amount where a share of the target says nothing: '6.8 points', '3'. */
export function gapSize(gap: Gap, rule: RatingRule): string {
  if (gap.percent !== null && rule.tolerance.kind === 'relative') return formatGap(gap.percent)
  return amountPhrase(gap.amount, rule.format)
}

/** '1.9 points' for a difference of percentages, else '34'. A difference there is never shows as nothing. */
export function amountPhrase(amount: string, format: FigureFormat): string {
  const plain = { unit: 'number', decimals: format.decimals }
  const rounded = formatFigure(amount, plain)
  const shown = /[1-9]/.test(rounded) ? rounded : formatFigureExactly(amount, plain)
  if (format.unit !== '%') return shown
  return shown === '1' ? '1 point' : `${shown} points`
}
