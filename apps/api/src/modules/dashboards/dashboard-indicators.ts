import { type Gap, type Rating, runOf, type Status, yearEndIndex } from '@accord/domain'
import type { z } from 'zod'
import { toSeriesColumns, toWideForecast } from '#modules/indicators/drawn-series.service.ts'
import {
  gapAt,
  ratingAt,
  toBareRating,
  toBareYearEnd,
  type YearEndReading,
  yearEndAt,
} from '#modules/indicators/readings.service.ts'
import { type Series, toSeries } from '#modules/indicators/series.service.ts'
import type { IndicatorRow } from './dashboards.queries.ts'
import type { DashboardIndicator } from './dashboards.schemas.ts'

const QUARTERS_DRAWN = 8

/** One indicator read at the quarter: what every part of the dashboard is made from. */
export type Reading = {
  row: IndicatorRow
  series: Series
  now: Rating
  before: Rating
  yearEnd: YearEndReading
  gap: Gap | null
  gapShare: number | null
}

export function readIndicator(row: IndicatorRow, quarterIndex: number): Reading {
  const series = toSeries(row)
  const gap = gapAt(series, quarterIndex)
  return {
    row,
    series,
    now: ratingAt(series, quarterIndex),
    before: ratingAt(series, quarterIndex - 1),
    yearEnd: yearEndAt(series, quarterIndex),
    gap,
    gapShare: gap?.share ?? null,
  }
}

function quartersRunning({ series, now, before }: Reading, quarterIndex: number): number {
  if (now.status === 'not_rated') return 0
  const statuses: Status[] = []
  // Older quarters are rated only while the run lasts.
  for (let back = 0; back < QUARTERS_DRAWN && statuses.at(-1) === statuses[0]; back++) {
    statuses.push(back === 1 ? before.status : ratingAt(series, quarterIndex - back).status)
  }
  return runOf(statuses)
}

export function toDashboardIndicator(
  reading: Reading,
  quarterIndex: number,
): z.output<typeof DashboardIndicator> {
  const { row, series, now, before, yearEnd, gap } = reading
  const target = series.targetAt(quarterIndex)
  const point = series.pointAt(quarterIndex)
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    unit: row.unit,
    decimals: row.decimals,
    polarity: row.polarity,
    measure: row.measure,
    tolerance: series.rule.tolerance,
    owner: row.owner,
    value: point?.value ?? null,
    state: point?.state ?? null,
    target,
    now: toBareRating({ rating: now, gap, target, rule: series.rule }),
    quartersRunning: quartersRunning(reading, quarterIndex),
    before: {
      status: before.status,
      value: series.pointAt(quarterIndex - 1)?.value ?? null,
      target: series.targetAt(quarterIndex - 1),
    },
    yearEnd: toBareYearEnd(series, yearEnd),
    series: toSeriesColumns(series, {
      from: quarterIndex - QUARTERS_DRAWN + 1,
      to: yearEndIndex(quarterIndex),
    }),
    forecast: toWideForecast(series, yearEnd.forecast),
    attention: row.attention,
  }
}
