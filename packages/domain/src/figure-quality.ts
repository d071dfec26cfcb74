import { addDays, daysBetween } from './dates.ts'
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  divideDecimals,
  parseDecimal,
  subtractDecimals,
} from './decimal.ts'
import { decimalMedian } from './decimal-median.ts'
import type { PastForecast } from './past-forecasts.ts'
import { quarterEndsOn, yearEndIndex } from './quarters.ts'

/** The day (ISO) on which a quarter’s figure is to be had: its last day and the lag of its source in weeks. */
export function availableOn(quarterIndex: number, lagWeeks: number): string {
  return addDays(quarterEndsOn(quarterIndex), lagWeeks * 7)
}

/** Whole days since the last day of the quarter, never under nought: the age of its figure on a day (ISO). */
export function figureAge(quarterIndex: number, today: string): number {
  return Math.max(0, daysBetween(quarterEndsOn(quarterIndex), today))
}

/** A return that was due: the day it came in (ISO), or null where it has not. */
export type DueReturn = { quarterIndex: number; dueOn: string; receivedOn: string | null }

/** `onTime`: of those counted, in by their due day. `typicalDays`: the middle of days after the quarter’s end. */
export type ReportingRecord = { counted: number; onTime: number; typicalDays: number | null }

/** How the last returns came in (the domain notes, The return’s life: late is counted, never stored). Those not yet due on `today` and not in are not counted. */
export function reportingRecord(
  returns: readonly DueReturn[],
  { today, most }: { today: string; most: number },
): ReportingRecord {
  const due = returns
    .filter(({ dueOn, receivedOn }) => receivedOn !== null || dueOn < today)
    .toSorted((a, b) => b.quarterIndex - a.quarterIndex)
    .slice(0, most)
  const days = due.flatMap(({ quarterIndex, receivedOn }) =>
    receivedOn === null ? [] : [String(daysBetween(quarterEndsOn(quarterIndex), receivedOn))],
  )
  const typical = decimalMedian(days)
  return {
    counted: due.length,
    onTime: due.filter(({ dueOn, receivedOn }) => receivedOn !== null && receivedOn <= dueOn).length,
    typicalDays: typical === null ? null : Math.round(Number(typical)),
  }
}

/** `mean` and `largest`: sizes of change without sign, decimal text in the indicator’s unit; null of none. */
export type RevisionRecord = { count: number; mean: string | null; largest: string | null }

const meanPlaces = 6

/** How far figures moved after they were first reported. A figure that came or went is counted and has no size. */
export function revisionRecord(
  revisions: readonly { from: string | null; to: string | null }[],
): RevisionRecord {
  const sizes = revisions.flatMap(({ from, to }): Decimal[] =>
    from === null || to === null
      ? []
      : [absoluteDecimal(subtractDecimals(parseDecimal(to), parseDecimal(from)))],
  )
  const largest = sizes.toSorted(compareDecimals).at(-1)
  if (largest === undefined) return { count: revisions.length, mean: null, largest: null }
  const total = sizes.reduce(addDecimals)
  const mean = divideDecimals(total, { coefficient: BigInt(sizes.length), scale: 0 }, meanPlaces)
  return { count: revisions.length, mean: decimalText(mean), largest: decimalText(largest) }
}

/** Of year-end forecasts: `insidePercent` whole, `meanMiss` the mean size of error in the indicator’s unit. */
export type ForecastRecord = { count: number; insidePercent: number | null; meanMiss: number | null }

/** How past year-end forecasts of the method of today did; the steps on the way are not counted. */
export function forecastRecord(past: readonly PastForecast[]): ForecastRecord {
  const atYearEnd = past.filter((one) => one.for === yearEndIndex(one.madeAt))
  const count = atYearEnd.length
  if (count === 0) return { count, insidePercent: null, meanMiss: null }
  const inside = atYearEnd.filter((one) => one.inside).length
  const missed = atYearEnd.reduce((sum, { forecast, actual }) => sum + Math.abs(forecast - actual), 0)
  return { count, insidePercent: Math.round((inside / count) * 100), meanMiss: missed / count }
}
