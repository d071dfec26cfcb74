import {
  directionOfTravel,
  financialYearLabel,
  formatFigure,
  oddsPhrase,
  quarterKey,
  shortIsShown,
  thresholds,
  whyHeading,
  yearEndIndex,
} from '@accord/domain'
import type { QuarterInContext } from '#modules/quarters/quarters.service.ts'
import { toWireForecast, toWireSeries } from './drawn-series.service.ts'
import { breakdownHeading, indicatorHeadline, targetChangeNote } from './indicator-words.ts'
import type { IndicatorDetailRow } from './indicators.queries.ts'
import type { IndicatorDetail } from './indicators.schemas.ts'
import { ratingAt, toWireYearEnd, wireRatingAt, yearEndAt } from './readings.service.ts'
import { type Series, toSeries } from './series.service.ts'

const QUARTERS_IN_BREAKDOWN = 8

function directionSince(series: Series, { from, to }: { from: number; to: number }) {
  return directionOfTravel({
    now: series.pointAt(to)?.value ?? null,
    before: series.pointAt(from)?.value ?? null,
    polarity: series.row.polarity,
    format: series.rule.format,
    target: series.targetAt(to),
  })
}

function toThresholds(series: Series, index: number) {
  const target = series.targetAt(index)
  const found = target === null ? null : thresholds(target, series.rule)
  return found === null || found.direction === 'within'
    ? null
    : { onFrom: found.onFrom, nearFrom: found.nearFrom }
}

function periodOf({ startYear, quarterNumber }: { startYear: number; quarterNumber: number | null }): string {
  const period = quarterNumber === null ? 'Year end' : `Quarter ${quarterNumber}`
  return `${period} ${financialYearLabel(startYear)}`
}

function toTargetChanges(row: IndicatorDetailRow, series: Series) {
  const figure = (value: string | null) => (value === null ? null : formatFigure(value, series.rule.format))
  return row.targetChanges.map((change) => ({
    period: periodOf(change),
    organisation: change.organisation,
    from: figure(change.from),
    to: figure(change.to),
    agreedBy: change.agreedBy,
    agreedOn: change.agreedOn,
    reason: change.reason,
  }))
}

function toTargetChangeNote(row: IndicatorDetailRow, series: Series, index: number) {
  const changed = row.targetChanges.find(
    ({ organisation, startYear, quarterNumber }) =>
      organisation === null && quarterNumber !== null && startYear * 4 + quarterNumber - 1 === index,
  )
  if (changed === undefined) return null
  return targetChangeNote({
    series,
    quarterIndex: index,
    now: ratingAt(series, index),
    oldTarget: changed.from,
  })
}

function toBreakdown(row: IndicatorDetailRow, series: Series, index: number): IndicatorDetail['breakdown'] {
  if (row.bodies.length === 0 || row.organisation !== null) return null
  const bodies = row.bodies.map((body) => ({
    body,
    own: toSeries({ ...row, points: body.points, targets: body.targets }),
  }))
  const total = row.bodies.reduce((sum, { denominator }) => sum + Number(denominator ?? 0), 0)
  return {
    heading: breakdownHeading(
      ratingAt(series, index),
      bodies.map(({ body, own }) => ({ name: body.shortName, rating: ratingAt(own, index) })),
    ),
    rows: bodies.map(({ body, own }) => ({
      organisation: { id: body.id, name: body.name, shortName: body.shortName },
      value: own.pointAt(index)?.value ?? null,
      numerator: body.numerator,
      denominator: body.denominator,
      share: body.denominator === null || total === 0 ? null : Number(body.denominator) / total,
      state: own.pointAt(index)?.state ?? null,
      target: own.targetAt(index),
      now: wireRatingAt(own, index),
      series: toWireSeries(own, { from: index - QUARTERS_IN_BREAKDOWN + 1, to: index }),
    })),
  }
}

function toRevisions(row: IndicatorDetailRow, series: Series) {
  const figure = (value: string | null) => (value === null ? null : formatFigure(value, series.rule.format))
  return row.revisions.map(({ quarterIndex, from, to, reason, revisedOn }) => ({
    quarter: quarterKey(quarterIndex),
    from: figure(from),
    to: figure(to),
    reason,
    revisedOn,
  }))
}

function toDefinition(row: IndicatorDetailRow) {
  const { numeratorLabel: numerator, denominatorLabel: denominator } = row
  return {
    fullTitle: row.fullTitle,
    definition: row.definition,
    counts: numerator === null || denominator === null ? null : { numerator, denominator },
    source: row.source,
    reportedBy: row.reportedBy,
    lagWeeks: row.lagWeeks,
  }
}

export function toIndicatorDetail(row: IndicatorDetailRow, context: QuarterInContext): IndicatorDetail {
  const { index } = context
  const series = toSeries(row)
  const yearEnd = yearEndAt(series, index)
  const now = ratingAt(series, index)
  const first = row.firstQuarter ?? index
  const last = Math.max(yearEndIndex(index), row.lastQuarter ?? index)
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    unit: row.unit,
    decimals: row.decimals,
    polarity: row.polarity,
    measure: row.measure,
    framework: row.framework,
    outcome: row.outcome,
    owner: row.owner,
    isDesignated: row.isDesignated,
    value: series.pointAt(index)?.value ?? null,
    state: series.pointAt(index)?.state ?? null,
    target: series.targetAt(index),
    now: wireRatingAt(series, index),
    tolerance: series.rule.tolerance,
    ...toDefinition(row),
    quarter: context.quarter,
    previousQuarter: context.previous,
    nextQuarter: context.next,
    frameworks: row.frameworks,
    organisation: row.organisation,
    asAt: context.asAt,
    headline: indicatorHeadline({ title: row.title, series, quarterIndex: index, now, yearEnd }),
    whyHeading: whyHeading(now.status),
    numerator: row.numerator,
    denominator: row.denominator,
    thresholds: toThresholds(series, index),
    yearEnd: {
      ...toWireYearEnd(series, yearEnd),
      odds: yearEnd.chance === null ? null : oddsPhrase(yearEnd.chance),
    },
    leadForecast: row.leadForecast,
    onYearAgo: directionSince(series, { from: index - 4, to: index }),
    onLastQuarter: shortIsShown(row.measure) ? directionSince(series, { from: index - 1, to: index }) : null,
    series: toWireSeries(series, { from: first, to: last }),
    forecast: toWireForecast(series, yearEnd.forecast),
    targetChanges: toTargetChanges(row, series),
    targetChangeNote: toTargetChangeNote(row, series, index),
    breakdown: toBreakdown(row, series, index),
    commentary: row.commentary,
    revisions: toRevisions(row, series),
    leadOfficer: row.leadOfficer,
  }
}
