import type { ReactNode } from 'react'
import { usePlotArea } from 'recharts'
import { placeEndLabels } from '../prepare/end-labels.ts'
import type { LongSeries } from '../prepare/long-series.ts'
import { scaleOf, tenth } from '../prepare/scale.ts'

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

const fewestPixelsForEveryQuarter = 26
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

const stepLabelPixels = 48
const lineHeightPixels = 14
// On a phone only a step that lasts is named: shorter ones would write over the line.
const fewestQuartersWhenNarrow = 3

/** The target in steps, its value written where it changes. */
export function TargetLayer({ model, isNarrow }: { model: LongSeries; isNarrow: boolean }) {
  const places = usePlaces(model)
  if (places === null || model.steps.length === 0) return null
  const { x, y, pitchPixels } = places
  const crossing = (at: number, textY: number) =>
    model.points.some(
      ({ index, value }) =>
        value !== null &&
        x(index) > at - pitchPixels &&
        x(index) < at + stepLabelPixels &&
        Math.abs(y(value) - (textY - 5)) < lineHeightPixels / 2 + 4,
    )
  const path = model.steps
    .map(({ from, to, value, breaksBefore }) => {
      const start = breaksBefore ? `M${tenth(x(from))} ${tenth(y(value))}` : `V${tenth(y(value))}`
      return `${start}H${tenth(x(to))}`
    })
    .join('')
  let free = Number.NEGATIVE_INFINITY
  const labels = model.steps.flatMap(({ from, to, value, label }, position) => {
    const at = x(label !== null && model.axis.low === 0 && to - from === 1 ? from - 0.2 : from) + 5
    if (isNarrow && to - from < fewestQuartersWhenNarrow) return []
    if (label === null || at < free || position === model.steps.length - 1) return []
    free = at + stepLabelPixels
    const isFirst = position === 0
    const [near, far] = [tenth(y(value)) + (isFirst ? 18 : -8), tenth(y(value)) + (isFirst ? -8 : 18)]
    if (isNarrow && crossing(at, near) && crossing(at, far)) return []
    return [
      {
        at: tenth(at),
        // On the other side of its step where the figures run through this one.
        y: crossing(at, near) && !crossing(at, far) ? far : near,
        text: isFirst && !isNarrow ? `Target ${label}` : label,
      },
    ]
  })
  return (
    <Unspoken>
      <path className="long-target" d={path} />
      {labels.map(({ at, y: textY, text }) => (
        <text key={`${at} ${text}`} className="label-target" x={at} y={textY}>
          {text}
        </text>
      ))}
    </Unspoken>
  )
}

const isNamedAtEnd = ({ end, steps }: LongSeries, { pitchPixels }: { pitchPixels: number }) =>
  pitchPixels < fewestPixelsForEveryQuarter && (end !== null || steps.length > 0)

/** The newest figure, written under or over its point, away from its target. */
export function LastLabel({ model }: { model: LongSeries }) {
  const places = usePlaces(model)
  const { last } = model
  // Where quarters are narrow there is no room by the point: the right end names it.
  if (places === null || last === null || last.value === null || isNamedAtEnd(model, places)) return null
  const target = last.targets[0]
  const isUnder = target === undefined || target >= last.value
  const lineY = places.y(last.value)
  const isProvisional = last.state === 'provisional'
  const at = tenth(places.x(last.index))
  const top = isUnder ? lineY + 27 : lineY - (isProvisional ? 28 : 14)
  return (
    <Unspoken>
      <text className="label-actual label-last" x={at} y={tenth(top)} textAnchor="middle">
        {last.shown}
      </text>
      {isProvisional ? (
        <text x={at} y={tenth(top) + 16} textAnchor="middle">
          provisional
        </text>
      ) : null}
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

const classOfLabel = {
  target: 'label-target',
  forecast: 'label-actual',
  actual: 'label-actual',
  plain: undefined,
}

/** At the right end: target, forecast and the two ranges, named where they are. */
export function EndLabels({ model, isNarrow }: { model: LongSeries; isNarrow: boolean }) {
  const places = usePlaces(model)
  if (places === null) return null
  const { plot, x, y } = places
  const right = plot.x + plot.width
  const { end, steps, points, last } = model
  const lastStep = steps.at(-1)
  const endPixels = end === null ? right : x(end.index)
  const starts = {
    target: right,
    forecast: endPixels + 6,
    plain: endPixels + 6,
    actual: x(last?.index ?? 0) + 7,
  }
  const labels = placeEndLabels(
    [
      ...(lastStep === undefined || lastStep.to < (points.at(-1)?.index ?? 0)
        ? []
        : [
            {
              text: `${isNarrow ? '' : 'Target '}${points.at(-1)?.targetShown ?? ''}`,
              y: y(lastStep.value),
              kind: 'target' as const,
            },
          ]),
      ...(end === null || end.forecast === null
        ? []
        : [
            {
              text: `${isNarrow ? '' : 'Forecast '}${end.forecastShown ?? ''}`,
              y: y(end.forecast),
              kind: 'forecast' as const,
            },
          ]),
      ...(last === null || last.value === null || !isNamedAtEnd(model, places)
        ? []
        : [
            {
              text: `${last.shown}${last.state === 'provisional' && !isNarrow ? ' provisional' : ''}`,
              y: y(last.value),
              kind: 'actual' as const,
            },
          ]),
      ...(end === null || end.range50 === null || isNarrow
        ? []
        : [{ text: '50% range, dark', y: y(end.range50[0]), kind: 'plain' as const }]),
      ...(end === null || end.range80 === null || isNarrow
        ? []
        : [{ text: '80% range, pale', y: y(end.range80[0]), kind: 'plain' as const }]),
    ],
    plot.y + plot.height,
  )
  return (
    <Unspoken>
      {labels.map(({ text, kind, y: lineY, textY }) => (
        <g key={text}>
          {isNarrow ? null : (
            <path
              className="leader"
              d={`M${tenth(starts[kind])} ${tenth(lineY)}L${right + 12} ${tenth(textY)}`}
            />
          )}
          <text className={classOfLabel[kind]} x={right + (isNarrow ? 6 : 16)} y={tenth(textY) + 5}>
            {text}
          </text>
        </g>
      ))}
    </Unspoken>
  )
}
