import { compareDecimals, isZeroDecimal, parseDecimal } from './decimal.ts'
import type { Polarity, TargetValue, Tolerance } from './indicator-rule.ts'
import { readTypedNumber } from './typed-numbers.ts'

/** What of an indicator may be wrong in itself. Decimal texts; null: not set. */
export type SettingsToCheck = { tolerance: Tolerance; hardMin: string | null; hardMax: string | null }

export type SettingFault = { setting: string; sentence: string }

const isNegative = (text: string) => text.startsWith('-')

const isAbove = (one: string, other: string) => compareDecimals(parseDecimal(one), parseDecimal(other)) > 0

/** What is wrong with an indicator’s settings, by the setting that would put it right; empty where nothing is. */
export function settingFaults({ tolerance, hardMin, hardMax }: SettingsToCheck): SettingFault[] {
  const { green, amber } = tolerance
  const faults: (SettingFault | null)[] = [
    isNegative(green)
      ? { setting: 'tolerance/green', sentence: 'A tolerance cannot be below 0. Enter 0 for none.' }
      : null,
    isAbove(green, amber)
      ? {
          setting: 'tolerance/amber',
          sentence: 'Near target must reach at least as far as on target. Enter a larger tolerance.',
        }
      : null,
    hardMin !== null && hardMax !== null && isAbove(hardMin, hardMax)
      ? { setting: 'hardMax', sentence: 'The highest possible figure is below the lowest. Check both.' }
      : null,
  ]
  return faults.filter((fault) => fault !== null)
}

/**
 * Why a target does not fit the rule of its indicator; null where it does. A gap is a share of the target, so a
 * target of zero needs an absolute tolerance; a range is for an indicator kept within one, and for no other.
 */
export function whyTargetUnfit(
  target: TargetValue,
  { polarity, tolerance }: { polarity: Polarity; tolerance: Tolerance },
): string | null {
  if (polarity === 'none') return null
  const ends = 'value' in target ? [target.value] : [target.low, target.high]
  if (tolerance.kind === 'relative' && ends.some((end) => isZeroDecimal(parseDecimal(end)))) {
    return 'A target of 0 needs a tolerance in the indicator’s own unit. Change the tolerance first.'
  }
  if ((polarity === 'range') !== 'low' in target) {
    return polarity === 'range'
      ? 'This indicator is kept within a range. Enter both its ends.'
      : 'This indicator has a single target. Enter one figure.'
  }
  if ('low' in target && isAbove(target.low, target.high)) {
    return 'The lower end of the range is above the upper. Check both.'
  }
  return null
}

export type SettingReading = { ok: true; value: string } | { ok: false; sentence: string }

/** A target, a tolerance or a limit as people type it: plain decimal text, or what to do. '%' may stand behind it. */
export function readSettingNumber(typed: string): SettingReading {
  if (typed.trim() === '') return { ok: false, sentence: 'Enter a number.' }
  const reading = readTypedNumber(typed, { unit: '%' })
  if (reading.ok) return reading
  const sentence = reading.code === 'not_a_number' ? 'Use numbers only, for example 12.5.' : reading.sentence
  return { ok: false, sentence }
}
