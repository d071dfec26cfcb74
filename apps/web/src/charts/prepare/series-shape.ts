import type { SeriesPoint } from '@accord/api-client'
import type { Measure } from '@accord/domain'
import { type Scale, tenth } from './scale.ts'
import { targetFigures } from './series-figures.ts'

export type ShapePoint = { x: number; y: number; isProvisional: boolean }

export type SeriesShape = {
  /** One path for each unbroken run of figures. */
  lines: string[]
  /** Points that no line reaches, or that stand for a year: a figure between gaps must not vanish. */
  lonePoints: ShapePoint[]
  last: ShapePoint | null
  targets: string
  yearStarts: number[]
}

export type Slots = { left: number; pitch: number }

type ShapeInput = { series: readonly SeriesPoint[]; measure: Measure; slots: Slots; y: Scale }

/** 'q1' begins a financial year: cumulative figures and their targets start again from nought. */
export function startsYear(quarterKey: string): boolean {
  return quarterKey.endsWith('q1')
}

export function isYearly(measure: Measure): boolean {
  return measure === 'annual' || measure === 'biennial'
}

/** Paths of a series: gaps stay gaps, cumulative lines break each year, yearly points join only each other. */
export function seriesShape({ series, measure, slots, y }: ShapeInput): SeriesShape {
  const runs = runsOf(series, measure).map((run) =>
    run.map((slot) => pointAt({ point: slot.point, index: slot.index, slots, y })),
  )
  const last = runs.at(-1)?.at(-1) ?? null
  const lonePoints = runs
    .filter((run) => run.length === 1 || isYearly(measure))
    .flat()
    .filter((point) => point !== last)
  return {
    lines: runs.filter((run) => run.length > 1).map(linePath),
    lonePoints,
    last,
    targets: targetPath({ series, measure, slots, y }),
    yearStarts: series.flatMap(({ quarter }, index) =>
      startsYear(quarter) && index > 0 ? [tenth(slots.left + index * slots.pitch)] : [],
    ),
  }
}

type Slot = { point: SeriesPoint; index: number }

function runsOf(series: readonly SeriesPoint[], measure: Measure): Slot[][] {
  const runs: Slot[][] = []
  let run: Slot[] = []
  const finish = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  series.forEach((point, index) => {
    if (measure === 'cumulative' && startsYear(point.quarter)) finish()
    if (point.value !== null) run.push({ point, index })
    else if (!isYearly(measure)) finish()
  })
  finish()
  return runs
}

function pointAt({ point, index, slots, y }: Slot & { slots: Slots; y: Scale }): ShapePoint {
  return {
    x: tenth(slots.left + (index + 0.5) * slots.pitch),
    y: tenth(y(Number(point.value))),
    isProvisional: point.state === 'provisional',
  }
}

function linePath(points: readonly { x: number; y: number }[]): string {
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`
}

function targetPath({ series, measure, slots, y }: ShapeInput): string {
  return [0, 1].map((end) => stepPath({ series, measure, slots, y }, end)).join('')
}

/** Steps from edge to edge of each quarter, so that a target reads as holding for the whole of it. */
function stepPath({ series, measure, slots, y }: ShapeInput, end: number): string {
  let path = ''
  let previous: number | null = null
  series.forEach(({ quarter, target }, index) => {
    const figure = targetFigures(target)[end]
    if (figure === undefined) {
      previous = null
      return
    }
    const height = tenth(y(figure))
    const isBroken = previous === null || (measure === 'cumulative' && startsYear(quarter))
    if (isBroken) path += `M${tenth(slots.left + index * slots.pitch)} ${height}`
    else if (height !== previous) path += `V${height}`
    path += `H${tenth(slots.left + (index + 1) * slots.pitch)}`
    previous = height
  })
  return path
}
