import { indicatorFinding } from '@accord/domain'
import { type IndicatorDetailRow, QUARTERS_SHOWN } from './indicator-detail.queries.ts'
import { ratingAt, type YearEndReading } from './readings.service.ts'
import type { Series } from './series.service.ts'

/** For how many quarters in a row the status has been what it is now. */
function runAt(series: Series, index: number): number {
  const { status } = ratingAt(series, index)
  let run = 0
  while (run < QUARTERS_SHOWN && ratingAt(series, index - run).status === status) run += 1
  return run
}

/** The finding of the page, from all figures up to its quarter. */
export function toHeadline(
  row: IndicatorDetailRow,
  series: Series,
  index: number,
  yearEnd: YearEndReading,
): string {
  const point = series.pointAt(index)
  return indicatorFinding({
    phrase: row.phrase,
    quarterIndex: index,
    value: point?.value ?? null,
    missing: point?.missing ?? null,
    target: series.targetAt(index),
    rule: series.rule,
    measure: row.measure,
    now: ratingAt(series, index),
    yearEnd: { kind: yearEnd.forecast.kind, status: yearEnd.rating.status },
    earlier: series.numbers.flatMap(({ index: before }) => {
      const value = before < index ? series.pointAt(before)?.value : null
      return value === null || value === undefined ? [] : [{ index: before, value }]
    }),
    run: runAt(series, index),
  })
}
