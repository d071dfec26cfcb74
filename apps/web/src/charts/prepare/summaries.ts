import type { SeriesPoint, TargetValue, YearEnd } from '@accord/api-client'
import { type FigureFormat, formatFigure, parseQuarterKey, quarterMonths } from '@accord/domain'

/** '105', '46.1%', '90% to 95%'. */
export function formatTarget(target: TargetValue, format: FigureFormat): string {
  if ('value' in target) return formatFigure(target.value, format)
  return `${formatFigure(target.low, format)} to ${formatFigure(target.high, format)}`
}

/** 'September 2009', the last month of a quarter. */
export function lastMonthOf(quarterKey: string): string {
  const index = parseQuarterKey(quarterKey)
  return index === null ? quarterKey : (quarterMonths(index).split(' to ')[1] ?? quarterKey)
}

function endsOfSeries(series: readonly SeriesPoint[]): { first: string; last: string } | null {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]))
  const first = values[0]
  const last = values.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

type Described = {
  code: string
  format: FigureFormat
  series: readonly SeriesPoint[]
  target: TargetValue | null
}

/** 'NI 155, eight quarters to September 2009: from 150 to 71; target 105.' */
export function sparklineSummary({ code, format, series, target }: Described): string {
  const ends = endsOfSeries(series)
  const quarter = series.at(-1)?.quarter
  if (ends === null || quarter === undefined) return `${code}: no figures.`
  const movement = `from ${formatFigure(ends.first, format)} to ${formatFigure(ends.last, format)}`
  const aim = target === null ? '' : `; target ${formatTarget(target, format)}`
  return `${code}, quarters to ${lastMonthOf(quarter)}: ${movement}${aim}.`
}

/** 'NI 151: 80.9% to 79.0% over two years, target now 78.5%, forecast for year end 78.9% against 78.5%.' */
export function smallMultipleSummary(input: Described & { yearEnd: YearEnd }): string {
  const { code, format, series, target, yearEnd } = input
  const ends = endsOfSeries(series)
  if (ends === null) return `${code}: no figures.`
  const parts = [`${formatFigure(ends.first, format)} to ${formatFigure(ends.last, format)} over two years`]
  if (target !== null) parts.push(`target now ${formatTarget(target, format)}`)
  if (yearEnd.value !== null) {
    const against = yearEnd.target === null ? '' : ` against ${formatTarget(yearEnd.target, format)}`
    parts.push(`forecast for year end ${formatFigure(yearEnd.value, format)}${against}`)
  }
  return `${code}: ${parts.join(', ')}.`
}

type BulletDescribed = {
  value: string | null
  target: TargetValue | null
  format: FigureFormat
  polarity: string
}

const goodWays: Readonly<Record<string, string>> = {
  higher: '; higher is better',
  lower: '; lower is better',
  range: '; within the range is better',
}

/** 'Actual 71 against target 105; higher is better.' */
export function bulletSummary({ value, target, format, polarity }: BulletDescribed): string {
  const actual = value === null ? 'No figure' : `Actual ${formatFigure(value, format)}`
  const against = target === null ? ', no target' : ` against target ${formatTarget(target, format)}`
  return `${actual}${against}${goodWays[polarity] ?? ''}.`
}
