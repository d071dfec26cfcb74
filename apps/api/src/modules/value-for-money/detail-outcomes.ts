import { defaultTolerance, explainRating, quarterLabel, type Rating, rate, rollUp } from '@accord/domain'
import { ratingAt, toBareRating, wireRatingAt } from '#modules/indicators/readings.service.ts'
import { type Series, toSeries } from '#modules/indicators/series.service.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'
import type { OutcomeRow } from './assessment-content.ts'
import type { OutcomeSeriesRow } from './detail.queries.ts'

type Outcome = ValueForMoneyDetail['outcomes'][number]

type Judged = { outcome: Outcome; rating: Rating }

/** The newest quarter with a figure; the quarter looked from where there is none. */
function latestIndex({ numbers }: Series, quarterIndex: number): number {
  return numbers.at(-1)?.index ?? quarterIndex
}

function ofIndicator(row: OutcomeRow, series: Series, quarterIndex: number): Judged {
  const index = latestIndex(series, quarterIndex)
  const target = series.targetAt(index)
  const { unit, decimals, polarity } = series.row
  const point = series.pointAt(index)
  return {
    rating: ratingAt(series, index),
    outcome: {
      title: row.title,
      indicator: row.indicator,
      actual: point?.value ?? null,
      target: target !== null && 'value' in target ? target.value : null,
      ...{ unit, decimals, polarity },
      period: point === undefined ? null : (point.period ?? quarterLabel(index)),
      now: wireRatingAt(series, index),
    },
  }
}

/** Figures of its own are rated with the tolerance that every indicator has unless it says otherwise. */
function ofItsOwn({ title, actual, target, unit, decimals, polarity }: OutcomeRow): Judged {
  const format = { unit: unit ?? 'number', decimals: decimals ?? 0 }
  const rule = { polarity: polarity ?? ('higher' as const), tolerance: defaultTolerance, format }
  const input = { actual, target: target === null ? null : { value: target }, rule }
  const rating = rate(input)
  return {
    rating,
    outcome: {
      title,
      indicator: null,
      actual,
      target,
      ...format,
      polarity: rule.polarity,
      period: null,
      now: { ...toBareRating({ ...input, rating, gap: null }), why: explainRating(input) },
    },
  }
}

export function toOutcomes(
  rows: readonly OutcomeRow[],
  { series, quarterIndex }: { series: readonly OutcomeSeriesRow[]; quarterIndex: number },
) {
  const judged = rows.map((row) => {
    const own = series.find(({ placeId }) => placeId === row.placeId)
    return own === undefined ? ofItsOwn(row) : ofIndicator(row, toSeries(own), quarterIndex)
  })
  const { holdsOffTarget: _, ...tally } = rollUp(judged.map(({ rating }) => rating))
  return { outcomes: judged.map(({ outcome }) => outcome), tally }
}
