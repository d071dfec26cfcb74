import { bodiesFinding, indicatorFinding } from '@accord/domain'
import { type IndicatorDetailRow, QUARTERS_SHOWN } from './indicator-detail.queries.ts'
import type { IndicatorDetail } from './indicator-detail.schemas.ts'
import { ratingAt, type YearEndReading } from './readings.service.ts'
import type { Series } from './series.service.ts'

/** For how many quarters in a row the status has been what it is now. */
function runAt(series: Series, index: number): number {
  const { status } = ratingAt(series, index)
  let run = 0
  while (run < QUARTERS_SHOWN && ratingAt(series, index - run).status === status) run += 1
  return run
}

type Read = { index: number; yearEnd: YearEndReading; breakdown: IndicatorDetail['breakdown'] }

/** The finding of the page, from all figures up to its quarter; of its bodies where the area has no series. */
export function toHeadline(
  row: IndicatorDetailRow,
  series: Series,
  { index, yearEnd, breakdown }: Read,
): string {
  const point = series.pointAt(index)
  const figures = breakdown?.rows.flatMap(({ value }) => (value === null ? [] : [value])) ?? []
  const ofBodies = series.numbers.length === 0 ? bodiesFinding(figures, series.rule.format) : null
  if (ofBodies !== null) return ofBodies
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
