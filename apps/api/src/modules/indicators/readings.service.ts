import {
  chanceOfMeeting,
  chancePhrase,
  explainRating,
  type ForecastStep,
  forecastYearEnd,
  gapOf,
  gapPhrase,
  type Measure,
  type MissingReason,
  notRatedReasonOf,
  type Polarity,
  quarterFromIndex,
  quarterKey,
  type Rating,
  type RatingRule,
  rate,
  type TargetValue,
  type YearEndForecast,
  yearEndIndex,
} from '@accord/domain'

export type MeasurementState = 'provisional' | 'final' | 'revised'

/** [quarter index, value, state, missing reason, period] */
type PointRow = [number, string | null, MeasurementState | null, MissingReason | null, string | null]

/** [start year, quarter number or null for the year, value, low, high] */
type TargetRow = [number, number | null, string | null, string | null, string | null]

/** Figures that are final and need no more said, as two lists in step; every other one whole. */
export type PointRows = { quarters: number[] | null; values: string[] | null; others: PointRow[] | null }

/** Quarters’ single targets, as two lists in step; those of a year and ranges whole. */
export type TargetRows = { quarters: number[] | null; values: string[] | null; others: TargetRow[] | null }

/** An indicator’s place in a framework with a series to read, as the statements select it. */
export type SeriesRow = {
  unit: string
  decimals: number
  polarity: Polarity
  measure: Measure
  toleranceKind: 'relative' | 'absolute'
  greenTolerance: string
  amberTolerance: string
  isDataOnly: boolean
  points: PointRows
  targets: TargetRows
}

export type Point = {
  value: string | null
  state: MeasurementState | null
  missing: MissingReason | null
  period: string | null
}

export type Series = {
  row: SeriesRow
  rule: RatingRule
  /** The figures there are, in order, as a forecast reads them. */
  numbers: readonly { index: number; value: number }[]
  /** What has been rated already: several parts of a dashboard ask for the same quarter. */
  rated: Map<number, Rating>
  pointAt: (index: number) => Point | undefined
  targetAt: (index: number) => TargetValue | null
  yearTargetAt: (index: number) => TargetValue | null
}

/** The columns of SeriesRow but its points and targets, from `i` (indicator) and `fi` (its place). */
export const SERIES_COLUMNS = `
  i.unit, i.decimals, i.polarity, i.measure, i.tolerance_kind AS "toleranceKind",
  trim_scale(i.green_tolerance)::text AS "greenTolerance", trim_scale(i.amber_tolerance)::text AS "amberTolerance",
  fi.is_data_only AS "isDataOnly"`

const POINT = `json_build_array(m.quarter_index, trim_scale(m.value)::text, m.state, m.missing_reason, m.period_label)`
const IS_PLAIN_POINT = `m.state = 'final' AND m.period_label IS NULL`

const TARGET = `json_build_array(t.start_year, t.quarter_number, trim_scale(t.value)::text,
  trim_scale(t.range_low)::text, trim_scale(t.range_high)::text)`
const IS_PLAIN_TARGET = `t.quarter_number IS NOT NULL AND t.value IS NOT NULL`

/**
 * The points of `m` (measurement) and the targets of `t` (target), as PointRows and TargetRows. Nearly all
 * are plain: an array for each figure costs twice as long to write and to read as two lists.
 */
export const POINTS = `json_build_object(
  'quarters', array_agg(m.quarter_index) FILTER (WHERE ${IS_PLAIN_POINT}),
  'values', array_agg(trim_scale(m.value)::text) FILTER (WHERE ${IS_PLAIN_POINT}),
  'others', json_agg(${POINT}) FILTER (WHERE (${IS_PLAIN_POINT}) IS NOT TRUE))`

export const TARGETS = `json_build_object(
  'quarters', array_agg(t.start_year * 4 + t.quarter_number - 1) FILTER (WHERE ${IS_PLAIN_TARGET}),
  'values', array_agg(trim_scale(t.value)::text) FILTER (WHERE ${IS_PLAIN_TARGET}),
  'others', json_agg(${TARGET}) FILTER (WHERE NOT (${IS_PLAIN_TARGET})))`

/** A forecast looks at no more than this many quarters, so a dashboard reads no more. */
export const QUARTERS_READ = 16

function toTargetValue([, , value, low, high]: TargetRow): TargetValue | null {
  if (value !== null) return { value }
  return low !== null && high !== null ? { low, high } : null
}

type Points = { first: number; points: (Point | undefined)[] }

/** Side by side from the first quarter there is: a dashboard looks up thousands. */
function toPoints({ quarters, values, others }: PointRows): Points {
  const first = Math.min(...(quarters ?? []), ...(others ?? []).map(([index]) => index))
  const points: (Point | undefined)[] = []
  const put = (index: number, point: Point) => {
    while (points.length <= index - first) points.push(undefined)
    points[index - first] = point
  }
  quarters?.forEach((index, place) => {
    put(index, { value: values?.[place] ?? null, state: 'final', missing: null, period: null })
  })
  for (const [index, value, state, missing, period] of others ?? []) {
    put(index, { value, state, missing, period })
  }
  return { first, points }
}

