import type { ForecastPoint, IndicatorDetail, SeriesPoint } from '@accord/api-client'
import {
  type FigureFormat,
  financialYearLabel,
  formatFigure,
  type Measure,
  parseQuarterKey,
  quarterFromIndex,
  type Status,
  yearEndIndex,
} from '@accord/domain'
import { type AxisTicks, axisTicks, stepDecimals } from './axis-ticks.ts'
import type { LongPoint } from './long-point.ts'
import { longSummary } from './long-summary.ts'
import { type Pin, pinsOf } from './pins.ts'
import { figuresOf, targetFigures } from './series-figures.ts'
import { isYearly, startsYear } from './series-shape.ts'
import { formatTarget } from './summaries.ts'
import { type TargetStep, targetSteps } from './target-steps.ts'

export type LeadForecast = { index: number; value: number; shown: string }

export type YearSpan = { label: string; from: number; to: number }

export type LongSeries = {
  points: LongPoint[]
  runCount: number
  axis: AxisTicks
  tickLabels: string[]
  years: YearSpan[]
  steps: TargetStep[]
  last: LongPoint | null
  end: LongPoint | null
  /** What the lead expects at the end of the year, beside what is computed. */
  lead: LeadForecast | null
  pins: Pin[]
  isYearly: boolean
  summary: string
  scaleNote: string | null
}

export type LongSeriesInput = {
  title: string
  series: readonly SeriesPoint[]
  forecast: readonly ForecastPoint[]
  leadForecast?: { quarter: string; value: string } | null
  events?: IndicatorDetail['events']
  measure: Measure
  format: FigureFormat
  /** The rating of a figure against the target of its own quarter. */
  statusOf: (point: SeriesPoint) => Status | null
  mostTicks: number
}

/** The one model that the chart and its table are both made from, so that they cannot differ. */
export function prepareLongSeries(input: LongSeriesInput): LongSeries | null {
  const { series, forecast, measure, format } = input
  if (series.every(({ value }) => value === null)) return null
  const points = pointsOf(input)
  const lead = leadOf(input)
  const axis = axisTicks({
    figures: [...figuresOf(series, forecast), ...(lead === null ? [] : [lead.value])],
    fromZero: measure === 'cumulative',
    most: input.mostTicks,
    ...(format.unit === '%' ? { ceiling: 100 } : {}),
  })
  const last = points.findLast(({ value }) => value !== null) ?? null
  const end = points.findLast((point) => point.forecast !== null) ?? null
  joinForecast(points, { last, measure })
  return {
    points,
    runCount: Math.max(0, ...points.map(({ run }) => (run ?? -1) + 1)),
    axis,
    tickLabels: tickLabels(axis, format),
    years: yearsOf(points),
    steps: [0, 1].flatMap((side) => targetSteps(points, { side, measure, format })),
    last,
    end,
    lead,
    pins: pinsOf(input.events ?? [], points),
    isYearly: isYearly(measure),
    summary: longSummary({ title: input.title, points, last, end, lead, format }),
    scaleNote: scaleNoteOf(axis, format),
  }
}

function pointsOf({ series, forecast, measure, format, statusOf }: LongSeriesInput): LongPoint[] {
  const ahead = new Map(forecast.map((point) => [point.quarter, point]))
  let run = -1
  let isBroken = true
  return series.flatMap((point) => {
    const index = parseQuarterKey(point.quarter)
    if (index === null) return []
    if (measure === 'cumulative' && startsYear(point.quarter)) isBroken = true
    if (point.value === null) isBroken = isBroken || !isYearly(measure)
    else if (isBroken) {
      run += 1
      isBroken = false
    }
    const expected = ahead.get(point.quarter)
    return [
      {
        index,
        quarterNumber: quarterFromIndex(index).number,
        run: point.value === null ? null : run,
        value: point.value === null ? null : Number(point.value),
        shown: point.value === null ? null : formatFigure(point.value, format),
        state: point.state,
        period: point.period,
        targets: targetFigures(point.target),
        targetShown: point.target === null ? null : formatTarget(point.target, format),
        status: statusOf(point),
        forecast: expected === undefined ? null : Number(expected.value),
        forecastShown: expected === undefined ? null : formatFigure(expected.value, format),
        range50: rangeOf(expected?.low50, expected?.high50),
        range80: rangeOf(expected?.low80, expected?.high80),
      },
    ]
  })
}

function rangeOf(low: string | null | undefined, high: string | null | undefined): [number, number] | null {
  return low === null || low === undefined || high === null || high === undefined
    ? null
    : [Number(low), Number(high)]
}

/** At the end of the year that its quarter is in. */
function leadOf({ leadForecast, format }: LongSeriesInput): LeadForecast | null {
  const index = leadForecast ? parseQuarterKey(leadForecast.quarter) : null
  if (!leadForecast || index === null) return null
  const { value } = leadForecast
  return { index: yearEndIndex(index), value: Number(value), shown: formatFigure(value, format) }
}

/** The forecast begins at the last figure, except where a new year has begun from nought since. */
function joinForecast(
  points: LongPoint[],
  { last, measure }: { last: LongPoint | null; measure: Measure },
): void {
  const first = points.find(({ forecast }) => forecast !== null)
  if (last === null || last.value === null || first === undefined) return
  const crossesYear = measure === 'cumulative' && Math.floor(first.index / 4) !== Math.floor(last.index / 4)
  if (crossesYear || last.index >= first.index) return
  last.forecast = last.value
  last.range50 = [last.value, last.value]
  last.range80 = [last.value, last.value]
}

/** The financial years that quarters in order lie in. */
export function yearsOf(points: readonly { index: number }[]): YearSpan[] {
  const years: YearSpan[] = []
  for (const { index } of points) {
    const label = financialYearLabel(quarterFromIndex(index).startYear)
    const current = years.at(-1)
    if (current?.label === label) current.to = index
    else years.push({ label, from: index, to: index })
  }
  return years
}

/** A scale that does not start at zero is named. */
export function scaleNoteOf(axis: AxisTicks, format: FigureFormat): string | null {
  return axis.low === 0 ? null : `The scale starts at ${withPercent(axis.low, axis, format)}, not zero.`
}

function withPercent(tick: number, { step }: AxisTicks, { unit }: FigureFormat): string {
  return formatFigure(String(tick), { unit, decimals: stepDecimals(step) })
}

/** The unit once, on the highest tick. */
export function tickLabels(axis: AxisTicks, format: FigureFormat): string[] {
  return axis.ticks.map((tick, position) =>
    withPercent(tick, axis, position === axis.ticks.length - 1 ? format : { ...format, unit: 'number' }),
  )
}
