import { daysBetween, londonDate } from './dates.ts'

/** Where a partnership’s quarterly return has got to (the domain notes, The return’s life). */
export type ReturnState =
  | 'not_started'
  | 'in_progress'
  | 'awaiting_sign_off'
  | 'submitted'
  | 'changes_requested'
  | 'accepted'
  | 'published'
  | 'restated'

/** In the order in which a return passes through them. */
export const returnStates: readonly ReturnState[] = [
  'not_started',
  'in_progress',
  'awaiting_sign_off',
  'submitted',
  'changes_requested',
  'accepted',
  'published',
  'restated',
]

const stateWords: Readonly<Record<ReturnState, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  awaiting_sign_off: 'Awaiting sign-off',
  submitted: 'Submitted',
  changes_requested: 'Changes requested',
  accepted: 'Accepted',
  published: 'Published',
  restated: 'Restated',
}

/** 'Awaiting sign-off', as the board and the return’s head say it. */
export function returnStateWord(state: ReturnState): string {
  return stateWords[state]
}

const receivedStates: ReadonlySet<ReturnState> = new Set([
  'submitted',
  'changes_requested',
  'accepted',
  'published',
  'restated',
])

/** True once the council has had the return, even where it was sent back since. */
export function hasBeenReceived(state: ReturnState): boolean {
  return receivedStates.has(state)
}

/** `daysLate`: after the due date, whole days; for a missing return so far; otherwise 0. */
export type ReturnTimeliness = { kind: 'on_time' | 'late' | 'missing' | 'not_yet_due'; daysLate: number }

/**
 * How a return stands to its due date, in London dates: on the due date itself is on time. Overdue is always
 * computed, never stored. Dates are ISO; throws RangeError for anything else.
 */
export function returnTimeliness({
  submittedAt,
  dueOn,
  today,
}: {
  submittedAt: Date | null
  dueOn: string
  today: string
}): ReturnTimeliness {
  const daysLate = Math.max(0, daysBetween(dueOn, submittedAt === null ? today : londonDate(submittedAt)))
  if (submittedAt === null) return { kind: daysLate > 0 ? 'missing' : 'not_yet_due', daysLate }
  return { kind: daysLate > 0 ? 'late' : 'on_time', daysLate }
}

/** Percentages are whole, of all expected; null when none is expected. */
export type ReturnsSummary = {
  expected: number
  onTime: number
  late: number
  missing: number
  notYetDue: number
  onTimePercent: number | null
  receivedPercent: number | null
  /** The longest delay among the late and among the missing, in days. */
  mostDaysLate: number
  mostDaysMissing: number
}

/** Counts returns: expected = on time + late + missing + not yet due. */
export function summariseReturns(returns: readonly ReturnTimeliness[]): ReturnsSummary {
  const counts = { on_time: 0, late: 0, missing: 0, not_yet_due: 0 }
  const mostDays = { on_time: 0, late: 0, missing: 0, not_yet_due: 0 }
  for (const { kind, daysLate } of returns) {
    counts[kind]++
    mostDays[kind] = Math.max(mostDays[kind], daysLate)
  }
  const expected = returns.length
  return {
    expected,
    onTime: counts.on_time,
    late: counts.late,
    missing: counts.missing,
    notYetDue: counts.not_yet_due,
    onTimePercent: wholePercent(counts.on_time, expected),
    receivedPercent: wholePercent(counts.on_time + counts.late, expected),
    mostDaysLate: mostDays.late,
    mostDaysMissing: mostDays.missing,
  }
}

/** 100 means all and 0 means none: rounding alone never says so. */
function wholePercent(part: number, whole: number): number | null {
  if (whole === 0) return null
  if (part === 0 || part === whole) return part === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}
