import {
  type Measure,
  type MissingReason,
  type Polarity,
  quarterFromIndex,
  type Rating,
  type RatingRule,
  type TargetValue,
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
  rated: { index: number; rating: Rating }[]
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

/** Side by side from the first quarter there is: a dashboard looks up thousands. */
type ByQuarter<T> = { first: number; places: (T | undefined)[] }

/** Room for every quarter from the first to the last of those named. */
function roomFor<T>(quarters: readonly number[], others: readonly number[]): ByQuarter<T> {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const named of [quarters, others]) {
    for (const index of named) {
      if (index < first) first = index
      if (index > last) last = index
    }
  }
  return { first, places: first > last ? [] : new Array<T | undefined>(last - first + 1).fill(undefined) }
}

function put<T>({ first, places }: ByQuarter<T>, index: number, thing: T): void {
  places[index - first] = thing
}

const NONE: never[] = []

function toPoints({ quarters, values, others }: PointRows): ByQuarter<Point> {
  const plain = quarters ?? NONE
  const whole = others ?? NONE
  const points = roomFor<Point>(
    plain,
    whole.map(([index]) => index),
  )
  for (let place = 0; place < plain.length; place++) {
    const value = values?.[place] ?? null
    put(points, plain[place] ?? 0, { value, state: 'final', missing: null, period: null })
  }
  for (const [index, value, state, missing, period] of whole) {
    put(points, index, { value, state, missing, period })
  }
  return points
}

type Targets = { byQuarter: ByQuarter<TargetValue | null>; byYear: Map<number, TargetValue | null> | null }

const quarterOf = ([startYear, number]: TargetRow) => startYear * 4 + (number ?? 1) - 1

function toTargets({ quarters, values, others }: TargetRows): Targets {
  const plain = quarters ?? NONE
  const whole = others ?? NONE
  const byQuarter: Targets['byQuarter'] = roomFor(plain, whole.map(quarterOf))
  let byYear: Targets['byYear'] = null
  for (let place = 0; place < plain.length; place++) {
    const value = values?.[place]
    if (value !== undefined) put(byQuarter, plain[place] ?? 0, { value })
  }
  for (const target of whole) {
    if (target[1] !== null) put(byQuarter, quarterOf(target), toTargetValue(target))
    else {
      byYear ??= new Map()
      byYear.set(target[0], toTargetValue(target))
    }
  }
  return { byQuarter, byYear }
}

function numbersOf({ first, places }: ByQuarter<Point>): Series['numbers'] {
  const numbers: { index: number; value: number }[] = []
  for (let place = 0; place < places.length; place++) {
    const value = places[place]?.value ?? null
    if (value !== null) numbers.push({ index: first + place, value: Number(value) })
  }
  return numbers
}

export function toSeries(row: SeriesRow): Series {
  const points = toPoints(row.points)
  const { byQuarter, byYear } = toTargets(row.targets)
  const targetAt = (index: number) =>
    index < byQuarter.first ? null : (byQuarter.places[index - byQuarter.first] ?? null)
  return {
    row,
    rule: {
      polarity: row.polarity,
      tolerance: { kind: row.toleranceKind, green: row.greenTolerance, amber: row.amberTolerance },
      format: { unit: row.unit, decimals: row.decimals },
    },
    numbers: numbersOf(points),
    rated: [],
    pointAt: (index) => (index < points.first ? undefined : points.places[index - points.first]),
    targetAt,
    yearTargetAt: (index) => byYear?.get(quarterFromIndex(index).startYear) ?? targetAt(yearEndIndex(index)),
  }
}