type Targets = { byQuarter: Map<number, TargetValue | null>; byYear: Map<number, TargetValue | null> }

function toTargets({ quarters, values, others }: TargetRows): Targets {
  const byQuarter = new Map<number, TargetValue | null>()
  const byYear = new Map<number, TargetValue | null>()
  quarters?.forEach((index, place) => {
    const value = values?.[place]
    if (value !== undefined) byQuarter.set(index, { value })
  })
  for (const target of others ?? []) {
    const [startYear, number] = target
    if (number === null) byYear.set(startYear, toTargetValue(target))
    else byQuarter.set(startYear * 4 + number - 1, toTargetValue(target))
  }
  return { byQuarter, byYear }
}

export function toSeries(row: SeriesRow): Series {
  const { first, points } = toPoints(row.points)
  const { byQuarter, byYear } = toTargets(row.targets)
  const targetAt = (index: number) => byQuarter.get(index) ?? null
  return {
    row,
    rule: {
      polarity: row.polarity,
      tolerance: { kind: row.toleranceKind, green: row.greenTolerance, amber: row.amberTolerance },
      format: { unit: row.unit, decimals: row.decimals },
    },
    numbers: points.flatMap((point, place) =>
      point === undefined || point.value === null
        ? []
        : [{ index: first + place, value: Number(point.value) }],
    ),
    rated: new Map(),
    pointAt: (index) => (index < first ? undefined : points[index - first]),
    targetAt,
    yearTargetAt: (index) => byYear.get(quarterFromIndex(index).startYear) ?? targetAt(yearEndIndex(index)),
  }
}

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
  const known = series.rated.get(index)
  if (known !== undefined) return known
  const rating = rate(inputAt(series, index))
  series.rated.set(index, rating)
  return rating
}

type RatedAgainst = {
  rating: Rating
  actual: string | null
  target: TargetValue | null
  rule: RatingRule
  why: string
}

export function toWireRating({ rating, actual, target, rule, why }: RatedAgainst) {
  const isRated = rating.status !== 'not_rated' && actual !== null && target !== null
  return {
    status: rating.status,
    reason: notRatedReasonOf(rating),
    gap: isRated ? gapPhrase({ actual, target, rule }) : null,
    why,
  }
}

export function wireRatingAt(series: Series, index: number) {
  const input = inputAt(series, index)
  return toWireRating({ ...input, rating: ratingAt(series, index), why: explainRating(input) })
}

/** The signed gap as a share of the target, worse below zero; null where there is none to compare. */
export function gapShareAt(series: Series, index: number): number | null {
  const { actual, target, rule } = inputAt(series, index)
  return actual === null || target === null ? null : gapOf({ actual, target, rule }).share
}

export function forecastAt({ row, numbers }: Series, quarterIndex: number): YearEndForecast {
  return forecastYearEnd({
    measure: row.measure,
    points: numbers,
    quarterIndex,
    decimals: row.decimals,
    ...(row.unit === '%' ? { bounds: { min: 0, max: 100 } } : {}),
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
  gapShare: number | null
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
    gapShare: canCompare ? gapOf({ actual: value, target, rule: series.rule }).share : null,
  }
}

const METHOD_OF_OUTCOME = 'The year is over: this is the figure it ended with.'

export function toWireYearEnd(series: Series, { forecast, rating, value, target, chance }: YearEndReading) {
  const { rule, row } = series
  const why =
    forecast.kind === 'none'
      ? forecast.sentence
      : explainRating({ actual: value, target, rule, dataOnly: row.isDataOnly })
  return {
    ...toWireRating({ rating, actual: value, target, rule, why }),
    value,
    target,
    chance: chance === null ? null : chancePhrase(chance),
    method:
      forecast.kind === 'forecast'
        ? forecast.method
        : forecast.kind === 'outcome'
          ? METHOD_OF_OUTCOME
          : forecast.sentence,
  }
}

/** One more decimal than the indicator shows: enough to draw by. */
function toForecastPoint(step: ForecastStep, decimals: number) {
  const text = (value: number) => value.toFixed(Math.min(decimals + 1, 6))
  return {
    quarter: keyOf(step.index),
    value: text(step.value),
    low80: text(step.low80),
    high80: text(step.high80),
    low50: text(step.low50),
    high50: text(step.high50),
  }
}

export function toWireForecast({ row }: Series, forecast: YearEndForecast) {
  return forecast.kind === 'forecast' ? forecast.path.map((step) => toForecastPoint(step, row.decimals)) : []
}

const keys = new Map<number, string>()

/** Written once: a dashboard names the same dozen quarters for every indicator. */
function keyOf(index: number): string {
  const known = keys.get(index)
  if (known !== undefined) return known
  const key = quarterKey(index)
  keys.set(index, key)
  return key
}

/** Every quarter of the span has its place: a gap is a point without a value. */
export function toWireSeries(series: Series, { from, to }: { from: number; to: number }) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => {
    const index = from + offset
    const point = series.pointAt(index)
    return {
      quarter: keyOf(index),
      value: point?.value ?? null,
      state: point?.state ?? null,
      period: point?.period ?? null,
      target: series.targetAt(index),
    }
  })
}
