import { countOf } from './figures.ts'
import { standardErrors } from './forecast-errors.ts'
import type { ForecastModel, SeriesPoint } from './forecast-models.ts'
import { modelFor } from './forecast-models.ts'
import type { Measure } from './indicator-rule.ts'
import { yearEndIndex } from './quarters.ts'

export type { SeriesPoint } from './forecast-models.ts'

/** `value` is a decimal text rounded to the indicator’s places; `path` is for drawing, unrounded. */
export type YearEndForecast =
  | {
      kind: 'forecast'
      value: string
      median: number
      standardError: number
      path: ForecastStep[]
      method: string
      errors: number
    }
  | { kind: 'outcome'; value: string }
  | { kind: 'none'; reason: NoForecastReason; sentence: string }

export type ForecastStep = {
  index: number
  value: number
  low80: number
  high80: number
  low50: number
  high50: number
}

export type NoForecastReason = 'too_few_points' | 'not_forecast' | 'no_current_value'

export type ForecastBounds = { min?: number; max?: number }

export type ForecastInput = {
  measure: Measure
  /** Ascending by quarter index; gaps allowed. Points after the quarter are not looked at. */
  points: readonly SeriesPoint[]
  quarterIndex: number
  decimals: number
  bounds?: ForecastBounds
}

/** Below this no forecast is made, and the screen says so (the domain notes, Forecast to year end). */
export const pointsForForecast = 4

const quartersLookedAt = 16
// Standard normal quantiles: the half-widths of the middle 80 % and 50 % in standard errors.
const quantile80 = 1.2816
const quantile50 = 0.6745

/**
 * Where the indicator will end the year, with an 80 % and a 50 % range (the domain notes, Forecast to year
 * end). Cumulative: last year’s profile where there is one, else a straight line. Snapshot, rolling year and
 * discrete quarter: last value with drift over eight quarters; for a discrete quarter the forecast is of the
 * Q4 figure. Annual and biennial are not forecast. At Q4 the year is over and its figure is the outcome.
 */
export function forecastYearEnd(input: ForecastInput): YearEndForecast {
  const { measure, quarterIndex, decimals } = input
  const yearEnd = yearEndIndex(quarterIndex)
  const points = pointsInView(input.points, quarterIndex)
  const current = points.at(-1)
  const isReported = current !== undefined && current.index === quarterIndex
  if (isReported && quarterIndex === yearEnd)
    return { kind: 'outcome', value: textOf(current.value, decimals) }
  if (measure === 'annual' || measure === 'biennial') return none('not_forecast', notForecast[measure])
  if (!isReported)
    return none('no_current_value', 'No forecast: no figure has been reported for this quarter.')
  if (points.length < pointsForForecast) {
    return none('too_few_points', `Too few quarters to forecast: ${points.length} of ${pointsForForecast}.`)
  }
  return forecastFrom({ points, yearEnd, model: modelFor(measure, points), input })
}

const notForecast = {
  annual: 'Not forecast: measured once a year.',
  biennial: 'Not forecast: measured every two years.',
}

const nothingToDriftFrom = 'Too few quarters to forecast: none of the eight before this one has a figure.'

function none(reason: NoForecastReason, sentence: string): YearEndForecast {
  return { kind: 'none', reason, sentence }
}

function pointsInView(points: readonly SeriesPoint[], quarterIndex: number): readonly SeriesPoint[] {
  const isInView = ({ index }: SeriesPoint) =>
    index <= quarterIndex && index > quarterIndex - quartersLookedAt
  const [first] = points
  const last = points.at(-1)
  // They ascend: where both ends are in view, all are.
  if (first !== undefined && last !== undefined && isInView(first) && isInView(last)) return points
  return points.filter(isInView)
}

type Forecasting = {
  points: readonly SeriesPoint[]
  yearEnd: number
  model: ForecastModel
  input: ForecastInput
}

function forecastFrom({ points, yearEnd, model, input }: Forecasting): YearEndForecast {
  const medians: number[] = []
  for (let ahead = 1; ahead <= yearEnd - input.quarterIndex; ahead++) {
    const median = model.predict({ points, origin: points.length - 1, ahead })
    if (median === null) return none('too_few_points', nothingToDriftFrom)
    medians.push(median)
  }
  const spread = standardErrors({ points, model, medians })
  const path = medians.map((median, step) =>
    stepOf({
      index: input.quarterIndex + step + 1,
      median,
      error: spread.errors[step] ?? 0,
      bounds: input.bounds,
    }),
  )
  const median = medians.at(-1) ?? 0
  const last = path.at(-1) ?? stepOf({ index: yearEnd, median, error: 0, bounds: input.bounds })
  return {
    kind: 'forecast',
    value: textOf(last.value, input.decimals),
    median,
    standardError: spread.errors.at(-1) ?? 0,
    path,
    method: `${model.method(points)}; ${rangesFrom(spread.replayed)}.`,
    errors: spread.replayed,
  }
}

function rangesFrom(replayed: number): string {
  if (replayed === 0) return 'ranges from the size of its quarterly changes'
  return `ranges from this series’ own past errors, ${countOf(replayed, 'forecast')}`
}

function stepOf({
  index,
  median,
  error,
  bounds,
}: {
  index: number
  median: number
  error: number
  bounds: ForecastBounds | undefined
}): ForecastStep {
  const within = (value: number) =>
    Math.min(
      Math.max(value, bounds?.min ?? Number.NEGATIVE_INFINITY),
      bounds?.max ?? Number.POSITIVE_INFINITY,
    )
  return {
    index,
    value: within(median),
    low80: within(median - quantile80 * error),
    high80: within(median + quantile80 * error),
    low50: within(median - quantile50 * error),
    high50: within(median + quantile50 * error),
  }
}

/** Decimal text, halves away from zero as figures are rounded everywhere else. */
function textOf(value: number, decimals: number): string {
  const rough = Math.abs(value) * 10 ** decimals
  // Far from a half, and small enough to be exact, there is nothing to decide.
  if (rough < 1e9 && Math.abs(rough - Math.floor(rough) - 0.5) > 1e-4) {
    const text = (Math.round(rough) / 10 ** decimals).toFixed(decimals)
    return value < 0 && rough >= 0.5 ? `-${text}` : text
  }
  // Fifteen digits are all a binary number holds, and hide 0.30000000000000004.
  const clean = Number(Math.abs(value).toPrecision(15))
  const scaled = Math.round(Number((clean * 10 ** decimals).toPrecision(15)))
  const text = (scaled / 10 ** decimals).toFixed(decimals)
  return value < 0 && scaled !== 0 ? `-${text}` : text
}
