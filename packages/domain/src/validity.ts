import type { ReturnIndicator } from './return-figures.ts'
import type { NumberFault } from './typed-numbers.ts'

export type ValidityCode =
  | NumberFault
  | 'below_limit'
  | 'above_limit'
  | 'not_on_scale'
  | 'not_a_date'
  | 'date_in_past'
  | 'date_in_future'
  | 'too_many_words'
  | 'too_long'
  | 'not_a_reason'
  | 'no_word'
  | 'denominator_zero'
  | 'numerator_over_denominator'
  | 'not_entered_here'

/** `sentence`: what happened, then what to do, with an example where one helps. */
export type Invalid = { ok: false; code: ValidityCode; sentence: string }

/** `value`: the text to keep, null for blank. */
export type CellValidity = { ok: true; value: string | null } | Invalid

/** All that validity needs of an indicator, so that one cell is checked without its series. */
export type ValidatedIndicator = Pick<
  ReturnIndicator,
  | 'code'
  | 'unit'
  | 'decimals'
  | 'isRatio'
  | 'roundedCounts'
  | 'hardLimits'
  | 'numeratorLabel'
  | 'denominatorLabel'
>

export function invalid(code: ValidityCode, sentence: string): Invalid {
  return { ok: false, code, sentence }
}
