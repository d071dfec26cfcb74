import {
  lastDayOf,
  londonDate,
  type ReminderKind,
  type ReminderWords,
  type ReturnNotice,
  remindersDue,
  reminderWords,
  type TimedReminder,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { holidaysAbout } from '#api/jobs/bank-holidays.ts'
import type { Notice, Told, ToldReturn } from './notifications.queries.ts'

type Said = { by?: string | null; reason?: string | null; what?: string | null }

function wordsAbout(told: ToldReturn, kind: ReminderKind, { today, ...said }: Said & { today: string }) {
  const { partnership, quarterIndex, dueOn } = told
  return reminderWords({
    ...{ kind, partnership, quarterIndex, dueOn, today, ...said },
    closesOn: lastDayOf(told),
    holidays: holidaysAbout(today),
  })
}

/** Each person once, however many of its roles they hold. */
function distinct(people: readonly Told[]): Told[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

/** Whose turn it is: those who fill it in, or those who sign it. */
export function whoseTurn({ state, leads, signatories, contributors }: ToldReturn): Told[] {
  if (state === 'awaiting_sign_off') return signatories.length > 0 ? signatories : leads
  return distinct([...leads, ...contributors])
}

const concerned: Readonly<Record<Exclude<ReturnNotice, 'assigned'>, (told: ToldReturn) => Told[]>> = {
  sent_for_sign_off: ({ leads, signatories }) => distinct([...signatories, ...leads]),
  declined: ({ leads, contributors }) => distinct([...leads, ...contributors]),
  submitted: ({ leads, officers }) => distinct([...leads, ...officers]),
  sent_back: ({ leads, contributors }) => distinct([...leads, ...contributors]),
  accepted: ({ leads, signatories }) => distinct([...leads, ...signatories]),
}

/** For the officer a submission is where work begins. */
function submittedToOfficer(body: string): string {
  return body.replace('There is nothing more to do.', 'Check it, then accept it or send it back.')
}

/** What is said of a move, to everyone concerned but the one who made it. */
export function noticesOfMove(
  told: ToldReturn,
  kind: Exclude<ReturnNotice, 'assigned'>,
  { actorId, ...said }: Said & { actorId: string; today: string },
): Notice[] {
  const { subject, sentence } = wordsAbout(told, kind, said)
  const officers = new Set(told.officers.map(({ id }) => id))
  const leads = new Set(told.leads.map(({ id }) => id))
  return concerned[kind](told)
    .filter(({ id }) => id !== actorId)
    .map(({ id: personId }) => ({
      ...{ personId, returnId: told.id, kind, subject },
      body:
        kind === 'submitted' && officers.has(personId) && !leads.has(personId)
          ? submittedToOfficer(sentence)
          : sentence,
    }))
}

export function noticeOfAssignment(
  told: ToldReturn,
  { personId, ...said }: Said & { personId: string; today: string },
): Notice {
  const { subject, sentence } = wordsAbout(told, 'assigned', said)
  return { personId, returnId: told.id, kind: 'assigned', subject, body: sentence }
}

/** The words of a reminder sent by hand are those of the day: before, on or after the one it is due. */
function kindOfDay({ dueOn }: ToldReturn, today: string): TimedReminder {
  if (today === dueOn) return 'due_today'
  return today < dueOn ? 'three_days' : 'late_weekly'
}

export function noticesOfChase(told: ToldReturn, today: string): Notice[] {
  const { subject, sentence } = wordsAbout(told, kindOfDay(told, today), { today })
  return whoseTurn(told).map(({ id: personId }) => ({
    ...{ personId, returnId: told.id, kind: 'chased', subject },
    body: sentence,
  }))
}

/** The reminders that a day brings for one return. */
export function noticesOfDay(
  told: ToldReturn,
  { today, switchedOff }: { today: string; switchedOff: ReadonlySet<ReminderKind> },
): Notice[] {
  const { opensOn, openedAt, dueOn } = told
  const kinds = remindersDue({
    ...{ opensOn, dueOn, today, switchedOff },
    openedOn: openedAt === null ? null : londonDate(new Date(openedAt)),
    closesOn: lastDayOf(told),
    holidays: holidaysAbout(today),
    isOutstanding: true,
  })
  return kinds.flatMap((kind) => {
    const { subject, sentence } = wordsAbout(told, kind, { today })
    return whoseTurn(told).map(({ id: personId }) => ({
      ...{ personId, returnId: told.id, kind, subject },
      body: sentence,
    }))
  })
}

/** The words of a member’s question. `text`: what was asked. */
export function questionWords(
  { text, ...about }: { partnership: string; quarterIndex: number; dueOn: string; text: string },
  { actor, today }: Pick<Context, 'actor' | 'today'>,
): ReminderWords {
  return reminderWords({
    ...{ ...about, kind: 'question_asked', today, closesOn: about.dueOn, by: actor.name, what: text },
    holidays: holidaysAbout(today),
  })
}
