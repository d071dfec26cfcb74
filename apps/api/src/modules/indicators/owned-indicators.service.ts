import type { Context } from '#api/context.ts'
import { readPlacedIndicators } from './indicators.queries.ts'
import { ratingAt, toWireYearEnd, wireRatingAt, yearEndAt } from './readings.service.ts'
import { QUARTERS_READ, toSeries } from './series.service.ts'

/** What a partnership answers for in the agreements that run in a quarter, rated now and at year end. */
export async function ownedIndicators(
  context: Pick<Context, 'database'>,
  { owner, quarterIndex }: { owner: string; quarterIndex: number },
) {
  const rows = await readPlacedIndicators(context, {
    quarterIndex,
    quartersBefore: QUARTERS_READ - 1,
    framework: null,
    owner,
    runningOnly: true,
  })
  return rows.map((row) => {
    const series = toSeries(row)
    const point = series.pointAt(quarterIndex)
    const { status, reason, gap, why } = toWireYearEnd(series, yearEndAt(series, quarterIndex))
    const { id, code, title, unit, decimals, framework } = row
    return {
      rating: ratingAt(series, quarterIndex),
      indicator: {
        ...{ id, code, title, unit, decimals, framework },
        value: point?.value ?? null,
        state: point?.state ?? null,
        target: series.targetAt(quarterIndex),
        now: wireRatingAt(series, quarterIndex),
        yearEnd: { status, reason, gap, why },
      },
    }
  })
}
