import type { SeriesPoint } from '@accord/api-client'
import {
  type FigureFormat,
  financialYearLabel,
  formatFigure,
  type Measure,
  parseQuarterKey,
  quarterFromIndex,
} from '@accord/domain'
import { axisTicks, stepDecimals } from './axis-ticks.ts'
import { scaleOf, tenth } from './scale.ts'
import { figuresOf } from './series-figures.ts'
import { type SeriesShape, seriesShape } from './series-shape.ts'

export const lastValuesBox = { widthPixels: 340, heightPixels: 168 }

const plot = { left: 34, right: 296, top: 16, bottom: 134 }

export type LastValuesInput = {
  /** The newest last: the figure as entered. */
  series: readonly SeriesPoint[]
  measure: Measure
  format: FigureFormat
  /** Where a figure of this quarter usually lies. */
  usual: { low: string; high: string } | null
}

export type LastValues = {
  /** What was reported. */
  before: SeriesShape
  /** From the last figure reported to the one entered. */
  entered: { x: number; y: number; text: string; from: { x: number; y: number } | null } | null
  ticks: { y: number; text: string }[]
  years: { x: number; text: string }[]
  yearStarts: number[]
  target: { y: number; text: string } | null
  usual: { x: number; y: number; widthPixels: number; heightPixels: number } | null
}

/** The last values of one indicator and the one just entered; null where nothing was ever reported. */
export function prepareLastValues(input: LastValuesInput): LastValues | null {
  const { series, measure, format, usual } = input
  if (series.every(({ value }) => value === null)) return null
  const range = usual === null ? [] : [Number(usual.low), Number(usual.high)]
  const axis = axisTicks({
    figures: [...figuresOf(series), ...range],
    fromZero: measure === 'cumulative',
    most: 4,
    ...(format.unit === '%' ? { ceiling: 100 } : {}),
  })
  const y = scaleOf({ low: axis.low, high: axis.high, from: plot.bottom, to: plot.top })
  const slots = { left: plot.left, pitch: (plot.right - plot.left) / series.length }
  const newest = series.at(-1)
  const reported = series.map((point) => (point === newest ? { ...point, value: null } : point))
  const before = seriesShape({ series: reported, measure, slots, y })
  const x = tenth(slots.left + (series.length - 0.5) * slots.pitch)
  return {
    before,
    entered: enteredAt({ newest, before, measure, x, y, format }),
    ticks: axis.ticks.map((tick) => ({
      y: tenth(y(tick)),
      text: formatFigure(String(tick), { unit: 'number', decimals: stepDecimals(axis.step) }),
    })),
    years: yearsOf(series, slots),
    yearStarts: before.yearStarts,
    target: targetOf(newest, y, format),
    usual:
      usual === null
        ? null
        : {
            x: tenth(x - 7),
            y: tenth(y(Number(usual.high))),
            widthPixels: 14,
            heightPixels: tenth(Math.max(2, y(Number(usual.low)) - y(Number(usual.high)))),
          },
  }
}

type Placed = {
  newest: SeriesPoint | undefined
  before: SeriesShape
  measure: Measure
  x: number
  y: (value: number) => number
  format: FigureFormat
}

function enteredAt({ newest, before, measure, x, y, format }: Placed): LastValues['entered'] {
  if (newest === undefined || newest.value === null) return null
  const beginsAnew = measure === 'cumulative' && newest.quarter.endsWith('q1')
  const text = formatFigure(newest.value, { ...format, unit: 'number' })
  const { last } = before
  const from = last === null || beginsAnew ? null : { x: last.x, y: last.y }
  return { x, y: tenth(y(Number(newest.value))), text, from }
}

function targetOf(newest: SeriesPoint | undefined, y: (value: number) => number, format: FigureFormat) {
  const target = newest?.target ?? null
  if (target === null || !('value' in target)) return null
  return {
    y: tenth(y(Number(target.value))),
    text: formatFigure(target.value, { ...format, unit: 'number' }),
  }
}

/** Each financial year under the middle of its quarters; one of a single quarter is not written where it would run into the next. */
function yearsOf(
  series: readonly SeriesPoint[],
  slots: { left: number; pitch: number },
): LastValues['years'] {
  const years = new Map<number, number[]>()
  series.forEach(({ quarter }, place) => {
    const { startYear } = quarterFromIndex(parseQuarterKey(quarter) ?? 0)
    years.set(startYear, [...(years.get(startYear) ?? []), place])
  })
  return [...years]
    .filter(([, places]) => places.length > 1)
    .map(([startYear, places]) => ({
      x: tenth(slots.left + ((places[0] ?? 0) + places.length / 2) * slots.pitch),
      text: financialYearLabel(startYear),
    }))
}
