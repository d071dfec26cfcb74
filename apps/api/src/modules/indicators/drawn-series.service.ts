import { type ForecastStep, quarterKey, type TargetValue, type YearEndForecast } from '@accord/domain'
import type { MeasurementState, Point, Series } from './series.service.ts'

/** One more decimal than the indicator shows: enough to draw by. */
function toForecastPoint(step: ForecastStep, decimals: number) {
  const places = Math.min(decimals + 1, 6)
  return {
    quarter: keyOf(step.index),
    value: step.value.toFixed(places),
    low80: step.low80.toFixed(places),
    high80: step.high80.toFixed(places),
    low50: step.low50.toFixed(places),
    high50: step.high50.toFixed(places),
  }
}

export function toWireForecast({ row }: Series, forecast: YearEndForecast) {
  return forecast.kind === 'forecast' ? forecast.path.map((step) => toForecastPoint(step, row.decimals)) : []
}

/** As toWireForecast with the wider range alone, the only one a small chart draws. */
export function toWideForecast({ row }: Series, forecast: YearEndForecast) {
  if (forecast.kind !== 'forecast') return []
  const places = Math.min(row.decimals + 1, 6)
  return forecast.path.map(({ index, value, low80, high80 }) => ({
    quarter: keyOf(index),
    value: value.toFixed(places),
    low80: low80.toFixed(places),
    high80: high80.toFixed(places),
  }))
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
export function toWireSeries({ pointAt, targetAt }: Series, { from, to }: { from: number; to: number }) {
  const series: WirePoint[] = []
  for (let index = from; index <= to; index++) {
    const { value, state, period } = pointAt(index) ?? NOTHING
    series.push({ quarter: keyOf(index), value, state, period, target: targetAt(index) })
  }
  return series
}

function isSameTarget(a: TargetValue | null, b: TargetValue | null): boolean {
  if (a === null || b === null) return a === b
  if ('value' in a) return 'value' in b && a.value === b.value
  return !('value' in b) && a.low === b.low && a.high === b.high
}

/** As toSeriesColumns, with the target told where it changes: a body’s seldom does. */
export function toBodySeries(series: Series, span: { from: number; to: number }) {
  const { values, targets, notes } = toSeriesColumns(series, span)
  const steps: { place: number; target: TargetValue | null }[] = []
  targets.forEach((target, place) => {
    if (!isSameTarget(target, steps.at(-1)?.target ?? null)) steps.push({ place, target })
  })
  return { values, notes, steps }
}

/** As toWireSeries, in columns. */
export function toSeriesColumns({ pointAt, targetAt }: Series, { from, to }: { from: number; to: number }) {
  const values: (string | null)[] = []
  const targets: (TargetValue | null)[] = []
  const notes: { place: number; state: MeasurementState | null; period: string | null }[] = []
  for (let index = from; index <= to; index++) {
    const { value, state, period } = pointAt(index) ?? NOTHING
    values.push(value)
    targets.push(targetAt(index))
    const isPlain = period === null && (value === null || state === 'final')
    if (!isPlain) notes.push({ place: index - from, state, period })
  }
  return { from: keyOf(from), values, targets, notes }
}

const NOTHING: Point = { value: null, state: null, missing: null, period: null }

type WirePoint = Omit<Point, 'missing'> & { quarter: string; target: TargetValue | null }
