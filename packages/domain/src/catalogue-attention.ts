import type { Measure } from './indicator-rule.ts'
import { quarterLabel } from './quarters.ts'

/** Who answers for an indicator in one framework. `kind`: the framework’s; dates are ISO. */
export type Ownership = {
  kind: string
  /** The framework’s years are over: nobody need answer for it any more. */
  isOver: boolean
  owner: { name: string; endedOn: string | null } | null
  leadOfficer: { name: string; isDisabled: boolean } | null
}

/** Kinds of framework whose indicators nobody need own: a published list, and a series brought in from elsewhere. */
export const unownedKinds: readonly string[] = ['national indicator set', 'imported series']

/**
 * Why nobody answers for an indicator on a day, as a sentence; null where somebody does (our choice): no
 * partnership owns it, the one that does has ended, or its lead officer has left. Nobody need once the framework
 * is over.
 */
export function whyOrphaned({ kind, isOver, owner, leadOfficer }: Ownership, today: string): string | null {
  if (isOver) return null
  if (owner === null) return unownedKinds.includes(kind) ? null : 'No partnership owns it.'
  if (owner.endedOn !== null && owner.endedOn < today) return `Its partnership, ${owner.name}, has ended.`
  if (leadOfficer === null) return `Its partnership, ${owner.name}, has no lead officer.`
  return leadOfficer.isDisabled ? `Its lead officer, ${leadOfficer.name}, has left.` : null
}

/** How many quarters lie between one figure and the next. */
export const quartersBetweenFigures: Readonly<Record<Measure, number>> = {
  snapshot: 1,
  discrete_quarter: 1,
  cumulative: 1,
  rolling_year: 1,
  annual: 4,
  biennial: 8,
}

const weeksInQuarter = 13

/** The quarters after its newest figure at which an indicator is stale: two for a quarterly one without a long lag. */
export function quartersUntilStale(measure: Measure, lagWeeks: number | null): number {
  return quartersBetweenFigures[measure] + Math.floor((lagWeeks ?? 0) / weeksInQuarter) + 1
}

type Freshness = {
  measure: Measure
  lagWeeks: number | null
  newest: number | null
  quarterIndex: number
  /** The framework’s years are over: no further figure is expected. */
  isOver: boolean
}

/**
 * Since when an indicator is stale, as a quarter’s index; null where it is not (our choice). Its next figure was
 * due, with its lag in whole quarters, and one quarter more has passed without it: for a quarterly indicator two
 * quarters without a figure. An indicator that never had one is waiting, not stale.
 */
export function staleSince({ measure, lagWeeks, newest, quarterIndex, isOver }: Freshness): number | null {
  if (newest === null || isOver) return null
  const since = newest + quartersUntilStale(measure, lagWeeks)
  return quarterIndex >= since ? since : null
}

/** 'No new figure since quarter 2 2008/09; one was due by quarter 4 2008/09.'; null where it is not stale. */
export function whyStale(freshness: Freshness): string | null {
  const since = staleSince(freshness)
  if (since === null || freshness.newest === null) return null
  const [newest, due] = [freshness.newest, since - 1].map((index) => quarterLabel(index).toLowerCase())
  return `No new figure since ${newest}; the next was due for ${due}.`
}

export type Frequency = 'quarterly' | 'annual' | 'biennial'

export const frequencies: readonly Frequency[] = ['quarterly', 'annual', 'biennial']

export function frequencyOf(measure: Measure): Frequency {
  return measure === 'annual' || measure === 'biennial' ? measure : 'quarterly'
}

const frequencyWords: Readonly<Record<Frequency, string>> = {
  quarterly: 'Every quarter',
  annual: 'Once a year',
  biennial: 'Every two years',
}

export function frequencyWord(frequency: Frequency): string {
  return frequencyWords[frequency]
}
