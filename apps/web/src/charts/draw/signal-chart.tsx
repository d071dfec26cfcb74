import { memo } from 'react'
import { ComposedChart, XAxis, YAxis } from 'recharts'
import { tenth } from '../prepare/scale.ts'
import type { SignalModel } from '../prepare/signal.ts'
import type { ReadingCursor } from '../reading-cursor.ts'
import { CursorLayer, HitLayer } from './cursor-layer.tsx'
import { FigureAxis, TimeAxis, Unspoken, usePlaces } from './long-chart-layers.tsx'
import { CausePoint } from './process-marks.tsx'

const wide = { top: 16, right: 132, bottom: 44, left: 44 }
const narrow = { top: 16, right: 16, bottom: 44, left: 34 }

type SignalChartProps = { model: SignalModel; isNarrow: boolean; cursor: ReadingCursor }

/** The figures between their limits, each special cause with a shape of its own. Made once for a model. */
export const SignalChart = memo(function SignalChart({ model, isNarrow, cursor }: SignalChartProps) {
  const first = model.points[0]?.index ?? 0
  const last = model.points.at(-1)?.index ?? 0
  return (
    <ComposedChart
      className="long-chart"
      data={model.points}
      margin={isNarrow ? narrow : wide}
      responsive
      accessibilityLayer={false}
    >
      <XAxis dataKey="index" type="number" domain={[first - 0.5, last + 0.5]} hide />
      <YAxis type="number" domain={[model.axis.low, model.axis.high]} hide />
      <FigureAxis model={model} />
      <TimeAxis model={model} />
      <LimitLines model={model} isNarrow={isNarrow} />
      <FigureLine model={model} />
      <CursorLayer model={model} cursor={cursor} />
      <HitLayer model={model} />
    </ComposedChart>
  )
})

/** Mean and limits of each stretch, and the target; named at the right end. */
function LimitLines({ model, isNarrow }: { model: SignalModel; isNarrow: boolean }) {
  const places = usePlaces(model)
  if (places === null) return null
  const { plot, x, y } = places
  const right = plot.x + plot.width
  const last = model.lines.at(-1)
  const level = (from: number, to: number, figure: number) =>
    `M${tenth(x(from - 0.5))} ${tenth(y(figure))}H${tenth(x(to + 0.5))}`
  const names = [
    ...(last?.limits ? [{ text: 'Upper limit', figure: last.limits.upper }] : []),
    ...(last?.middle === null || last === undefined
      ? []
      : [{ text: last.middleShown ?? '', figure: last.middle }]),
    ...(last?.limits ? [{ text: 'Lower limit', figure: last.limits.lower }] : []),
  ]
  return (
    <Unspoken>
      {model.lines.map(({ from, to, middle, limits, reason }) => (
        <g key={from}>
          {limits === null ? null : (
            <path
              className="limit-line"
              d={`${level(from, to, limits.upper)}${level(from, to, limits.lower)}`}
            />
          )}
          {middle === null ? null : <path className="mean-line" d={level(from, to, middle)} />}
          {reason === null ? null : (
            <path className="phase-line" d={`M${tenth(x(from - 0.5))} ${plot.y}V${plot.y + plot.height}`} />
          )}
        </g>
      ))}
      {model.target === null ? null : (
        <path className="long-target" d={`M${plot.x} ${tenth(y(model.target))}H${right}`} />
      )}
      {isNarrow
        ? null
        : spread([
            ...names.map(({ text, figure }) => ({ text, y: y(figure), kind: undefined })),
            ...(model.target === null
              ? []
              : [{ text: `Target ${model.targetShown}`, y: y(model.target), kind: 'label-target' }]),
          ]).map(({ text, textY, kind }) => (
            <text key={text} className={kind} x={right + 8} y={tenth(textY) + 5}>
              {text}
            </text>
          ))}
    </Unspoken>
  )
}

const leastApartPixels = 18

/** Names by their lines, none nearer to the next than a line of text. */
function spread<Named extends { y: number }>(names: readonly Named[]): (Named & { textY: number })[] {
  let free = Number.NEGATIVE_INFINITY
  return names
    .toSorted((a, b) => a.y - b.y)
    .map((name) => {
      const textY = Math.max(name.y, free)
      free = textY + leastApartPixels
      return { ...name, textY }
    })
}

function FigureLine({ model }: { model: SignalModel }) {
  const places = usePlaces(model)
  if (places === null) return null
  const { x, y } = places
  let isBroken = true
  const path = model.points
    .map(({ index, value }) => {
      if (value === null) isBroken = true
      if (value === null) return ''
      const step = `${isBroken ? 'M' : 'L'}${tenth(x(index))} ${tenth(y(value))}`
      isBroken = false
      return step
    })
    .join('')
  return (
    <Unspoken>
      <path className="signal-line" d={path} />
      {model.points.map(({ index, value, variation }) =>
        value === null ? null : (
          <CausePoint key={index} variation={variation ?? 'common'} x={tenth(x(index))} y={tenth(y(value))} />
        ),
      )}
    </Unspoken>
  )
}
