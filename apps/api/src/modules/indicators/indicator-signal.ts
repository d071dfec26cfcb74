import { indicatorSignal, quarterKey } from '@accord/domain'
import type { IndicatorDetailRow } from './indicator-detail.queries.ts'
import type { IndicatorDetail } from './indicator-detail.schemas.ts'
import type { Series } from './series.service.ts'

/** Of the figures in view, up to the quarter looked from: what came later was not known then. */
export function toSignal(
  row: IndicatorDetailRow,
  series: Series,
  { from, index }: { from: number; index: number },
): IndicatorDetail['signal'] {
  const values = Array.from(
    { length: Math.max(0, index - from + 1) },
    (_, place) => series.pointAt(from + place)?.value ?? null,
  )
  const signal = indicatorSignal({
    measure: row.measure,
    polarity: row.polarity,
    format: series.rule.format,
    first: from,
    values,
    target: series.targetAt(index),
    marks: row.marks,
  })
  return {
    ...signal,
    phases: signal.phases.map((phase) => ({
      ...phase,
      from: quarterKey(phase.from),
      to: quarterKey(phase.to),
    })),
    points: signal.points.map(({ index: at, ...point }) => ({ quarter: quarterKey(at), ...point })),
  }
}
