import type { Decimal } from './decimal.ts'
import { decimalText, parseDecimal, roundDecimal } from './decimal.ts'
import { formatFigureExactly, formatFigureWithUnit, withUnit } from './figures.ts'
import type { GapInput } from './gap.ts'
import { gapOf, gapSize, isRange } from './gap.ts'
import type { RatingRule, TargetValue } from './indicator-rule.ts'
import { endsOf } from './shortfall.ts'
import type { NotRatedReason, Rating, RatingInput, Status } from './status.ts'
import { rate } from './status.ts'
import type { Thresholds } from './thresholds.ts'
import { thresholds } from './thresholds.ts'

const notRatedSentences: Readonly<Record<NotRatedReason, string>> = {
  not_due: 'Not rated: no figure is due this quarter.',
  awaiting_data: 'Not rated: the figure has not been reported yet.',
  no_target: 'Not rated: no target has been set for this quarter.',
  data_only: 'Not rated: this figure is kept as data only.',
  suppressed: 'Not rated: the figure is withheld, because it counts fewer than 5.',
}

/**
 * Why a figure has its rating, in three short sentences: the gap, where amber ends, what on target needs.
 * '71.2% is 8.7% below the target of 78.0%. Amber reaches to 70.2%. On target needs 78.0%.'
 * Not rated is explained in one. Takes what `rate` takes and throws as it does.
 */
export function explainRating(input: RatingInput): string {
  const rating = rate(input)
  if (rating.status === 'not_rated') return notRatedSentences[rating.reason]
  const { actual, target, rule } = input
  const bounds = target === null || actual === null ? null : boundsFor({ actual, target, rule })
  if (actual === null || target === null || bounds === null) return notRatedSentences.no_target
  return [
    gapSentence({ actual, target, rule, rating }),
    amberSentence(bounds, rule),
    needsSentence(bounds, rule),
  ].join(' ')
}

/**
 * As explainRating, for whoever has the rating’s reason (null where it is rated) but not all that led to it,
 * such as a reader of an answer that carries figures and no texts.
 */
export function explainWithReason({
  reason,
  ...input
}: Omit<RatingInput, 'missing' | 'dataOnly'> & { reason: NotRatedReason | null }): string {
  return reason === null ? explainRating(input) : notRatedSentences[reason]
}

/** Bounds fine enough to tell this figure from them, however many decimals it was reported with. */
function boundsFor({ actual, target, rule }: GapInput): Thresholds | null {
  const decimals = Math.max(rule.format.decimals, parseDecimal(actual).scale)
  return thresholds(target, { ...rule, format: { ...rule.format, decimals } })
}

type Rated = GapInput & { rating: Rating }

function gapSentence({ actual, target, rule, rating }: Rated): string {
  const gap = gapOf({ actual, target, rule })
  const figure = figureAsRated({ actual, target, rule, rating })
  const aim = aimOf(target, rule)
  const size = gapSize(gap, rule)
  if (gap.direction === 'at') {
    return `${figure} ${isRange({ target, rule }) ? `is within ${aim}` : `meets ${aim}`}.`
  }
  if (!gap.isWorse) return `${figure} meets ${aim}, ${size} ${gap.direction} it.`
  const allowed = rating.status === 'on_target' ? ', which the tolerance allows' : ''
  return `${figure} is ${size} ${gap.direction} ${aim}${allowed}.`
}

/** The figure as displayed, unless rounding would move it across a bound: then as reported. */
function figureAsRated({ actual, target, rule, rating }: Rated): string {
  const { decimals } = rule.format
  const shown = formatFigureWithUnit(actual, rule.format)
  if (parseDecimal(actual).scale <= decimals) return shown
  const rounded = roundedText(actual, decimals)
  const sameGap =
    gapOf({ actual: rounded, target, rule }).direction === gapOf({ actual, target, rule }).direction
  if (sameGap && rate({ actual: rounded, target, rule }).status === rating.status) return shown
  return withUnit(formatFigureExactly(actual, rule.format), rule.format)
}

function roundedText(text: string, decimals: number): string {
  return decimalText(roundDecimal(parseDecimal(text), decimals))
}

function aimOf(target: TargetValue, rule: RatingRule): string {
  const write = (d: Decimal) => formatFigureExactly(decimalText(d), rule.format)
  const { low, high } = endsOf(target)
  return isRange({ target, rule })
    ? `the range of ${write(low)} to ${write(high)}`
    : `the target of ${write(low)}`
}

function amberSentence(bounds: Thresholds, rule: RatingRule): string {
  const write = (text: string) => formatFigureExactly(text, rule.format)
  if (bounds.direction !== 'within') {
    if (bounds.nearFrom === bounds.onFrom) return 'There is no amber.'
    return `Amber reaches to ${write(bounds.nearFrom)}.`
  }
  const below = bounds.nearFrom !== bounds.onFrom
  const above = bounds.nearTo !== bounds.onTo
  if (below && above)
    return `Amber reaches down to ${write(bounds.nearFrom)} and up to ${write(bounds.nearTo)}.`
  if (below) return `Amber reaches down to ${write(bounds.nearFrom)}.`
  return above ? `Amber reaches up to ${write(bounds.nearTo)}.` : 'There is no amber.'
}

function needsSentence(bounds: Thresholds, rule: RatingRule): string {
  const write = (text: string) => formatFigureExactly(text, rule.format)
  if (bounds.direction === 'within')
    return `On target needs ${write(bounds.onFrom)} to ${write(bounds.onTo)}.`
  return `On target needs ${write(bounds.onFrom)}${bounds.direction === 'at_most' ? ' or less' : ''}.`
}

const colourOf: Readonly<Record<Status, string>> = {
  on_target: 'green',
  near_target: 'amber',
  off_target: 'red',
  not_rated: 'not rated',
}

/** 'Why is this amber?': the question members ask, and the only place a colour is a word. */
export function whyHeading(status: Status): string {
  return `Why is this ${colourOf[status]}?`
}
