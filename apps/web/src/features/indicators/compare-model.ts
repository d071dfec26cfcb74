import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import { parseQuarterKey, quarterKey, quarterLabel, rate, type Status } from '@accord/domain'
import { type LongSeries, prepareLongSeries } from '#charts/prepare/long-series.ts'

/** Four years: enough to see a direction, and few enough to draw small. */
const quartersCompared = 16
const ticksOfEach = 4

/** The quarters that every chart of the page shows: from the first with a figure, up to the one that was asked for. */
export function spanOf(indicators: readonly IndicatorDetail[]): { from: number; to: number } | null {
  const ends = indicators.flatMap(({ quarter }) => parseQuarterKey(quarter.key) ?? [])
  if (ends.length === 0) return null
  const to = Math.max(...ends)
  const figures = indicators.flatMap(({ series }) =>
    series.flatMap(({ quarter, value }) => (value === null ? [] : (parseQuarterKey(quarter) ?? []))),
  )
  return { from: Math.max(to - quartersCompared + 1, Math.min(to, ...figures)), to }
}

export function spanWords({ from, to }: { from: number; to: number }): string {
  return `${quarterLabel(from)} to ${quarterLabel(to).toLowerCase()}`
}

function pointsIn(series: readonly SeriesPoint[], { from, to }: { from: number; to: number }): SeriesPoint[] {
  const byQuarter = new Map(series.map((point) => [point.quarter, point]))
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const quarter = quarterKey(from + place)
    return byQuarter.get(quarter) ?? { quarter, value: null, state: null, period: null, target: null }
  })
}

/** One indicator drawn on its own scale over the quarters of all; null where it has no figure in them. */
export function comparedSeries(
  indicator: IndicatorDetail,
  span: { from: number; to: number },
): LongSeries | null {
  const { title, series, forecast, measure, polarity, tolerance } = indicator
  return prepareLongSeries({
    ...{ title, measure, format: indicator, mostTicks: ticksOfEach },
    series: pointsIn(series, span),
    forecast: forecast.filter(({ quarter }) => (parseQuarterKey(quarter) ?? 0) > span.to),
    statusOf: ({ value, target }): Status | null =>
      value === null
        ? null
        : rate({ actual: value, target, rule: { polarity, tolerance, format: indicator } }).status,
  })
}
