import type { SeriesPoint, WideForecastPoint } from '@accord/api-client'
import type { Measure } from '@accord/domain'
import { extentOf, scaleOf, tenth } from './scale.ts'
import { figuresOf } from './series-figures.ts'
import { type SeriesShape, seriesShape } from './series-shape.ts'

export const smallMultipleBox = { widthPixels: 216, heightPixels: 66 }
const marginPixels = 4
const paddingPixels = 9.7

export type SmallMultiple = SeriesShape & {
  fan: string | null
  forecastLine: string | null
  forecastEnd: { x: number; y: number } | null
}

type Input = { series: readonly SeriesPoint[]; forecast: readonly WideForecastPoint[]; measure: Measure }

/** Eight quarters, then the forecast to the year’s end with the range it should fall in 8 times out of 10. */
export function prepareSmallMultiple({ series, forecast, measure }: Input): SmallMultiple | null {
  const extent = extentOf(figuresOf(series, forecast))
  if (extent === null || series.every(({ value }) => value === null)) return null
  const { widthPixels, heightPixels } = smallMultipleBox
  const y = scaleOf({ ...extent, from: heightPixels - paddingPixels, to: paddingPixels })
  const slots = { left: marginPixels, pitch: (widthPixels - 2 * marginPixels) / series.length }
  const shape = seriesShape({ series, measure, slots, y })
  const ahead = forecast.flatMap((point) => {
    const index = series.findIndex(({ quarter }) => quarter === point.quarter)
    if (index === -1) return []
    return [{ point, x: tenth(slots.left + (index + 0.5) * slots.pitch) }]
  })
  const end = ahead.at(-1)
  const from = shape.last
  if (from === null || end === undefined)
    return { ...shape, fan: null, forecastLine: null, forecastEnd: null }
  const at = (x: number, figure: string) => `${x} ${tenth(y(Number(figure)))}`
  const upper = ahead.flatMap(({ x, point }) => (point.high80 === null ? [] : [at(x, point.high80)]))
  const lower = ahead.flatMap(({ x, point }) => (point.low80 === null ? [] : [at(x, point.low80)]))
  const start = `M${from.x} ${from.y}`
  return {
    ...shape,
    fan: upper.length === 0 ? null : `${start}L${[...upper, ...lower.reverse()].join('L')}Z`,
    forecastLine: `${start}L${ahead.map(({ x, point }) => at(x, point.value)).join('L')}`,
    forecastEnd: { x: end.x, y: tenth(y(Number(end.point.value))) },
  }
}
