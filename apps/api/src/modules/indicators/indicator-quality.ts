import {
  amountPhrase,
  availableOn,
  figureAge,
  forecastRecord,
  pastForecasts,
  quarterKey,
  quarterLabel,
  reportingRecord,
  revisionRecord,
} from '@accord/domain'
import type { IndicatorDetailRow } from './indicator-detail.queries.ts'
import type { IndicatorDetail } from './indicator-detail.schemas.ts'
import { forecastRuleOf } from './readings.service.ts'
import type { Series } from './series.service.ts'

type Quality = IndicatorDetail['quality']

const RETURNS_COUNTED = 8

/** A size in the indicator’s unit, as it is shown: '0.2 points'. */
function sizeShown(size: string | null, { rule }: Series): string | null {
  if (size === null) return null
  const places = Math.min(rule.format.decimals + 1, 6)
  return amountPhrase(Number(size).toFixed(Number(size) === 0 ? rule.format.decimals : places), rule.format)
}

function newestFigure(row: IndicatorDetailRow, series: Series, at: { index: number; asAt: string }) {
  const newest = series.numbers.findLast(({ index }) => index <= at.index)
  if (newest === undefined) return null
  return {
    quarter: quarterKey(newest.index),
    label: quarterLabel(newest.index),
    ageDays: figureAge(newest.index, at.asAt),
    reportedOn: row.newestReportedOn,
  }
}

function forecastsOf(series: Series, index: number): Quality['forecasts'] {
  const known = series.numbers.filter((point) => point.index <= index)
  const { count, insidePercent, meanMiss } = forecastRecord(pastForecasts(known, forecastRuleOf(series)))
  if (insidePercent === null || meanMiss === null) return null
  return { count, insidePercent, meanMiss: sizeShown(String(meanMiss), series) ?? '' }
}

/** How far the figure can be trusted: when it comes, who signed it, who reported, and how it moved afterwards. */
export function toQuality(
  row: IndicatorDetailRow,
  series: Series,
  { index, asAt, breakdown }: { index: number; asAt: string; breakdown: IndicatorDetail['breakdown'] },
): Quality {
  const record = reportingRecord(row.returns, { today: asAt, most: RETURNS_COUNTED })
  const revised = revisionRecord(row.revisions)
  return {
    availableOn: row.lagWeeks === null ? null : availableOn(index, row.lagWeeks),
    newest: newestFigure(row, series, { index, asAt }),
    signOff: row.signOff,
    reporting: record.counted === 0 ? null : record,
    coverage:
      breakdown === null
        ? null
        : {
            bodies: breakdown.rows.length,
            reported: breakdown.rows.filter(({ value }) => value !== null).length,
          },
    note: row.note,
    revisions: {
      count: revised.count,
      mean: sizeShown(revised.mean, series),
      largest: sizeShown(revised.largest, series),
    },
    forecasts: forecastsOf(series, index),
  }
}
