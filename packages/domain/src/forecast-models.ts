import { countWord } from './figures.ts'
import type { Measure } from './indicator-rule.ts'
import { yearEndIndex } from './quarters.ts'

/** One reported figure as a number: index from quarterIndex. */
export type SeriesPoint = { index: number; value: number }

/** A way to forecast `ahead` quarters after the point at place `origin`, from points up to it only; null when it cannot. */
export type ForecastModel = {
  method: (points: readonly SeriesPoint[]) => string
  scalesWithLevel: boolean
  /** Over how many quarters the pace that is carried on was measured, 1 at least. */
  paceOver: (points: readonly SeriesPoint[]) => number
  predict: (from: { points: readonly SeriesPoint[]; origin: number; ahead: number }) => number | null
}

const driftQuarters = 8

/** The method a measure is forecast by, given what its points allow at the last of them. */
export function modelFor(measure: Measure, points: readonly SeriesPoint[]): ForecastModel {
  if (measure !== 'cumulative') return lastValueWithDrift
  const origin = points.length - 1
  const current = points[origin]
  if (current === undefined) return straightLine
  const ahead = yearEndIndex(current.index) - current.index
  return lastYearsProfile.predict({ points, origin, ahead }) === null ? straightLine : lastYearsProfile
}

/** The average change a quarter over at most eight quarters, carried on. */
const lastValueWithDrift: ForecastModel = {
  method: (points) => {
    const span = spanOfDrift(points)
    return `Last value with drift over ${countWord(span)} quarter${span === 1 ? '' : 's'}`
  },
  scalesWithLevel: false,
  paceOver: (points) => Math.max(spanOfDrift(points), 1),
  predict: ({ points, origin, ahead }) => {
    const last = points[origin]
    if (last === undefined) return null
    const first = firstSince(points, origin, last.index - driftQuarters)
    if (first === undefined || first.index === last.index) return null
    return last.value + ((last.value - first.value) / (last.index - first.index)) * ahead
  },
}

function spanOfDrift(points: readonly SeriesPoint[]): number {
  const last = points.at(-1)
  const first = last && firstSince(points, points.length - 1, last.index - driftQuarters)
  return last === undefined || first === undefined ? 0 : last.index - first.index
}

function quartersOfThisYear(points: readonly SeriesPoint[]): number {
  const last = points.at(-1)
  return last === undefined ? 1 : 4 - (yearEndIndex(last.index) - last.index)
}

function firstSince(points: readonly SeriesPoint[], origin: number, index: number): SeriesPoint | undefined {
  let place = origin
  while (place > 0 && (points[place - 1]?.index ?? index - 1) >= index) place--
  return points[place]
}

/** This year’s figure, grown as last year’s grew from the same quarter. */
const lastYearsProfile: ForecastModel = {
  method: () => 'Last year’s seasonal profile',
  scalesWithLevel: true,
  paceOver: quartersOfThisYear,
  predict: ({ points, origin, ahead }) => {
    const now = points[origin]
    if (now === undefined || now.index + ahead > yearEndIndex(now.index)) return null
    const same = valueAt(points, origin, now.index - 4)
    const end = valueAt(points, origin, yearEndIndex(now.index) - 4)
    if (same === undefined || end === undefined || same === 0 || end === 0) return null
    const stretch = ahead / (yearEndIndex(now.index) - now.index)
    // A quarter missing last year is put on the line between the two that are there.
    const then = valueAt(points, origin, now.index - 4 + ahead) ?? same + (end - same) * stretch
    return now.value * (then / same)
  },
}

/** This year’s figure, carried on at its own average pace since April. */
const straightLine: ForecastModel = {
  method: () => 'Straight line from this year so far',
  scalesWithLevel: true,
  paceOver: quartersOfThisYear,
  predict: ({ points, origin, ahead }) => {
    const now = points[origin]
    if (now === undefined || now.index + ahead > yearEndIndex(now.index)) return null
    const done = 4 - (yearEndIndex(now.index) - now.index)
    return (now.value * (done + ahead)) / done
  },
}

/** The value at a quarter not after the origin. Searched backwards: what is wanted is never far away. */
export function valueAt(points: readonly SeriesPoint[], origin: number, index: number): number | undefined {
  for (let place = origin; place >= 0; place--) {
    const point = points[place]
    if (point === undefined || point.index < index) return undefined
    if (point.index === index) return point.value
  }
  return undefined
}
