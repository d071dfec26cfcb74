import type { SeriesPoint } from '@accord/api-client'
import type { Measure } from '@accord/domain'
import { type Extent, scaleOf } from './scale.ts'
import { figuresOf } from './series-figures.ts'
import { type SeriesShape, seriesShape } from './series-shape.ts'

export const bodyPanelBox = { widthPixels: 216, heightPixels: 66 }
const marginPixels = 4
const paddingPixels = 7

/** The scale that all panels share: every figure and every target of every body. */
export function panelExtent(bodies: readonly (readonly SeriesPoint[])[]): Extent | null {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const points of bodies) {
    for (const figure of figuresOf(points)) {
      if (figure < low) low = figure
      if (figure > high) high = figure
    }
  }
  return low > high ? null : { low, high }
}

/** Null where the body has no figure. */
export function prepareBodyPanel(
  series: readonly SeriesPoint[],
  { extent, measure }: { extent: Extent; measure: Measure },
): SeriesShape | null {
  if (series.every(({ value }) => value === null)) return null
  const { widthPixels, heightPixels } = bodyPanelBox
  const y = scaleOf({ ...extent, from: heightPixels - paddingPixels, to: paddingPixels })
  const slots = { left: marginPixels, pitch: (widthPixels - 2 * marginPixels) / series.length }
  return seriesShape({ series, measure, slots, y })
}
