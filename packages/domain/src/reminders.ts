import { addDays } from './dates.ts'
import type { ReturnAction } from './return-life.ts'
import type { ReturnState } from './returns.ts'
import type { Holidays } from './working-days.ts'
import { nextWorkingDay, workingDaysBefore } from './working-days.ts'

/** Sent because a day has come, to those whose return is outstanding. */
export type TimedReminder = 'opened' | 'ten_days' | 'three_days' | 'due_today' | 'late_weekly'

/** Sent because something happened to a return. */
export type ReturnNotice =
  | 'assigned'
  | 'sent_for_sign_off'
  | 'declined'
  | 'submitted'
  | 'sent_back'
  | 'accepted'

/** Sent because a member asked something of a partnership. */
export type MemberNotice = 'question_asked'

export type ReminderKind = TimedReminder | ReturnNotice | MemberNotice

export const timedReminders: readonly TimedReminder[] = [
  'opened',
  'ten_days',
  'three_days',
  'due_today',
  'late_weekly',
]

export const returnNotices: readonly ReturnNotice[] = [
  'assigned',
  'sent_for_sign_off',
  'declined',
  'submitted',
  'sent_back',
  'accepted',
]

export const memberNotices: readonly MemberNotice[] = ['question_asked']

export const reminderKinds: readonly ReminderKind[] = [...timedReminders, ...returnNotices, ...memberNotices]

/**
 * The days of one return, ISO and London dates. `openedOn`: the day on which the return came to be, where that
 * was after the opening date; null while it has not. `closesOn`: the end of an exception where there is one.
 */
export type ReminderCalendar = {
  opensOn: string
  openedOn: string | null
  dueOn: string
  closesOn: string
  holidays: Holidays
}

export type ReminderDay = { kind: TimedReminder; on: string }

const lateEvery = 7

/**
 * Every day on which a return has a reminder, in order (our choice, after the domain notes, The return’s life):
 * at opening, 10 and 3 working days before it is due, on the day, then every seven days until it closes. A day
 * that is no working day gives way to the next, so a due date on a Sunday is recalled on Monday.
 *
 * Two never fall on one day: the later kind stands, as the more pressing. What would fall on the day of the
 * opening or before it is left out, because the opening names the due date; so is what would come after closing.
 */
export function reminderDays({
  opensOn,
  openedOn,
  dueOn,
  closesOn,
  holidays,
}: ReminderCalendar): ReminderDay[] {
  if (openedOn === null) return []
  const opened = nextWorkingDay(openedOn > opensOn ? openedOn : opensOn, holidays)
  const planned: ReminderDay[] = [
    { kind: 'ten_days', on: workingDaysBefore(dueOn, 10, holidays) },
    { kind: 'three_days', on: workingDaysBefore(dueOn, 3, holidays) },
    { kind: 'due_today', on: nextWorkingDay(dueOn, holidays) },
    ...lateDays({ dueOn, closesOn, holidays }),
  ]
  const byDay = new Map<string, ReminderDay>([[opened, { kind: 'opened', on: opened }]])
  for (const day of planned) {
    if (day.on > opened) byDay.set(day.on, day)
  }
  return [...byDay.values()].filter(({ on }) => on <= closesOn).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

function lateDays({ dueOn, closesOn, holidays }: Pick<ReminderCalendar, 'dueOn' | 'closesOn' | 'holidays'>) {
  const days: ReminderDay[] = []
  for (let on = addDays(dueOn, lateEvery); on <= closesOn; on = addDays(on, lateEvery)) {
    days.push({ kind: 'late_weekly', on: nextWorkingDay(on, holidays) })
  }
  return days
}

/**
 * The reminders due today for one return: one or none. Nobody is reminded of what is not outstanding, nor of a
 * kind that is switched off.
 */
export function remindersDue({
  today,
  isOutstanding,
  switchedOff,
  ...calendar
}: ReminderCalendar & {
  today: string
  isOutstanding: boolean
  switchedOff: ReadonlySet<ReminderKind>
}): TimedReminder[] {
  if (!isOutstanding) return []
  return reminderDays(calendar)
    .filter(({ kind, on }) => on === today && !switchedOff.has(kind))
    .map(({ kind }) => kind)
}

const outstandingStates: ReadonlySet<ReturnState> = new Set([
  'not_started',
  'in_progress',
  'awaiting_sign_off',
  'changes_requested',
])

/** Whether it is the partnership’s turn: the return is not in, or was sent back. */
export function isOutstanding(state: ReturnState): boolean {
  return outstandingStates.has(state)
}

/** What people are told of when a return moves; null where a move tells nobody. */
export function noticeOf(action: ReturnAction): ReturnNotice | null {
  return notices[action]
}

// A re-opened return is back with its lead, and the reason with it, just as one that was sent back.
const notices: Readonly<Record<ReturnAction, ReturnNotice | null>> = {
  start: null,
  send_for_sign_off: 'sent_for_sign_off',
  decline: 'declined',
  sign_off: 'submitted',
  send_back: 'sent_back',
  accept: 'accepted',
  reopen: 'sent_back',
  publish: null,
  restate: null,
}
