import { formatFigure, quarterKey, statusChanges, type TargetValue, vfmWord } from '@accord/domain'
import type { z } from 'zod'
import type { Reading } from './dashboard-indicators.ts'
import type { DashboardRow } from './dashboards.queries.ts'
import type { DashboardChanges } from './dashboards.schemas.ts'

type Format = { unit: string; decimals: number }

const figureOf = (value: string | null, format: Format) =>
  value === null ? '–' : formatFigure(value, format)

function againstTarget(value: string | null, target: TargetValue | null, format: Format): string {
  const figure = figureOf(value, format)
  return target !== null && 'value' in target ? `${figure} of ${formatFigure(target.value, format)}` : figure
}

/** A count that builds up always rises, so its movement is told against target. */
function movementOf({ row, series }: Reading, quarterIndex: number): string {
  const [before, now] = [quarterIndex - 1, quarterIndex].map((index) => ({
    value: series.pointAt(index)?.value ?? null,
    target: series.targetAt(index),
  }))
  if (before === undefined || now === undefined) return ''
  return row.measure === 'cumulative'
    ? `${againstTarget(before.value, before.target, row)}, then ${againstTarget(now.value, now.target, row)}`
    : `${figureOf(before.value, row)} to ${figureOf(now.value, row)}`
}

function toMoved(reading: Reading, quarterIndex: number) {
  const { id, code, title } = reading.row
  const movement = movementOf(reading, quarterIndex)
  return { id, code, title, before: reading.before.status, now: reading.now.status, movement }
}

const periodName = (quarterNumber: number | null) =>
  quarterNumber === null ? 'year end' : `quarter ${quarterNumber}`

export function toDashboardChanges(
  row: DashboardRow,
  readings: readonly Reading[],
  quarterIndex: number,
): z.output<typeof DashboardChanges> {
  const { worse, better, same } = statusChanges(readings)
  return {
    worse: worse.map((reading) => toMoved(reading, quarterIndex)),
    better: better.map((reading) => toMoved(reading, quarterIndex)),
    same: same.length,
    comparable: worse.length + better.length + same.length,
    answers: row.questions,
    targetChanges: row.targetChanges.map(({ id, code, agreedBy, agreedOn, ...change }) => ({
      id,
      code,
      period: periodName(change.quarterNumber),
      from: figureOf(change.from, change),
      to: figureOf(change.to, change),
      agreedBy,
      agreedOn,
    })),
    restatements: row.restatements.map(({ id, code, ...restated }) => ({
      id,
      code,
      quarter: quarterKey(restated.quarterIndex),
      from: formatFigure(restated.from, restated),
      to: formatFigure(restated.to, restated),
    })),
    valueForMoney: row.ratingChanges.map(({ partnership, from, to, changedOn }) => ({
      partnership,
      from: vfmWord(from),
      to: vfmWord(to),
      changedOn,
    })),
  }
}
