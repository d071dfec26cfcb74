import {
  chanceOfMeeting,
  chancePhrase,
  explainRating,
  type ForecastRule,
  forecastYearEnd,
  type Gap,
  gapOf,
  notRatedReasonOf,
  phraseOfGap,
  type Rating,
  type RatingRule,
  rate,
  type TargetValue,
  type YearEndForecast,
} from '@accord/domain'
import type { Series } from './series.service.ts'

function inputAt({ row, rule, pointAt, targetAt }: Series, index: number) {
  const point = pointAt(index)
  return {
    actual: point?.value ?? null,
    missing: point?.missing ?? null,
    target: targetAt(index),
    rule,
    dataOnly: row.isDataOnly,
  }
}

export function ratingAt(series: Series, index: number): Rating {
  for (const known of series.rated) if (known.index === index) return known.rating
  const rating = rate(inputAt(series, index))
  series.rated.push({ index, rating })
  return rating
}

/** The figure held against its target; null where there is not both. */
export function gapAt(series: Series, index: number): Gap | null {
  const { actual, target, rule } = inputAt(series, index)
  return actual === null || target === null ? null : gapOf({ actual, target, rule })
}

type Judged = { rating: Rating; gap: Gap | null; target: TargetValue | null; rule: RatingRule }

/** A rating without its explanation, which follows from the figures sent beside it. */
export function toBareRating({ rating, gap, target, rule }: Judged) {
  const isRated = rating.status !== 'not_rated' && gap !== null && target !== null
  return {
    status: rating.status,
    reason: notRatedReasonOf(rating),
    gap: isRated ? phraseOfGap(gap, { target, rule }) : null,
  }
}

export function wireRatingAt(series: Series, index: number) {
  const input = inputAt(series, index)
  return {
    ...toBareRating({ ...input, rating: ratingAt(series, index), gap: gapAt(series, index) }),
    why: explainRating(input),
  }
}

const PERCENTAGES = { min: 0, max: 100 }

/** What forecasting needs to know of an indicator. */
export function forecastRuleOf({ row }: Series): ForecastRule {
  return { measure: row.measure, ...(row.unit === '%' ? { bounds: PERCENTAGES } : {}) }
}

export function forecastAt(series: Series, quarterIndex: number): YearEndForecast {
  const { row, numbers } = series
  return forecastYearEnd({
    ...forecastRuleOf(series),
    points: numbers,
    quarterIndex,
    decimals: row.decimals,
  })
}

const numberOf = (target: TargetValue) =>
  'value' in target ? Number(target.value) : { low: Number(target.low), high: Number(target.high) }

export type YearEndReading = {
  forecast: YearEndForecast
  rating: Rating
  value: string | null
  target: TargetValue | null
  chance: number | null
  gap: Gap | null
}

/** The forecast against the year’s target: the second status, never merged with the first. */
export function yearEndAt(series: Series, index: number): YearEndReading {
  const forecast = forecastAt(series, index)
  const target = series.yearTargetAt(index)
  const value = forecast.kind === 'none' ? null : forecast.value
  const rating = rate({
    actual: value,
    missing: series.pointAt(index)?.missing ?? null,
    target,
    rule: series.rule,
    dataOnly: series.row.isDataOnly,
  })
  const canCompare = value !== null && target !== null
  return {
    forecast,
    rating,
    value,
    target,
    chance:
      target === null
        ? null
        : chanceOfMeeting({ forecast, target: numberOf(target), polarity: series.row.polarity }),
    gap: canCompare ? gapOf({ actual: value, target, rule: series.rule }) : null,
  }
}

const METHOD_OF_OUTCOME = 'The year is over: this is the figure it ended with.'

function methodOf(forecast: YearEndForecast): string {
  if (forecast.kind === 'forecast') return forecast.method
  return forecast.kind === 'outcome' ? METHOD_OF_OUTCOME : forecast.sentence
}

export function toBareYearEnd(
  { rule }: Series,
  { forecast, rating, gap, value, target, chance }: YearEndReading,
) {
  const { status, reason, gap: phrase } = toBareRating({ rating, gap, target, rule })
  return {
    status,
    reason,
    gap: phrase,
    value,
    target,
    chance: chance === null ? null : chancePhrase(chance),
    noForecast: forecast.kind === 'none' ? forecast.sentence : null,
  }
}

export function toWireYearEnd(series: Series, yearEnd: YearEndReading) {
  const { forecast, value, target } = yearEnd
  const { rule, row } = series
  const why =
    forecast.kind === 'none'
      ? forecast.sentence
      : explainRating({ actual: value, target, rule, dataOnly: row.isDataOnly })
  const { noForecast: _, ...bare } = toBareYearEnd(series, yearEnd)
  return { ...bare, method: methodOf(forecast), why }
}
