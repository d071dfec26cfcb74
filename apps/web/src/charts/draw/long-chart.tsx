import { memo } from 'react'
import { Area, ComposedChart, type DotItemDotProps, Line, XAxis, YAxis } from 'recharts'
import type { LongPoint } from '../prepare/long-point.ts'
import type { LongSeries } from '../prepare/long-series.ts'
import type { ReadingCursor } from '../reading-cursor.ts'
import { CursorLayer, HitLayer } from './cursor-layer.tsx'
import { EndLabels, LastLabel } from './end-labels.tsx'
import { LeadMark } from './lead-mark.tsx'
import { FigureAxis, TargetLayer, TimeAxis, YearlyLabels } from './long-chart-layers.tsx'
import { PinLayer, pinsHeightPixels } from './pin-layer.tsx'

const wide = { top: 16, right: 168, bottom: 44, left: 44 }
const unnamedRight = 28
const narrow = { top: 16, right: 62, bottom: 44, left: 34 }

// recharts would lay lines over everything of our own: in one layer the order is that of the list below.
const inOrder = 0

type LongChartProps = { model: LongSeries; isNarrow: boolean; cursor: ReadingCursor }

/** The long series against its stepped target. Made once for a model: reading it moves a layer of its own. */
export const LongChart = memo(function LongChart({ model, isNarrow, cursor }: LongChartProps) {
  const plain = isNarrow ? narrow : wide
  const room = { ...plain, top: plain.top + pinsHeightPixels(model, isNarrow) }
  // Without a target or a forecast nothing is named at the right end.
  const margin = model.steps.length === 0 && model.end === null ? { ...room, right: unnamedRight } : room
  const first = model.points[0]?.index ?? 0
  const last = model.points.at(-1)?.index ?? 0
  return (
    <ComposedChart
      className="long-chart"
      data={model.points}
      margin={margin}
      responsive
      accessibilityLayer={false}
    >
      <XAxis dataKey="index" type="number" domain={[first - 0.5, last + 0.5]} hide />
      <YAxis type="number" domain={[model.axis.low, model.axis.high]} hide />
      <FigureAxis model={model} />
      <Area
        dataKey="range80"
        className="fan-80"
        fill="#d7e0e9"
        fillOpacity={1}
        stroke="none"
        activeDot={false}
        isAnimationActive={false}
        zIndex={inOrder}
      />
      <Area
        dataKey="range50"
        className="fan-50"
        fill="#aebfd0"
        fillOpacity={1}
        stroke="none"
        activeDot={false}
        isAnimationActive={false}
        zIndex={inOrder}
      />
      <TimeAxis model={model} />
      <TargetLayer model={model} isNarrow={isNarrow} />
      <Line
        dataKey="forecast"
        stroke="#12436d"
        strokeWidth={1.75}
        strokeDasharray="3 3"
        dot={(dot: DotItemDotProps) => <ForecastDot key={dot.key} dot={dot} model={model} />}
        activeDot={false}
        isAnimationActive={false}
        zIndex={inOrder}
      />
      {Array.from({ length: model.runCount }, (_, run) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is known by its number.
          key={run}
          name={`run ${run}`}
          dataKey={(point: LongPoint) => (point.run === run ? point.value : null)}
          connectNulls={model.isYearly}
          stroke="#12436d"
          strokeWidth={2.5}
          dot={(dot: DotItemDotProps) => <ActualDot key={dot.key} dot={dot} />}
          activeDot={false}
          isAnimationActive={false}
          zIndex={inOrder}
        />
      ))}
      <LeadMark model={model} />
      <LastLabel model={model} />
      <YearlyLabels model={model} />
      <EndLabels model={model} isNarrow={isNarrow} />
      <PinLayer model={model} isNarrow={isNarrow} />
      <CursorLayer model={model} cursor={cursor} />
      <HitLayer model={model} />
    </ComposedChart>
  )
})

function ActualDot({ dot }: { dot: DotItemDotProps }) {
  const point = dot.payload as LongPoint
  if (point.value === null || dot.cx === undefined || dot.cy === undefined || Number.isNaN(dot.cy))
    return null
  return point.state === 'provisional' ? (
    <circle cx={dot.cx} cy={dot.cy} r="5" fill="#fff" stroke="#12436d" strokeWidth="2.5" />
  ) : (
    <circle cx={dot.cx} cy={dot.cy} r="3.2" className="point" />
  )
}

function ForecastDot({ dot, model }: { dot: DotItemDotProps; model: LongSeries }) {
  const point = dot.payload as LongPoint
  if (point.index !== model.end?.index || dot.cx === undefined || dot.cy === undefined) return null
  return <circle cx={dot.cx} cy={dot.cy} r="4" className="forecast-point" />
}
