import { isOverdue } from './actions.ts'
import { formatDate } from './dates.ts'
import { capitalise, countWord } from './figures.ts'
import type { Role } from './permissions.ts'
import type { ScrutinyObstacle } from './questions.ts'
import { whyNotYours } from './questions.ts'
import type { RecordAccess } from './record-access.ts'

export type RecommendationResponse = 'accepted' | 'accepted_in_part' | 'rejected'

/** Where a recommendation stands: it waits for the Executive, has its response, or is closed. */
export type RecommendationState = 'awaiting_response' | RecommendationResponse | 'closed'

export const recommendationStates: readonly RecommendationState[] = [
  'awaiting_response',
  'accepted',
  'accepted_in_part',
  'rejected',
  'closed',
]

/** ISO dates. `action`: the one that a response opened; null where there is none. */
export type RecommendationStanding = {
  response: RecommendationResponse | null
  closedOn: string | null
  followUpOn: string | null
  action: { dueOn: string; completedOn: string | null } | null
}

export function recommendationState({
  response,
  closedOn,
}: Pick<RecommendationStanding, 'response' | 'closedOn'>): RecommendationState {
  if (closedOn !== null) return 'closed'
  return response ?? 'awaiting_response'
}

const stateWords: Readonly<Record<RecommendationState, string>> = {
  awaiting_response: 'Awaiting response',
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  rejected: 'Rejected',
  closed: 'Closed',
}

/** 'Accepted in part', as on a screen. */
export function recommendationStateWord(state: RecommendationState): string {
  return stateWords[state]
}

/**
 * The first day that was missed, of its action and of its date to look again; null where none was or it is closed.
 * Our choice: a recommendation whose action is late is late itself, because that is what scrutiny follows.
 */
export function overdueSince(standing: RecommendationStanding, today: string): string | null {
  const { closedOn, followUpOn, action } = standing
  if (closedOn !== null) return null
  const missed = [
    ...(action !== null && isOverdue(action, today) ? [action.dueOn] : []),
    ...(followUpOn !== null && followUpOn < today ? [followUpOn] : []),
  ]
  return missed.toSorted()[0] ?? null
}

/** What comes next, or came of it: 'Overdue since 30 September 2009. Follow-up 24 November 2009'. */
export function followUpSentence(standing: RecommendationStanding, today: string): string {
  const { closedOn, followUpOn } = standing
  if (closedOn !== null) return `Closed ${formatDate(closedOn)}`
  const since = overdueSince(standing, today)
  const parts = [
    ...(since === null ? [] : [`Overdue since ${formatDate(since)}`]),
    ...(followUpOn === null || followUpOn === since ? [] : [`Follow-up ${formatDate(followUpOn)}`]),
  ]
  return parts.length === 0 ? 'No follow-up date' : parts.join('. ')
}

type Sorted = { overdueSince: string | null; state: RecommendationState; number: number }

/** Overdue first, the longest overdue at the top; then those without a response; closed ones last. */
export function compareRecommendations(one: Sorted, other: Sorted): number {
  const weight = ({ overdueSince: since, state }: Sorted) => {
    if (since !== null) return 0
    if (state === 'awaiting_response') return 1
    return state === 'closed' ? 3 : 2
  }
  const byWeight = weight(one) - weight(other)
  if (byWeight !== 0) return byWeight
  return (one.overdueSince ?? '').localeCompare(other.overdueSince ?? '') || one.number - other.number
}

// Far above what any council makes of one partnership.
const firstConfidential = 1001

/**
 * The number of the next recommendation of its kind. Confidential ones are counted apart, so that a gap in the
 * numbers others read does not tell them of one. `taken`: the numbers in use, in any order.
 */
export function nextRecommendationNumber(taken: readonly number[], isConfidential: boolean): number {
  const own = taken.filter((number) => number >= firstConfidential === isConfidential)
  return Math.max(isConfidential ? firstConfidential - 1 : 0, ...own) + 1
}

/** 'Recommendation 2'; of those counted apart, 'Confidential recommendation 1'. */
export function recommendationName(number: number): string {
  return number < firstConfidential
    ? `Recommendation ${number}`
    : `Confidential recommendation ${number - firstConfidential + 1}`
}

/** `held`: the roles the person has in the council whose scrutiny it is. */
export function whyCannotKeepScrutiny(held: readonly Role[]): ScrutinyObstacle | null {
  const sentence = 'Scrutiny members of the council, and the officers who serve them, keep its record.'
  return whyNotYours(held, 'scrutiny:manage', sentence)
}

/** The Executive responds once; what comes later is the outcome. */
export function whyCannotRespond(
  { state }: { state: RecommendationState },
  held: readonly Role[],
): ScrutinyObstacle | null {
  const sentence = 'An Executive member or portfolio holder of the council responds.'
  const barred = whyNotYours(held, 'recommendations:respond', sentence)
  if (barred !== null || state === 'awaiting_response') return barred
  return { code: 'wrong_state', sentence: 'The Executive has responded. Scrutiny records what came of it.' }
}

/** Closed by scrutiny, once it has its response. */
export function whyCannotCloseRecommendation(
  { state }: { state: RecommendationState },
  held: readonly Role[],
): ScrutinyObstacle | null {
  const barred = whyCannotKeepScrutiny(held)
  if (barred !== null) return barred
  if (state === 'closed') return { code: 'wrong_state', sentence: 'The recommendation is closed already.' }
  if (state !== 'awaiting_response') return null
  return { code: 'wrong_state', sentence: 'The Executive has not responded yet. Close it after that.' }
}

/**
 * Whether accepting may open an action. Our choice: an action stands in the partnership’s return and on its page
 * for all to read, so what is exempt or confidential opens none.
 */
export function mayHaveAction(access: RecordAccess): boolean {
  return access === 'public' || access === 'internal'
}

/** Anything less than accepted needs its reason. */
export function responseNeedsReason(response: RecommendationResponse): boolean {
  return response !== 'accepted'
}

/** Only what was accepted, in whole or in part, has something to show for it. */
export function closingNeedsOutcome(response: RecommendationResponse | null): boolean {
  return response !== 'rejected'
}

/** The finding of the scrutiny page: 'Two of five recommendations are overdue'. */
export function scrutinyHeadline({
  recommendations,
  overdue,
  questionsOpen,
}: {
  recommendations: number
  overdue: number
  questionsOpen: number
}): string {
  if (recommendations === 0) {
    return questionsOpen === 1
      ? 'One question is open'
      : `${capitalise(countWord(questionsOpen))} questions are open`
  }
  const all = recommendations === 1 ? 'one recommendation' : `${countWord(recommendations)} recommendations`
  if (overdue === 0) return `None of ${all} is overdue`
  return `${capitalise(countWord(overdue))} of ${all} ${overdue === 1 ? 'is' : 'are'} overdue`
}
