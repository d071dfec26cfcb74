import type { SeriesPoint } from '@accord/api-client'
import type { Measure } from '@accord/domain'
import { extentOf, scaleOf } from './scale.ts'
import { figuresOf } from './series-figures.ts'
import { type SeriesShape, seriesShape } from './series-shape.ts'

export type SparklineInput = {
  series: readonly SeriesPoint[]
  measure: Measure
  widthPixels: number
  heightPixels: number
  /** Shared between rows that are compared by slope; else each is drawn to its own scale. */
  extent?: { low: number; high: number } | null
  withTarget?: boolean
}

/** Null where there is nothing to draw: never an empty axis. */
export function prepareSparkline(input: SparklineInput): SeriesShape | null {
  const { series, measure, widthPixels, heightPixels, withTarget = true } = input
  const drawn = withTarget ? series : series.map((point) => ({ ...point, target: null }))
  const extent = input.extent ?? extentOf(figuresOf(drawn))
  if (extent === null || drawn.every(({ value }) => value === null)) return null
  const marginPixels = 4
  const y = scaleOf({ ...extent, from: heightPixels - 7, to: 7 })
  const slots = { left: marginPixels, pitch: (widthPixels - 2 * marginPixels) / drawn.length }
  return seriesShape({ series: drawn, measure, slots, y })
}
