import type { ReactNode } from 'react'
import { usePlotArea } from 'recharts'
import type { LongSeries } from '../prepare/long-series.ts'
import { scaleOf, tenth } from '../prepare/scale.ts'
import { placeTargetLabels } from '../prepare/target-labels.ts'

/** Labels that the sentence of the chart has said already. */
export function Unspoken({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing cannot take focus.
  return <g aria-hidden="true">{children}</g>
}

/** What a drawing of quarters needs to know to place anything. */
export type PlacedModel = Pick<LongSeries, 'axis'> & { points: readonly { index: number }[] }

/** Where quarters and figures fall on the drawing. */
export function usePlaces(model: PlacedModel) {
  const plot = usePlotArea()
  const first = model.points[0]?.index ?? 0
  const last = model.points.at(-1)?.index ?? 0
  if (plot === undefined) return null
  const x = scaleOf({ low: first - 0.5, high: last + 0.5, from: plot.x, to: plot.x + plot.width })
  const y = scaleOf({ low: model.axis.low, high: model.axis.high, from: plot.y + plot.height, to: plot.y })
  return { plot, x, y, pitchPixels: plot.width / (last - first + 1) }
}

/** Of a quarter’s width: under it not every quarter is named, nor is there room for words by a point. */
export const fewestPixelsForEveryQuarter = 26
const yearLabelPixels = 52
const fewestPixelsForAnyQuarter = 12

/** Round figures at the left, each with its hairline. */
export function FigureAxis({ model }: { model: PlacedModel & Pick<LongSeries, 'tickLabels'> }) {
  const places = usePlaces(model)
  if (places === null) return null
  const { plot, y } = places
  return (
    <Unspoken>
      {model.axis.ticks.map((tick, position) => (
        <g key={tick}>
          <path className="grid-line" d={`M${plot.x} ${tenth(y(tick))}H${plot.x + plot.width}`} />
          <text x={plot.x - 8} y={tenth(y(tick)) + 4.5} textAnchor="end">
            {model.tickLabels[position]}
          </text>
        </g>
      ))}
    </Unspoken>
  )
}

type TimedModel = Pick<LongSeries, 'axis' | 'years'> & {
  points: readonly { index: number; quarterNumber: number }[]
}

/** Quarters and financial years under the drawing, and a line where each year starts. */
export function TimeAxis({ model }: { model: TimedModel }) {
  const places = usePlaces(model)
  if (places === null) return null
  const { plot, x, pitchPixels } = places
  const foot = plot.y + plot.height
  // Of narrow years every second or third is named, counted back from the last whole one.
  const everyYears = Math.ceil(yearLabelPixels / (pitchPixels * 4))
  const isYearNamed = (position: number) =>
    everyYears > 1 && (model.years.length - 2 - position) % everyYears === 0
  const isNamed = (quarter: number) =>
    pitchPixels >= fewestPixelsForEveryQuarter ||
    (pitchPixels >= fewestPixelsForAnyQuarter && quarter % 2 === 0)
  return (
    <Unspoken>
      <path className="base-line" d={`M${plot.x} ${foot}H${plot.x + plot.width}`} />
      {model.points
        .filter(({ quarterNumber }) => isNamed(quarterNumber))
        .map(({ index, quarterNumber }) => (
          <text key={index} x={tenth(x(index))} y={foot + 18} textAnchor="middle">
            Q{quarterNumber}
          </text>
        ))}
      {model.years.map(({ label, from, to }, position) => (
        <g key={label}>
          {position === 0 ? null : (
            <path className="grid-line" d={`M${tenth(x(from - 0.5))} ${plot.y}V${foot + 38}`} />
          )}
          {isYearNamed(position) || (to - from + 1) * pitchPixels >= yearLabelPixels ? (
            <text className="label-strong" x={tenth(x((from + to) / 2))} y={foot + 38} textAnchor="middle">
              {label}
            </text>
          ) : null}
        </g>
      ))}
    </Unspoken>
  )
}

/** The target in steps, its value written where it changes. */
export function TargetLayer({ model, isNarrow }: { model: LongSeries; isNarrow: boolean }) {
  const places = usePlaces(model)
  if (places === null || model.steps.length === 0) return null
  const { x, y } = places
  const path = model.steps
    .map(({ from, to, value, breaksBefore }) => {
      const start = breaksBefore ? `M${tenth(x(from))} ${tenth(y(value))}` : `V${tenth(y(value))}`
      return `${start}H${tenth(x(to))}`
    })
    .join('')
  const labels = placeTargetLabels(model, { x, y, isNarrow })
  return (
    <Unspoken>
      <path className="long-target" d={path} />
      {labels.map((label) => (
        <text key={`${label.x} ${label.text}`} className="label-target" x={label.x} y={label.y}>
          {label.text}
        </text>
      ))}
    </Unspoken>
  )
}

/** A yearly figure carries its year. */
export function YearlyLabels({ model }: { model: LongSeries }) {
  const places = usePlaces(model)
  if (places === null || !model.isYearly) return null
  const labelled = model.points.filter(({ value, index }) => value !== null && index !== model.last?.index)
  return (
    <Unspoken>
      {labelled.map(({ index, value, shown, period }) => (
        <text key={index} x={tenth(places.x(index))} y={tenth(places.y(value ?? 0)) - 10} textAnchor="middle">
          {shown} {period}
        </text>
      ))}
    </Unspoken>
  )
}
