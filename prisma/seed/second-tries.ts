import { CURRENT_QUARTER, quarterIndexOf } from './calendar.ts'
import type { Told } from './told.ts'

/** A return that did not go through at once: what was written first, by cell, and why it came back. */
export type SecondTry = Told & {
  kind: 'declined' | 'sent_back'
  reason: string
  firstWritten: Record<string, string>
}

const SECOND_TRIES: SecondTry[] = [
  {
    partnership: 'Housing Partnership',
    quarterIndex: quarterIndexOf(2008, 4),
    kind: 'declined',
    reason: 'NI 155: the register of completions says 188 homes, not 118.',
    firstWritten: { 'indicators/ni-155/value': '118' },
  },
  {
    partnership: 'Economic Partnership',
    quarterIndex: quarterIndexOf(2008, 3),
    kind: 'sent_back',
    reason: 'NI 152: please say by how much it rose.',
    firstWritten: { 'indicators/ni-152/commentary': 'Up again.' },
  },
  {
    partnership: 'Cherwell Rural Transport Partnership',
    quarterIndex: quarterIndexOf(2009, 1),
    kind: 'sent_back',
    reason: 'NI 175: “as last quarter” does not say why access fell again.',
    firstWritten: { 'indicators/ni-175/cause': 'As last quarter.' },
  },
]

export function secondTryOf({ partnership, quarterIndex }: Told): SecondTry | null {
  return (
    SECOND_TRIES.find((told) => told.partnership === partnership && told.quarterIndex === quarterIndex) ??
    null
  )
}

/** Sent back this morning, and not yet taken up again: what a lead of the demonstration has to do. */
export function isSentBackNow({ partnership, quarterIndex }: Told): boolean {
  return partnership === 'Waste Partnership' && quarterIndex === CURRENT_QUARTER
}

export const SENT_BACK_NOW = {
  on: '2009-10-19',
  at: '09:40',
  reason: 'NI 193: please check the landfill tonnage before I accept.',
}
