import { daysBetween, formatDateWithWeekday } from './dates.ts'
import { countOf } from './figures.ts'
import { quarterLabel, quarterName } from './quarters.ts'
import type { ReminderKind } from './reminders.ts'
import { isBlankText, tidyLine } from './typed-texts.ts'
import type { Holidays } from './working-days.ts'
import { workingDaysBetween } from './working-days.ts'

/**
 * What a message is about. Dates are ISO and London dates. `by`: who did it; `reason`: what they said; `what`:
 * the section or cell that was handed over, such as 'Narrative', or the question that was asked. Null where there is none.
 */
export type ReminderContext = {
  kind: ReminderKind
  partnership: string
  quarterIndex: number
  dueOn: string
  closesOn: string
  today: string
  holidays: Holidays
  by?: string | null
  reason?: string | null
  what?: string | null
}

/** `subject`: one line, without the partnership of any other return. `sentence`: what happened, then what to do. */
export type ReminderWords = { subject: string; sentence: string }

const kindLabels: Readonly<Record<ReminderKind, string>> = {
  opened: 'A return is open',
  ten_days: '10 working days before it is due',
  three_days: '3 working days before it is due',
  due_today: 'On the day it is due',
  late_weekly: 'Every week while it is late',
  assigned: 'A section was handed to you',
  sent_for_sign_off: 'A return was sent for sign-off',
  declined: 'A sign-off was declined',
  submitted: 'A return was submitted',
  sent_back: 'A return was sent back',
  accepted: 'A return was accepted',
  question_asked: 'A member asked a question',
}

/** 'Every week while it is late', as on the settings where each kind can be switched off. */
export function reminderLabel(kind: ReminderKind): string {
  return kindLabels[kind]
}

/** The words of one message about one return. */
export function reminderWords(context: ReminderContext): ReminderWords {
  const { head, sentence } = wordsOf[context.kind](context)
  const { partnership, quarterIndex } = context
  return { subject: `${quarterName(quarterIndex)} return ${head}: ${tidyLine(partnership)}`, sentence }
}

type Written = { head: string; sentence: string }

/** 'The return of Oxfordshire Waste Partnership for quarter 2 2009/10' */
function named({ partnership, quarterIndex }: ReminderContext): string {
  return `The return of ${tidyLine(partnership)} for q${quarterLabel(quarterIndex).slice(1)}`
}

function beforeDue(context: ReminderContext): Written {
  const { today, dueOn, holidays } = context
  const days = countOf(workingDaysBetween(today, dueOn, holidays), 'working day')
  const sentence = `${named(context)} is due on ${formatDateWithWeekday(dueOn)}, in ${days}.`
  return { head: `is due in ${days}`, sentence: `${sentence} Complete it and send it for sign-off.` }
}

function onDueDay(context: ReminderContext): Written {
  if (context.today > context.dueOn) return afterDue(context)
  return { head: 'is due today', sentence: `${named(context)} is due today. Send it for sign-off today.` }
}

function afterDue(context: ReminderContext): Written {
  const { today, dueOn, closesOn } = context
  const days = countOf(daysBetween(dueOn, today), 'day')
  const closing =
    closesOn === today
      ? 'It can be sent today for the last time.'
      : `It can be sent until ${formatDateWithWeekday(closesOn)}.`
  const was = `${named(context)} was due on ${formatDateWithWeekday(dueOn)}`
  return { head: `is ${days} late`, sentence: `${was} and is ${days} late. ${closing}` }
}

/** ' by Daniel Okafor' */
function byWhom({ by = null }: ReminderContext): string {
  return by === null || isBlankText(by) ? '' : ` by ${tidyLine(by)}`
}

/** ' They said: “NI 191 is last year’s figure.”' */
function saying({ reason = null }: ReminderContext): string {
  return reason === null || isBlankText(reason) ? '' : ` The reason: “${tidyLine(reason)}”`
}

/** 'Cllr Ruth Pemberton asks: “When do food waste rounds begin?”' */
function asked({ by = null, what = null }: ReminderContext): string {
  const who = by === null || isBlankText(by) ? 'A member' : tidyLine(by)
  return what === null || isBlankText(what) ? `${who} asks a question.` : `${who} asks: “${tidyLine(what)}”`
}

const wordsOf: Readonly<Record<ReminderKind, (context: ReminderContext) => Written>> = {
  opened: (context) => ({
    head: 'is open',
    sentence: `${named(context)} is open. It is due on ${formatDateWithWeekday(context.dueOn)}.`,
  }),
  ten_days: beforeDue,
  three_days: beforeDue,
  due_today: onDueDay,
  late_weekly: afterDue,
  assigned: (context) => ({
    head: 'has a part for you',
    sentence: `${context.what ?? 'A part'} of the return of ${tidyLine(context.partnership)} was handed to you${byWhom(context)}. Complete it by ${formatDateWithWeekday(context.dueOn)}.`,
  }),
  sent_for_sign_off: (context) => ({
    head: 'is ready to sign off',
    sentence: `${named(context)} was sent for sign-off${byWhom(context)}. Its signatory can now sign it off or decline it.`,
  }),
  declined: (context) => ({
    head: 'was not signed off',
    sentence: `${named(context)} was declined${byWhom(context)} and can be changed again.${saying(context)}`,
  }),
  submitted: (context) => ({
    head: 'is submitted',
    sentence: `${named(context)} was signed off${byWhom(context)} and is submitted. There is nothing more to do.`,
  }),
  sent_back: (context) => ({
    head: 'needs changes',
    sentence: `${named(context)} was sent back${byWhom(context)}. Change what is asked and send it again.${saying(context)}`,
  }),
  accepted: (context) => ({
    head: 'is accepted',
    sentence: `${named(context)} was accepted${byWhom(context)}. Its figures are final.`,
  }),
  question_asked: (context) => ({
    head: 'has a question to answer',
    sentence: `${asked(context)} ${named(context)} needs an answer. It is due on ${formatDateWithWeekday(context.dueOn)}.`,
  }),
}
