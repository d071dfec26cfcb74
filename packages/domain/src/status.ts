import { type Decimal, parseDecimal } from './decimal.ts'
import type { RatingRule, TargetValue } from './indicator-rule.ts'
import { isWithin, shortfallOf } from './shortfall.ts'

export type RatedStatus = 'on_target' | 'near_target' | 'off_target'
export type Status = RatedStatus | 'not_rated'
export type NotRatedReason = 'no_target' | 'awaiting_data' | 'not_due' | 'data_only' | 'suppressed'
export type Rating = { status: RatedStatus } | { status: 'not_rated'; reason: NotRatedReason }

/** Why a figure is missing, as reported. Zero is an answer, never a missing figure. */
export type MissingReason = 'not_due' | 'awaiting_data' | 'not_collected' | 'not_applicable' | 'suppressed'

/** What is rated. `actual` is decimal text as reported; null when there is no figure. */
export type RatingInput = {
  actual: string | null
  missing?: MissingReason | null
  target: TargetValue | null
  rule: RatingRule
  dataOnly?: boolean
}

/** Worst first: the order of every roll-up. */
export const statusOrder: readonly Status[] = ['off_target', 'near_target', 'on_target', 'not_rated']

/** The order in which reasons are listed. */
export const notRatedReasonOrder: readonly NotRatedReason[] = [
  'not_due',
  'awaiting_data',
  'no_target',
  'data_only',
  'suppressed',
]

// Ratings are compared and counted by the thousand: one frozen object for each.
const onTarget: Rating = Object.freeze({ status: 'on_target' })
const nearTarget: Rating = Object.freeze({ status: 'near_target' })
const offTarget: Rating = Object.freeze({ status: 'off_target' })

const notRated: Readonly<Record<NotRatedReason, Rating>> = {
  no_target: Object.freeze({ status: 'not_rated', reason: 'no_target' }),
  awaiting_data: Object.freeze({ status: 'not_rated', reason: 'awaiting_data' }),
  not_due: Object.freeze({ status: 'not_rated', reason: 'not_due' }),
  data_only: Object.freeze({ status: 'not_rated', reason: 'data_only' }),
  suppressed: Object.freeze({ status: 'not_rated', reason: 'suppressed' }),
}

/**
 * Rates one figure against the target of its own period (the domain notes, Status): polarity first, then
 * tolerance, in exact decimals. Not rated comes with its reason, decided in this order:
 * data only (flagged, or no polarity); withheld; no figure, with a reason given; no target; no figure yet.
 *
 * Zero target: a relative tolerance of zero is zero, so such a target is met or missed, with no amber.
 * A target given as a range is rated as a range. Throws RangeError only for text that is not a decimal.
 */
export function rate(input: RatingInput): Rating {
  const reason = whyNotRated(input)
  if (reason !== null) return notRated[reason]
  if (input.actual === null || input.target === null) return notRated.no_target
  return rateFigure({ actual: parseDecimal(input.actual), target: input.target, rule: input.rule })
}

function whyNotRated({ actual, missing, target, rule, dataOnly }: RatingInput): NotRatedReason | null {
  if (dataOnly === true || rule.polarity === 'none') return 'data_only'
  // A withheld figure stays withheld even where one was sent: its rating would give it away.
  if (missing === 'suppressed') return 'suppressed'
  if (actual === null && (missing === 'not_due' || missing === 'awaiting_data')) return missing
  if (target === null) return 'no_target'
  if (actual !== null) return null
  return missing === 'not_applicable' ? 'not_due' : 'awaiting_data'
}

function rateFigure({ actual, target, rule }: Judged): Rating {
  const miss = shortfallOf({ actual, target, polarity: rule.polarity })
  if (miss.shortfall.coefficient <= 0n) return onTarget
  const { kind, green, amber } = rule.tolerance
  if (isWithin(miss, { kind, reach: green })) return onTarget
  return isWithin(miss, { kind, reach: amber }) ? nearTarget : offTarget
}

type Judged = { actual: Decimal; target: TargetValue; rule: RatingRule }

const words: Readonly<Record<Status, string>> = {
  on_target: 'On target',
  near_target: 'Near target',
  off_target: 'Off target',
  not_rated: 'Not rated',
}

/** 'On target', the word beside every mark. */
export function statusWord(status: Status): string {
  return words[status]
}

const reasonWords: Readonly<Record<NotRatedReason, string>> = {
  not_due: 'Not due this quarter',
  awaiting_data: 'Awaiting data',
  no_target: 'No target',
  data_only: 'Data only',
  suppressed: 'Withheld, fewer than 5',
}

/** 'Not due this quarter', the reason beside the dash. */
export function notRatedWord(reason: NotRatedReason): string {
  return reasonWords[reason]
}

/** The reason when a rating is not rated, else null. */
export function notRatedReasonOf(rating: Rating): NotRatedReason | null {
  return rating.status === 'not_rated' ? rating.reason : null
}
