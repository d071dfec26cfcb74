import { quarterLabel } from '@accord/domain'
import { Area, ComposedChart, type DotItemDotProps, Line, Tooltip, XAxis, YAxis } from 'recharts'
import type { LongPoint } from '../prepare/long-point.ts'
import type { LongSeries } from '../prepare/long-series.ts'
import { LeadMark } from './lead-mark.tsx'
import {
  EndLabels,
  FigureAxis,
  LastLabel,
  TargetLayer,
  TimeAxis,
  YearlyLabels,
} from './long-chart-layers.tsx'

const wide = { top: 16, right: 168, bottom: 44, left: 44 }
const unnamedRight = 28
const narrow = { top: 16, right: 62, bottom: 44, left: 34 }

type LongChartProps = { model: LongSeries; isNarrow: boolean }

/** The long series against its stepped target, to be browsed point by point with the arrow keys. */
export function LongChart({ model, isNarrow }: LongChartProps) {
  const room = isNarrow ? narrow : wide
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
      aria-label={model.summary}
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
      />
      <Area
        dataKey="range50"
        className="fan-50"
        fill="#aebfd0"
        fillOpacity={1}
        stroke="none"
        activeDot={false}
        isAnimationActive={false}
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
          activeDot={{ r: 6, fill: '#12436d', stroke: '#fff' }}
          isAnimationActive={false}
        />
      ))}
      <LeadMark model={model} />
      <LastLabel model={model} />
      <YearlyLabels model={model} />
      <EndLabels model={model} isNarrow={isNarrow} />
      <Tooltip
        content={({ payload }) => (
          <Reading point={payload[0]?.payload as LongPoint | undefined} lead={model.lead} />
        )}
        isAnimationActive={false}
        cursor={{ stroke: '#8b9399' }}
      />
    </ComposedChart>
  )
}

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

/** The point under the pointer or the arrow keys, said as well as shown. */
function Reading({ point, lead }: { point: LongPoint | undefined; lead: LongSeries['lead'] }) {
  if (point === undefined) return null
  const isForecast = point.value === null && point.forecast !== null
  return (
    <div className="chart-reading" role="status">
      <b>{quarterLabel(point.index)}</b>
      {isForecast ? `Forecast ${point.forecastShown}` : (point.shown ?? 'No figure')}
      {point.state === 'provisional' ? ', provisional' : ''}
      {point.targetShown === null ? '' : `, target ${point.targetShown}`}
      {lead?.index === point.index ? `, lead’s own forecast ${lead.shown}` : ''}
    </div>
  )
}
