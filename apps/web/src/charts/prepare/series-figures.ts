import type { SeriesPoint, TargetValue, WideForecastPoint } from '@accord/api-client'

/** A target as figures: one, or the two ends of a range. */
export function targetFigures(target: TargetValue | null): number[] {
  if (target === null) return []
  return 'value' in target ? [Number(target.value)] : [Number(target.low), Number(target.high)]
}

/** Every figure a drawing of the series must have room for. */
export function figuresOf(
  series: readonly SeriesPoint[],
  forecast: readonly WideForecastPoint[] = [],
): number[] {
  const reported = series.flatMap(({ value, target }) => [
    ...(value === null ? [] : [Number(value)]),
    ...targetFigures(target),
  ])
  const expected = forecast.flatMap(({ value, low80, high80 }) =>
    [value, low80, high80].filter((figure) => figure !== null).map(Number),
  )
  return [...reported, ...expected]
}
