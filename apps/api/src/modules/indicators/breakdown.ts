import { decimalMedian, quarterKey } from '@accord/domain'
import { toBodySeries } from './drawn-series.service.ts'
import { type BodyRow, type IndicatorDetailRow, QUARTERS_SHOWN } from './indicator-detail.queries.ts'
import type { IndicatorDetail } from './indicator-detail.schemas.ts'
import { breakdownHeading } from './indicator-words.ts'
import { ratingAt, wireRatingAt } from './readings.service.ts'
import { type Series, toSeries } from './series.service.ts'

type Breakdown = NonNullable<IndicatorDetail['breakdown']>

const NO_TARGETS = { quarters: null, values: null, others: null }

type Told = { body: BodyRow; own: Series }

function toRow({ body, own }: Told, { from, index, total }: { from: number; index: number; total: number }) {
  const { id, name, shortName, numerator, denominator } = body
  const point = own.pointAt(index)
  return {
    organisation: { id, name, shortName },
    value: point?.value ?? null,
    numerator,
    denominator,
    share: denominator === null || total === 0 ? null : Number(denominator) / total,
    state: point?.state ?? null,
    target: own.targetAt(index),
    now: wireRatingAt(own, index),
    series: toBodySeries(own, { from, to: index }),
  }
}

/** Where the rows begin: no earlier than 40 quarters ago, and not before any body has a figure. */
function firstShown(bodies: readonly Told[], index: number): number {
  const firsts = bodies.flatMap(({ own }) => own.numbers[0]?.index ?? [])
  return Math.max(index - QUARTERS_SHOWN + 1, Math.min(index, ...firsts))
}

/** The bodies of an indicator side by side, with the middle of their figures. */
export function toBreakdown(row: IndicatorDetailRow, series: Series, index: number): Breakdown | null {
  if (row.bodies.length === 0 || row.organisation !== null) return null
  const bodies = row.bodies.map((body) => ({
    body,
    own: toSeries({ ...row, points: body.points, targets: body.targets ?? NO_TARGETS }),
  }))
  const total = row.bodies.reduce((sum, { denominator }) => sum + Number(denominator ?? 0), 0)
  const from = firstShown(bodies, index)
  const rows = bodies.map((told) => toRow(told, { from, index, total }))
  const figures = rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const median = decimalMedian(figures)
  return {
    heading: breakdownHeading(
      ratingAt(series, index),
      bodies.map(({ body, own }) => ({ name: body.shortName, rating: ratingAt(own, index) })),
    ),
    median: median === null ? null : { value: median, bodies: figures.length },
    from: quarterKey(from),
    rows,
  }
}
