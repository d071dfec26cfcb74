import type { Prisma, ReturnState } from '../client/generated/client.ts'
import { daysAfter, londonInstant, quarterAt } from './calendar.ts'
import { cell } from './data-file.ts'
import { idFor } from './identity.ts'
import { SIGNIFICANT } from './partnerships.ts'
import { personIdNamed } from './people.ts'
import { isRestated, returnId, returnStateOf, returnsTold, type Told, timesOf } from './returns.ts'

type EventRow = Prisma.ReturnEventCreateManyInput
type Step = { from: ReturnState; to: ReturnState; at: Date; actor: string | null; reason: string | null }

const LEAD = new Map(SIGNIFICANT.map((row) => [cell(row, 'partnership'), cell(row, 'lead_officer')]))

function step(from: ReturnState, to: ReturnState, at: Date, actor: string | null): Step {
  return { from, to, at, actor, reason: null }
}

function stepsOf(told: Told): Step[] {
  if (returnStateOf(told) === 'not_started') return []
  const { opensOn } = quarterAt(told.quarterIndex)
  const lead = LEAD.get(told.partnership) ?? null
  const { submittedAt, acceptedAt, publishedAt } = timesOf(told)
  const steps = [step('not_started', 'in_progress', londonInstant(daysAfter(opensOn, 1), '10:00'), lead)]
  if (submittedAt) {
    steps.push(step('in_progress', 'awaiting_sign_off', new Date(submittedAt.getTime() - 5_400_000), lead))
    // Signed by someone other than the person who entered the figures: the chair, who is not a user here.
    steps.push(step('awaiting_sign_off', 'submitted', submittedAt, null))
  }
  if (acceptedAt) steps.push(step('submitted', 'accepted', acceptedAt, 'Tom Ashdown'))
  if (publishedAt) steps.push(step('accepted', 'published', publishedAt, 'Philippa Dane'))
  if (isRestated(told)) steps.push(restatement(told))
  return steps
}

function restatement(told: Told): Step {
  const at = londonInstant(quarterAt(told.quarterIndex + 1).opensOn, '14:10')
  const reason = 'NI 20: sixteen offences recorded late by the police, 6.0 to 6.1 per 1,000'
  return { from: 'published', to: 'restated', at, actor: 'Philippa Dane', reason }
}

function eventRow(told: Told, { from, to, at, actor, reason }: Step): EventRow {
  return {
    id: idFor('return event', returnId(told), from, to),
    returnId: returnId(told),
    fromState: from,
    toState: to,
    happenedAt: at,
    actorId: actor === null ? null : personIdNamed(actor),
    reason,
  }
}

export function returnEventRows(): EventRow[] {
  return returnsTold().flatMap((told) => stepsOf(told).map((taken) => eventRow(told, taken)))
}
