import type { ReturnSection } from './return-cells.ts'
import type { Suggestion } from './slips.ts'
import type { SoftCode } from './soft-warnings.ts'
import type { ValidityCode } from './validity.ts'

/** The domain notes, The return’s life: what a cell can hold, what is blank, what is odd, what belongs together. */
export type CheckTier = 'validity' | 'presence' | 'soft' | 'cross_field'

export type GapCode =
  | 'figure_missing'
  | 'half_missing'
  | 'commentary_missing'
  | 'progress_missing'
  | 'risk_not_reviewed'
  | 'resource_missing'
  | 'narrative_missing'
  | 'answer_missing'

export type CrossCode =
  | 'cause_missing'
  | 'action_missing'
  | 'owner_missing'
  | 'due_missing'
  | 'forecast_reason_missing'
  | 'figure_and_reason'
  | 'commentary_copied'

export type CheckCode = ValidityCode | GapCode | SoftCode | CrossCode

/**
 * One thing found in a return. `cell`: the key of the cell to go to. `isBlocking`: whether the return cannot be
 * sent while it stands; saving a draft is never stopped by it. A soft warning blocks until it is confirmed, and
 * then `confirmation` holds the word that was given.
 */
export type ReturnCheck = {
  tier: CheckTier
  code: CheckCode
  section: ReturnSection
  cell: string
  sentence: string
  suggestion: Suggestion | null
  isBlocking: boolean
  confirmation: string | null
}

/** A check without suggestion or confirmation that stops the return from being sent. */
export function blockingCheck(
  found: Pick<ReturnCheck, 'tier' | 'code' | 'section' | 'cell' | 'sentence'>,
): ReturnCheck {
  return { ...found, suggestion: null, isBlocking: true, confirmation: null }
}
