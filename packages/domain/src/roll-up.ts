import { countOf } from './figures.ts'
import type { NotRatedReason, Rating } from './status.ts'
import { notRatedReasonOrder } from './status.ts'

/** Counts of ratings with an honest denominator: total = rated + notRated, rated = off + near + on. Never an average. */
export type RollUp = {
  total: number
  rated: number
  offTarget: number
  nearTarget: number
  onTarget: number
  notRated: number
  notRatedReasons: { reason: NotRatedReason; count: number }[]
  holdsOffTarget: boolean
}

/** Counts ratings (the domain notes, Status). Reasons with no indicator are left out; the order is fixed. */
export function rollUp(ratings: readonly Rating[]): RollUp {
  const statuses = { off_target: 0, near_target: 0, on_target: 0, not_rated: 0 }
  const reasons = { not_due: 0, awaiting_data: 0, no_target: 0, data_only: 0, suppressed: 0 }
  for (const rating of ratings) {
    statuses[rating.status]++
    if (rating.status === 'not_rated') reasons[rating.reason]++
  }
  return {
    total: ratings.length,
    rated: ratings.length - statuses.not_rated,
    offTarget: statuses.off_target,
    nearTarget: statuses.near_target,
    onTarget: statuses.on_target,
    notRated: statuses.not_rated,
    notRatedReasons: notRatedReasonOrder
      .map((reason) => ({ reason, count: reasons[reason] }))
      .filter(({ count }) => count > 0),
    holdsOffTarget: statuses.off_target > 0,
  }
}

const reasonPhrases: Readonly<Record<NotRatedReason, string>> = {
  not_due: 'not due this quarter',
  awaiting_data: 'awaiting data',
  no_target: 'with no target',
  data_only: 'data only',
  suppressed: 'withheld, fewer than 5',
}

/** '2 not due this quarter, 1 awaiting data, 1 with no target'; empty where all are rated. */
export function notRatedPhrase({ notRatedReasons }: RollUp): string {
  // A reason may itself hold a comma, so then the reasons are kept apart by semicolons.
  const separator = notRatedReasons.some(({ reason }) => reason === 'suppressed') ? '; ' : ', '
  return notRatedReasons.map(({ reason, count }) => `${count} ${reasonPhrases[reason]}`).join(separator)
}

/** '35 indicators, 31 rated; 4 not rated: 2 not due this quarter, 1 awaiting data, 1 with no target.' */
export function denominatorSentence(counts: RollUp): string {
  if (counts.total === 0) return 'No indicators.'
  const total = countOf(counts.total, 'indicator')
  if (counts.notRated === 0) return counts.total === 1 ? `${total}, rated.` : `${total}, all rated.`
  if (counts.rated === 0) return `${total}, none rated: ${notRatedPhrase(counts)}.`
  return `${total}, ${counts.rated} rated; ${counts.notRated} not rated: ${notRatedPhrase(counts)}.`
}

/** '1 off, 2 near, 4 on', '1 not rated': worst first, nothing that counts nought. */
export function shortCounts({ offTarget, nearTarget, onTarget, notRated }: RollUp): string {
  const parts: [number, string][] = [
    [offTarget, 'off'],
    [nearTarget, 'near'],
    [onTarget, 'on'],
    [notRated, 'not rated'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}
