import {
  directionOfTravel,
  financialYearLabel,
  formatFigure,
  oddsPhrase,
  quarterKey,
  quarterLabel,
  shortIsShown,
  thresholds,
  whyHeading,
  yearEndIndex,
} from '@accord/domain'
import type { QuarterInContext } from '#modules/quarters/quarters.service.ts'
import { toBreakdown } from './breakdown.ts'
import { toWireForecast, toWireSeries } from './drawn-series.service.ts'
import { type IndicatorDetailRow, QUARTERS_SHOWN } from './indicator-detail.queries.ts'
import type { IndicatorDetail } from './indicator-detail.schemas.ts'
import { toQuality } from './indicator-quality.ts'
import { toSignal } from './indicator-signal.ts'
import { toHeadline } from './indicator-title.ts'
import { targetChangeNote } from './indicator-words.ts'
import { ratingAt, toWireYearEnd, wireRatingAt, yearEndAt } from './readings.service.ts'
import { type Series, toSeries } from './series.service.ts'

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

/** Numbered in the order of their quarters, those in view only: the numbers are the pins’. */
function toEvents(row: IndicatorDetailRow, { from, to }: { from: number; to: number }) {
  return row.events
    .filter(({ quarterIndex }) => quarterIndex >= from && quarterIndex <= to)
    .map(({ quarterIndex, ...event }, place) => ({
      ...event,
      number: place + 1,
      quarter: quarterKey(quarterIndex),
    }))
}

function toCommentaries(row: IndicatorDetailRow) {
  return row.commentaries.map(({ quarterIndex, ...commentary }) => ({
    quarter: quarterKey(quarterIndex),
    label: quarterLabel(quarterIndex),
    ...commentary,
  }))
}

/** The last 40 quarters that have come, and what is left of the year that is looked from. */
function spanShown(row: IndicatorDetailRow, index: number) {
  const first = row.firstQuarter ?? index
  const last = Math.max(index, row.lastQuarter ?? index)
  const from = Math.max(first, last - QUARTERS_SHOWN + 1)
  return { from, to: Math.max(yearEndIndex(index), last), earlier: from - first }
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
  const span = spanShown(row, index)
  const breakdown = toBreakdown(row, series, index)
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
    headline: toHeadline(row, series, { index, yearEnd, breakdown }),
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
    series: toWireSeries(series, span),
    earlierQuarters: span.earlier,
    forecast: toWireForecast(series, yearEnd.forecast),
    targetChanges: toTargetChanges(row, series),
    targetChangeNote: toTargetChangeNote(row, series, index),
    breakdown,
    signal: toSignal(row, series, { from: span.from, index }),
    events: toEvents(row, span),
    commentaries: toCommentaries(row),
    quality: toQuality(row, series, { index, asAt: context.asAt, breakdown }),
    revisions: toRevisions(row, series),
    leadOfficer: row.leadOfficer,
  }
}
