import { placeEndLabels } from '../prepare/end-labels.ts'
import type { LongSeries } from '../prepare/long-series.ts'
import { tenth } from '../prepare/scale.ts'
import { fewestPixelsForEveryQuarter, Unspoken, usePlaces } from './long-chart-layers.tsx'

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
        {model.isYearly && last.period !== null ? `${last.shown} ${last.period}` : last.shown}
      </text>
      {isProvisional ? (
        <text x={at} y={tenth(top) + 16} textAnchor="middle">
          provisional
        </text>
      ) : null}
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
