import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import { parseQuarterKey, quarterKey } from '@accord/domain'

type Breakdown = NonNullable<IndicatorDetail['breakdown']>
type BodySeries = Breakdown['rows'][number]['series']

/** A body’s columns as points, each with the target that holds for it. */
export function bodyPoints({ values, notes, steps }: BodySeries, from: string): SeriesPoint[] {
  const first = parseQuarterKey(from) ?? 0
  const noted = new Map(notes.map(({ place, ...note }) => [place, note]))
  const changes = new Map(steps.map(({ place, target }) => [place, target]))
  let target: SeriesPoint['target'] = null
  return values.map((value, place) => {
    target = changes.has(place) ? (changes.get(place) ?? null) : target
    const { state, period } = noted.get(place) ?? { state: value === null ? null : 'final', period: null }
    return { quarter: quarterKey(first + place), value, state, period, target }
  })
}
