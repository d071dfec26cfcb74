import type { Prisma } from '../client/generated/client.ts'
import { CURRENT_QUARTER, dateOf, daysAfter, isoDate, quarterAt, quarterIndexOf } from './calendar.ts'
import { idFor, pickFor } from './identity.ts'
import { personIdNamed } from './people.ts'
import { returnId, timesOf } from './returns.ts'
import { type PlacedRisk, placedRisks, riskId } from './risks.ts'

type ReviewRow = Prisma.RiskReviewCreateManyInput

// The registers of risk were drawn up in October 2008, and first reviewed for the quarter after.
const FIRST_REVIEWED = quarterIndexOf(2008, 3)

/** Risks are reviewed together, on the first Monday from the 5th of the month in which returns are made. */
function reviewDay(quarterIndex: number): Date {
  const fifth = daysAfter(quarterAt(quarterIndex).opensOn, 4)
  return daysAfter(fifth, (8 - fifth.getUTCDay()) % 7)
}

// One in three was likelier until its mitigation took hold, two quarters ago.
function likelihoodAt(risk: PlacedRisk, quartersAgo: number): number {
  const [after, before] = [risk.score.after[0], risk.score.before[0]]
  const eased = pickFor(3, 'risk eased', risk.partnership, risk.name) === 0
  return eased && quartersAgo >= 2 ? Math.min(before, after + 1) : after
}

function noteOf(risk: PlacedRisk, quartersAgo: number): string | null {
  const [then, now] = [likelihoodAt(risk, quartersAgo + 1), likelihoodAt(risk, quartersAgo)]
  return then === now ? null : `Likelihood down from ${then} to ${now}: ${risk.kind.mitigation}.`
}

function reviewOf(risk: PlacedRisk, quarterIndex: number): ReviewRow {
  const quartersAgo = CURRENT_QUARTER - quarterIndex
  const told = { partnership: risk.partnership, quarterIndex }
  return {
    id: idFor('risk review', riskId(risk), String(quarterIndex)),
    riskId: riskId(risk),
    // Whoever has not sent a return yet has reviewed its risks all the same.
    returnId: timesOf(told).submittedAt ? returnId(told) : null,
    likelihood: likelihoodAt(risk, quartersAgo),
    impact: risk.score.after[1],
    note: noteOf(risk, quartersAgo),
    reviewedOn: reviewDay(quarterIndex),
    reviewedById: personIdNamed(risk.lead),
  }
}

function closingOf(risk: PlacedRisk, closedOn: string): ReviewRow {
  return {
    id: idFor('risk review', riskId(risk), 'closed'),
    riskId: riskId(risk),
    returnId: null,
    likelihood: risk.score.after[0],
    impact: risk.score.after[1],
    note: 'Closed: the contract was let.',
    reviewedOn: dateOf(closedOn),
    reviewedById: personIdNamed(risk.lead),
  }
}

function reviewsOf(risk: PlacedRisk): ReviewRow[] {
  const { closedOn } = risk
  const quarters = Array.from(
    { length: CURRENT_QUARTER - FIRST_REVIEWED + 1 },
    (_, place) => FIRST_REVIEWED + place,
  )
  const open = quarters.filter((index) => closedOn === null || isoDate(reviewDay(index)) < closedOn)
  const reviews = open.map((index) => reviewOf(risk, index))
  return closedOn === null ? reviews : [...reviews, closingOf(risk, closedOn)]
}

export function riskReviewRows(): ReviewRow[] {
  return placedRisks().flatMap(reviewsOf)
}
