import type { SeriesPoint } from './forecast.ts'
import type { ForecastRule, PastForecast } from './past-forecasts.ts'
import { pastForecasts } from './past-forecasts.ts'

/** Forecasts that reached one number of quarters ahead. `inside`: how many the 80 % range held. */
export type HorizonTally = { ahead: number; forecasts: number; inside: number }

/**
 * Forecasts held against what happened. `series`: those with a forecast at all; `origins`: the days on which
 * one was made. Errors are in the series’ own unit, over the `compared` forecasts that have a naive one beside
 * them; null where there is none.
 */
export type BackTest = {
  series: number
  origins: number
  forecasts: number
  inside: number
  compared: number
  meanAbsoluteError: number | null
  naiveMeanAbsoluteError: number | null
  byHorizon: HorizonTally[]
}

/**
 * Tests the forecasts of series that share a unit against what happened: from every
 * quarter with enough figures, for each quarter left of its year.
 *
 * The naive forecast they must be worth more than: the last figure carried on; for a cumulative measure, which
 * restarts each April, the same quarter’s figure of last year. `points` ascend by quarter index; gaps allowed.
 */
export function backTest(series: readonly (readonly SeriesPoint[])[], rule: ForecastRule): BackTest {
  const tested = series.map((points) => ({ points, past: pastForecasts(points, rule) }))
  const all = tested.flatMap(({ past }) => past)
  const errors = tested.flatMap(({ points, past }) => errorsOf({ points, past, rule }))
  return {
    series: tested.filter(({ past }) => past.length > 0).length,
    origins: tested.reduce((sum, { past }) => sum + new Set(past.map(({ madeAt }) => madeAt)).size, 0),
    forecasts: all.length,
    inside: countInside(all),
    compared: errors.length,
    meanAbsoluteError: meanOf(errors.map(({ own }) => own)),
    naiveMeanAbsoluteError: meanOf(errors.map(({ naive }) => naive)),
    byHorizon: byHorizon(all),
  }
}

/** The share of outcomes that the 80 % range held, 0 to 1; null without a forecast. */
export function coverageOf({ forecasts, inside }: Pick<BackTest, 'forecasts' | 'inside'>): number | null {
  return forecasts === 0 ? null : inside / forecasts
}

function countInside(past: readonly PastForecast[]): number {
  return past.filter(({ inside }) => inside).length
}

function byHorizon(past: readonly PastForecast[]): HorizonTally[] {
  const horizons = [...new Set(past.map(aheadOf))].toSorted((a, b) => a - b)
  return horizons.map((ahead) => {
    const own = past.filter((each) => aheadOf(each) === ahead)
    return { ahead, forecasts: own.length, inside: countInside(own) }
  })
}

function aheadOf({ madeAt, for: quarter }: PastForecast): number {
  return quarter - madeAt
}

function errorsOf({
  points,
  past,
  rule,
}: {
  points: readonly SeriesPoint[]
  past: readonly PastForecast[]
  rule: ForecastRule
}): { own: number; naive: number }[] {
  const values = new Map(points.map(({ index, value }) => [index, value]))
  return past.flatMap(({ madeAt, for: quarter, forecast, actual }) => {
    const naive = values.get(rule.measure === 'cumulative' ? quarter - 4 : madeAt)
    if (naive === undefined) return []
    return [{ own: Math.abs(forecast - actual), naive: Math.abs(naive - actual) }]
  })
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
