import type { Decimal } from './decimal.ts'
import { compareDecimals, decimalText, parseDecimal } from './decimal.ts'
import { hardLimitsOf } from './figure-validity.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { decimalOrNull } from './return-figures.ts'
import { xmrLimits } from './xmr-limits.ts'

/**
 * Where an indicator’s figures usually lie. Decimal texts at the indicator’s decimals, both ends included.
 * `points`: the figures it is made from.
 */
export type UsualRange = {
  low: string
  high: string
  method: 'natural_limits' | 'modified_z'
  points: number
}

export const pointsForNaturalLimits = 12
export const pointsForModifiedZ = 8

const quartersLookedAt = 16
// Iglewicz and Hoaglin: a modified z-score, 0.6745 × distance from the median ÷ median distance, beyond 3.5.
const modifiedZ = 3.5
const quartile = 0.6745

/**
 * The usual range of a quarter’s figure, from the figures before it; null where there is none to speak of: a
 * cumulative, annual or biennial measure, fewer than eight figures, or figures that never move.
 *
 * From 12 points the natural process limits, from 8 the modified z-score (our choice: tests that look for
 * outliers mislead on seasonal series, and change limits remain for all). Where the last figure already lies
 * outside, the series has moved away and its old range says nothing of the next figure: then null too. The ends
 * are rounded outwards, so that what shows as inside is inside, and kept within what the figure can be.
 */
export function usualRangeOf(
  indicator: Pick<ReturnIndicator, 'measure' | 'unit' | 'decimals' | 'hardLimits' | 'series'>,
  quarterIndex: number,
): UsualRange | null {
  const { measure, series, decimals } = indicator
  if (measure !== 'snapshot' && measure !== 'discrete_quarter' && measure !== 'rolling_year') return null
  const values = valuesBefore(series, quarterIndex)
  const present = values.filter((value) => value !== null)
  const ends = present.length >= pointsForNaturalLimits ? naturalLimits(values) : usualEnds(present)
  if (ends === null) return null
  const low = withinLimit(outwards(ends.low, { decimals, round: Math.floor }), hardLimitsOf(indicator).min, 1)
  const high = withinLimit(
    outwards(ends.high, { decimals, round: Math.ceil }),
    hardLimitsOf(indicator).max,
    -1,
  )
  const last = present.at(-1)
  if (last === undefined || last < Number(low) || last > Number(high)) return null
  const method = present.length >= pointsForNaturalLimits ? 'natural_limits' : 'modified_z'
  return { low, high, method, points: present.length }
}

/** Whether a figure lies outside its usual range. */
export function isOutside(figure: Decimal, { low, high }: UsualRange): boolean {
  return compareDecimals(figure, parseDecimal(low)) < 0 || compareDecimals(figure, parseDecimal(high)) > 0
}

/** One value a quarter, oldest first, null where there is none; for drawing and for limits only. */
function valuesBefore(series: ReturnIndicator['series'], quarterIndex: number): (number | null)[] {
  const values: (number | null)[] = Array.from({ length: quartersLookedAt }, () => null)
  for (const { index, value } of series) {
    const place = index - (quarterIndex - quartersLookedAt)
    if (place < 0 || place >= quartersLookedAt || decimalOrNull(value) === null) continue
    values[place] = Number(value)
  }
  return values
}

/** Not rounded and not kept within what a figure can be. */
export type UsualEnds = { low: number; high: number }

function naturalLimits(values: readonly (number | null)[]): UsualEnds | null {
  const limits = xmrLimits(values)
  if (limits === null || limits.meanMovingRange === 0) return null
  return { low: limits.lowerLimit, high: limits.upperLimit }
}

/**
 * Between which ends the figures of a series usually lie, whatever their order: by the modified z-score, from eight
 * figures on; null for fewer and for figures that never move. For notes only.
 */
export function usualEnds(values: readonly number[]): UsualEnds | null {
  if (values.length < pointsForModifiedZ) return null
  const middle = medianOf(values)
  const spread = medianOf(values.map((value) => Math.abs(value - middle)))
  if (spread === 0) return null
  const reach = (modifiedZ * spread) / quartile
  return { low: middle - reach, high: middle + reach }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** Rounded away from the middle; a last binary digit does not push an exact end one step further. */
function outwards(
  end: number,
  { decimals, round }: { decimals: number; round: (value: number) => number },
): string {
  const steps = round(Number((end * 10 ** decimals).toPrecision(12)))
  return decimalText({ coefficient: BigInt(steps), scale: decimals })
}

/** `side` 1 for a lower end, which may not lie below the limit; −1 for an upper one. */
function withinLimit(end: string, limit: string | null, side: 1 | -1): string {
  if (limit === null) return end
  return compareDecimals(parseDecimal(end), parseDecimal(limit)) === -side ? limit : end
}
