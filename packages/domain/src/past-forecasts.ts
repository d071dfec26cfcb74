import type { ForecastInput, SeriesPoint } from './forecast.ts'
import { forecastYearEnd } from './forecast.ts'

/**
 * One forecast of the past and what happened. `madeAt` and `for`: quarter indexes; for the year end where `for`
 * is yearEndIndex(madeAt). `low` and `high`: the 80 % range. Figures are in the series’ own unit, unrounded.
 */
export type PastForecast = {
  madeAt: number
  for: number
  forecast: number
  low: number
  high: number
  actual: number
  inside: boolean
}

/** All that forecasting needs to know of an indicator. */
export type ForecastRule = Pick<ForecastInput, 'measure' | 'bounds'>

/**
 * How past forecasts compared with what happened (the domain notes, Forecast to year end): the method of today,
 * asked at every past quarter for each quarter left of its year, knowing only what was known then. `points`
 * ascend by quarter index; gaps are allowed, and a quarter without a figure is nobody’s outcome. In order of
 * the day they were made, then of the quarter they are for.
 *
 * These are not the forecasts that somebody once saw on a screen: a figure revised since counts as it is now.
 */
export function pastForecasts(points: readonly SeriesPoint[], rule: ForecastRule): PastForecast[] {
  const happened = new Map(points.map(({ index, value }) => [index, value]))
  return points.flatMap(({ index: madeAt }) => {
    // The decimals are those of a text that is not used here.
    const forecast = forecastYearEnd({ ...rule, points, quarterIndex: madeAt, decimals: 0 })
    if (forecast.kind !== 'forecast') return []
    return forecast.path.flatMap(({ index, value, low80, high80 }) => {
      const actual = happened.get(index)
      if (actual === undefined) return []
      const inside = isBetween(actual, low80, high80)
      return [{ madeAt, for: index, forecast: value, low: low80, high: high80, actual, inside }]
    })
  })
}

/** Ends included, and a last binary digit outside them: 0.7 + 0.1 is 0.7999999999999999. */
function isBetween(actual: number, low: number, high: number): boolean {
  const noise = 1e-9 * Math.max(Math.abs(low), Math.abs(high), Math.abs(actual))
  return actual >= low - noise && actual <= high + noise
}
