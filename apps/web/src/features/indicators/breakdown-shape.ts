import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import { statusOrder } from '@accord/domain'
import { bodyPoints } from '#charts/prepare/body-series.ts'
import { targetFigures } from '#charts/prepare/series-figures.ts'
import { slopeExtents } from '#charts/prepare/slope-extents.ts'

export type Body = NonNullable<IndicatorDetail['breakdown']>['rows'][number]

/** As the row draws it: with two years of its points. */
export type DrawnBody = Body & { slope: readonly SeriesPoint[] }

export const quartersOfSlope = 8

function worstFirst(rows: readonly Body[]): Body[] {
  return rows.toSorted((a, b) => statusOrder.indexOf(a.now.status) - statusOrder.indexOf(b.now.status))
}

/** Which columns there is anything to show in, and the scales that the rows share. */
export type Shape = {
  hasTargets: boolean
  hasCounts: boolean
  hasShares: boolean
  highest: number
  extents: ReturnType<typeof slopeExtents>
}

/** Rows are compared, so their bars and slopes have one scale. */
export function shapeOf(rows: readonly DrawnBody[]): Shape {
  return {
    hasTargets: rows.some(({ target }) => target !== null),
    hasCounts: rows.some(({ numerator }) => numerator !== null),
    hasShares: rows.some(({ share }) => share !== null),
    highest: Math.max(
      0,
      ...rows.flatMap(({ value, target }) => [Number(value ?? 0), ...targetFigures(target)]),
    ),
    extents: slopeExtents(rows.map(({ slope }) => figuresIn(slope))),
  }
}

function figuresIn(series: readonly SeriesPoint[]): number[] {
  return series.flatMap(({ value }) => (value === null ? [] : [Number(value)]))
}

export type BodyWithPoints = ReturnType<typeof bodiesOf>[number]

/** Worst first, each with its quarters as points. */
export function bodiesOf({ breakdown }: IndicatorDetail) {
  if (breakdown === null) return []
  return worstFirst(breakdown.rows).map((body) => ({
    ...body,
    points: bodyPoints(body.series, breakdown.from),
  }))
}
