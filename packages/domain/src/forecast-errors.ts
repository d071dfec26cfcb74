import type { ForecastModel, SeriesPoint } from './forecast-models.ts'
import { valueAt } from './forecast-models.ts'
import { yearEndIndex } from './quarters.ts'

/** Fewer past forecasts than this say too little about the next one. */
const errorsNeeded = 3

/**
 * The standard error of each step ahead. The method is replayed at every past quarter, each time knowing only
 * what was known then, with the same number of steps; the error is the root mean square of what it missed by,
 * so that a method that leans one way is charged for it. A method that multiplies this year’s level misses in
 * proportion to it, so its errors are taken as shares.
 *
 * With fewer than three past forecasts: the spread of the quarterly changes × √(steps × (1 + steps ÷ quarters
 * behind the pace)), the standard error of the drift method in Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 5.5; a pace measured over one quarter is known far worse than one over eight.
 * `replayed` is then 0.
 * A range never narrows as it reaches further ahead. `replayed` counts the forecasts for the last step.
 */
export function standardErrors({
  points,
  model,
  medians,
}: {
  points: readonly SeriesPoint[]
  model: ForecastModel
  medians: readonly number[]
}): { errors: number[]; replayed: number } {
  let widest = 0
  let replayed = 0
  const changeSpread = spreadOfChanges(points, model)
  const paceOver = model.paceOver(points)
  const errors = medians.map((median, step) => {
    const past = replay({ points, model, ahead: step + 1 })
    replayed = past.count >= errorsNeeded ? past.count : 0
    const error =
      replayed === 0
        ? changeSpread * Math.sqrt((step + 1) * (1 + (step + 1) / paceOver))
        : past.rootMeanSquare * (model.scalesWithLevel ? Math.abs(median) : 1)
    widest = Math.max(widest, error)
    return widest
  })
  return { errors, replayed }
}

function replay({
  points,
  model,
  ahead,
}: {
  points: readonly SeriesPoint[]
  model: ForecastModel
  ahead: number
}): { count: number; rootMeanSquare: number } {
  let count = 0
  let squares = 0
  // One object for all of them: this runs thousands of times for a dashboard.
  const replayed = { points, origin: 0, ahead }
  for (let origin = 0; origin < points.length - 1; origin++) {
    const from = points[origin]
    if (from === undefined) continue
    replayed.origin = origin
    const happened = valueAt(points, points.length - 1, from.index + ahead)
    const said = happened === undefined ? null : model.predict(replayed)
    if (happened === undefined || said === null || (model.scalesWithLevel && said === 0)) continue
    const miss = model.scalesWithLevel ? happened / said - 1 : happened - said
    squares += miss * miss
    count++
  }
  return { count, rootMeanSquare: count === 0 ? 0 : Math.sqrt(squares / count) }
}

/** The standard deviation of one quarter’s change. A cumulative measure starts from nothing each April. */
function spreadOfChanges(points: readonly SeriesPoint[], model: ForecastModel): number {
  const changes: number[] = []
  for (let place = 0; place < points.length; place++) {
    const point = points[place]
    const before = points[place - 1]
    if (point === undefined) continue
    if (model.scalesWithLevel) {
      const sameYear = before !== undefined && yearEndIndex(before.index) === yearEndIndex(point.index)
      const quarters = sameYear ? point.index - before.index : 4 - (yearEndIndex(point.index) - point.index)
      changes.push((point.value - (sameYear ? before.value : 0)) / quarters)
    } else if (before !== undefined) {
      changes.push((point.value - before.value) / Math.sqrt(point.index - before.index))
    }
  }
  if (changes.length < 2) return 0
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
  const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0)
  return Math.sqrt(squares / (changes.length - 1))
}
