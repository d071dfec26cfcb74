import { multiplyDecimals, parseDecimal, roundDecimal } from './decimal.ts'

/** What goes in: member or officer hours, or money from a source. */
export type InvestmentKind = 'member_time' | 'officer_time' | 'funding'

/** `hours`: decimal text, of time; `pence`: whole, of funding. The other is null. */
export type Investment = { kind: InvestmentKind; hours: string | null; pence: number | null }

/** What an hour is counted at from a day on (ISO), in whole pence. */
export type HourlyRate = { kind: 'member_time' | 'officer_time'; fromOn: string; pence: number }

/**
 * The rate in force on a day, in pence an hour; null where none was set by then. A year is costed at the rate in
 * force on its first day (our choice), so that a rate changed during a year does not cost its hours twice.
 */
export function hourlyRateOn(rates: readonly HourlyRate[], kind: InvestmentKind, day: string): number | null {
  const inForce = rates
    .filter((rate) => rate.kind === kind && rate.fromOn <= day)
    .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))
  return inForce[0]?.pence ?? null
}

/**
 * The cost of one investment in whole pence (the domain notes, Value for money: hours × rate, and funding), rounded
 * half up. Null where its hours have no rate, so that an unknown cost is never counted as nought. Throws RangeError
 * for hours that are not decimal text.
 */
export function costOf(investment: Investment, rates: readonly HourlyRate[], day: string): number | null {
  const { kind, hours, pence } = investment
  if (kind === 'funding') return pence
  const rate = hourlyRateOn(rates, kind, day)
  if (rate === null || hours === null) return null
  const exact = multiplyDecimals(parseDecimal(hours), { coefficient: BigInt(rate), scale: 0 })
  return Number(roundDecimal(exact, 0).coefficient)
}

/** The whole cost in pence; null where nothing is recorded or a part has no rate. */
export function totalCost(
  investments: readonly Investment[],
  rates: readonly HourlyRate[],
  day: string,
): number | null {
  if (investments.length === 0) return null
  let total = 0
  for (const investment of investments) {
    const cost = costOf(investment, rates, day)
    if (cost === null) return null
    total += cost
  }
  return total
}

/** A saving as recorded: whole pence, and who signed for it, if anyone has. */
export type Saving = { pence: number; signedBy: string | null; kind: 'cashable' | 'drawn_in' }

/** Cashable savings that somebody signed for, in pence: a claim does not count, nor does money drawn in. */
export function signedSaving(savings: readonly Saving[]): number {
  return savings
    .filter(({ kind, signedBy }) => kind === 'cashable' && signedBy !== null)
    .reduce((total, { pence }) => total + pence, 0)
}

/** Pence saved for each £1 of cost, rounded; null where there is no cost to divide by. */
export function savedPerPound(savedPence: number, costPence: number | null): number | null {
  return costPence === null || costPence === 0 ? null : Math.round((savedPence * 100) / costPence)
}

/** The middle value, or the mean of the two in the middle, rounded to a whole number; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return Math.round((lower + upper) / 2)
}

/** How far a value lies from the median in whole per cent, above positive; null where there is nothing to compare. */
export function percentFromMedian(value: number | null, middle: number | null): number | null {
  return value === null || middle === null || middle === 0 ? null : Math.round((value / middle - 1) * 100)
}
