import type { Prisma, ReturnState } from '../client/generated/client.ts'
import { dateOf, daysAfter, londonInstant, quarterAt } from './calendar.ts'
import { idFor } from './identity.ts'
import { leadIdOf, officersOf, signatoryIdOf } from './parts.ts'
import { personIdNamed } from './people.ts'
import { isRestated, returnId, returnStateOf, returnsTold, timesOf } from './returns.ts'
import { isSentBackNow, SENT_BACK_NOW, secondTryOf } from './second-tries.ts'
import type { Told } from './told.ts'

type EventRow = Prisma.ReturnEventCreateManyInput

/** `actorId` is null where nobody of the partnership is a user here. */
export type Step = {
  from: ReturnState
  to: ReturnState
  at: Date
  actorId: string | null
  reason: string | null
}

type Move = (from: ReturnState, to: ReturnState, at: Date, reason?: string) => Step

function movesBy(actorId: string | null): Move {
  return (from, to, at, reason) => ({ from, to, at, actorId, reason: reason ?? null })
}

function minutesBefore(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() - minutes * 60_000)
}

/** A return’s log, oldest first. */
export function stepsOf(told: Told): Step[] {
  if (returnStateOf(told) === 'not_started') return []
  const { opensOn } = quarterAt(told.quarterIndex)
  const start = londonInstant(daysAfter(opensOn, 1), '10:00')
  return [
    movesBy(leadIdOf(told.partnership))('not_started', 'in_progress', start),
    ...stepsToSubmission(told),
    ...stepsBack(told),
    ...stepsToPublication(told),
  ]
}

function stepsToSubmission(told: Told): Step[] {
  const { submittedAt } = timesOf(told)
  if (submittedAt === null) return []
  const lead = movesBy(leadIdOf(told.partnership))
  const signatory = movesBy(signatoryIdOf(told.partnership))
  const tried = secondTryOf(told)
  const declined =
    tried?.kind === 'declined'
      ? [
          lead('in_progress', 'awaiting_sign_off', minutesBefore(submittedAt, 27.5 * 60)),
          signatory('awaiting_sign_off', 'in_progress', minutesBefore(submittedAt, 25 * 60), tried.reason),
        ]
      : []
  return [
    ...declined,
    lead('in_progress', 'awaiting_sign_off', minutesBefore(submittedAt, 90)),
    signatory('awaiting_sign_off', 'submitted', submittedAt),
  ]
}

function stepsBack(told: Told): Step[] {
  const tried = secondTryOf(told)
  if (isSentBackNow(told)) {
    const at = londonInstant(dateOf(SENT_BACK_NOW.on), SENT_BACK_NOW.at)
    return [
      movesBy(personIdNamed('Philippa Dane'))('submitted', 'changes_requested', at, SENT_BACK_NOW.reason),
    ]
  }
  if (tried?.kind !== 'sent_back') return []
  const { closesOn } = quarterAt(told.quarterIndex)
  const [wednesday, thursday] = [daysAfter(closesOn, -2), daysAfter(closesOn, -1)]
  const lead = movesBy(leadIdOf(told.partnership))
  const officer = movesBy(officersOf(told.partnership).checks)
  return [
    officer('submitted', 'changes_requested', londonInstant(wednesday, '10:20'), tried.reason),
    lead('changes_requested', 'in_progress', londonInstant(wednesday, '11:05')),
    lead('in_progress', 'awaiting_sign_off', londonInstant(thursday, '13:30')),
    movesBy(signatoryIdOf(told.partnership))(
      'awaiting_sign_off',
      'submitted',
      londonInstant(thursday, '15:10'),
    ),
  ]
}

function stepsToPublication(told: Told): Step[] {
  const { acceptedAt, publishedAt } = timesOf(told)
  const { checks, publishes } = officersOf(told.partnership)
  const steps: Step[] = []
  if (acceptedAt) steps.push(movesBy(checks)('submitted', 'accepted', acceptedAt))
  if (publishedAt) steps.push(movesBy(publishes)('accepted', 'published', publishedAt))
  if (isRestated(told)) {
    const at = londonInstant(quarterAt(told.quarterIndex + 1).opensOn, '14:10')
    const reason = 'NI 20: sixteen offences recorded late by the police, 6.0 to 6.1 per 1,000'
    steps.push(movesBy(publishes)('published', 'restated', at, reason))
  }
  return steps
}

export function returnEventRows(): EventRow[] {
  return returnsTold().flatMap((told) =>
    stepsOf(told).map(({ from, to, at, actorId, reason }, place) => ({
      id: idFor('return event', returnId(told), String(place)),
      returnId: returnId(told),
      fromState: from,
      toState: to,
      happenedAt: at,
      actorId,
      reason,
    })),
  )
}
