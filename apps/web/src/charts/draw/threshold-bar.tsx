import { type FigureFormat, formatFigure, formatFigureExactly, type Polarity } from '@accord/domain'
import { scaleOf, tenth } from '../prepare/scale.ts'

type ThresholdBarProps = {
  value: string | null
  thresholds: { onFrom: string; nearFrom: string }
  polarity: Polarity
  format: FigureFormat
}

const widthPixels = 340
const textWidthPixels = 76

/** Where off, near and on target meet, and where the figure stands between them. */
export function ThresholdBar({ value, thresholds, polarity, format }: ThresholdBarProps) {
  const on = Number(thresholds.onFrom)
  const near = Number(thresholds.nearFrom)
  const actual = value === null ? on : Number(value)
  const isLower = polarity === 'lower'
  // Room for a label in each of the three parts: the bar is about where they meet, so it does not start at zero.
  const span =
    Math.max(Math.abs(on - near), Math.abs(actual - on), Math.abs(actual - near), Math.abs(on) * 0.02) || 1
  const low = Math.min(on, near, actual) - span * 0.65
  const high = Math.max(on, near, actual) + span * 0.65
  const x = scaleOf({ low, high, from: 0, to: widthPixels })
  const first = isLower ? on : near
  const second = isLower ? near : on
  const firstX = tenth(x(first))
  const secondX = tenth(x(second))
  const labels = isLower
    ? (['On target', 'Near target', 'Off target'] as const)
    : (['Off target', 'Near target', 'On target'] as const)
  const bounds = isLower
    ? [
        `to ${formatFigureExactly(thresholds.onFrom, format)}`,
        `to ${formatFigureExactly(thresholds.nearFrom, format)}`,
        '',
      ]
    : [
        '',
        `from ${formatFigureExactly(thresholds.nearFrom, format)}`,
        `from ${formatFigureExactly(thresholds.onFrom, format)}`,
      ]
  const tints = isLower ? ['on', 'near', 'off'] : ['off', 'near', 'on']
  const starts = [0, firstX + 1, secondX + 1]
  const ends = [firstX, secondX, widthPixels]
  const onX = isLower ? firstX : secondX
  const shown = value === null ? null : formatFigure(value, format)
  const markerX = tenth(x(actual))
  const textAt = placeLabels(starts)
  return (
    <svg
      className="full-width svg-text threshold-bar"
      viewBox={`0 0 ${widthPixels} 74`}
      role="img"
      aria-label={`${labels.map((label, part) => `${label} ${bounds[part] ?? ''}`.trim()).join(', ')}.${shown === null ? '' : ` The figure is ${shown}.`}`}
    >
      {tints.map((tint, part) => (
        <rect
          key={tint}
          className={`band-${tint}`}
          x={starts[part]}
          y="26"
          width={Math.max(0, (ends[part] ?? 0) - (starts[part] ?? 0))}
          height="14"
        />
      ))}
      <rect className="target-tick" x={onX - 1.5} y="21" width="3" height="24" />
      {shown === null ? null : (
        <>
          <path className="point" d={`M${markerX - 6} 14h12l-6 10z`} />
          <text
            className="figure"
            x={Math.max(20, Math.min(widthPixels - 20, markerX))}
            y="10"
            textAnchor="middle"
          >
            {shown}
          </text>
        </>
      )}
      {labels.map((label, part) => (
        <text key={label} x={textAt[part]} y="58">
          {label}
          <tspan x={textAt[part]} dy="15">
            {bounds[part]}
          </tspan>
        </text>
      ))}
    </svg>
  )
}

/** Labels keep their distance where two bounds are close, and stay on the drawing. */
function placeLabels(starts: readonly number[]): number[] {
  const third = Math.min(starts[2] ?? 0, widthPixels - textWidthPixels)
  const second = Math.min(Math.max(starts[1] ?? 0, textWidthPixels), third - textWidthPixels)
  return [0, second, third]
}
