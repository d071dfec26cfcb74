import type { IndicatorDetail, Measure, Polarity } from '@accord/api-client'
import { countOf } from '@accord/domain'

export const measureWords: Readonly<Record<Measure, string>> = {
  snapshot: 'a position at the end of each quarter',
  discrete_quarter: 'each quarter on its own',
  cumulative: 'builds up through the year from April',
  rolling_year: '12 months to the end of each quarter',
  annual: 'once a year',
  biennial: 'every other year',
}

export const goodWords: Readonly<Record<Polarity, string>> = {
  higher: 'Higher',
  lower: 'Lower',
  range: 'Within the range',
  none: 'Neither: data only',
}

/** 'On target at or above target; near target within 10% below'. */
export function ruleWords({ polarity, tolerance, unit }: IndicatorDetail): string {
  if (polarity === 'none') return 'Data only: not rated'
  const reach = (share: string) =>
    tolerance.kind === 'relative'
      ? `${Number((Number(share) * 100).toPrecision(6))}%`
      : `${share} ${unit === '%' ? 'points' : unit}`
  const side =
    polarity === 'range'
      ? 'inside the range'
      : polarity === 'lower'
        ? 'at or below target'
        : 'at or above target'
  const green =
    Number(tolerance.green) === 0
      ? `On target ${side}`
      : `On target within ${reach(tolerance.green)} of target`
  return `${green}; near target within ${reach(tolerance.amber)} of it; otherwise off target`
}

export function lagWords(lagWeeks: number): string {
  return lagWeeks === 0 ? 'as the quarter ends' : `about ${countOf(lagWeeks, 'week')} after the quarter`
}
