import type { SeriesPoint, WideForecastPoint } from '@accord/api-client'
import type { Measure } from '@accord/domain'
import { prepareSmallMultiple, smallMultipleBox } from '../prepare/small-multiple.ts'
import { LastPoint, SeriesLines } from './series-marks.tsx'

type SmallMultipleProps = {
  series: readonly SeriesPoint[]
  forecast: readonly WideForecastPoint[]
  measure: Measure
  summary: string
}

export function SmallMultiple({ series, forecast, measure, summary }: SmallMultipleProps) {
  const shape = prepareSmallMultiple({ series, forecast, measure })
  if (shape === null) return <div className="no-series" />
  const { widthPixels, heightPixels } = smallMultipleBox
  return (
    <svg
      className="small-multiple"
      viewBox={`0 0 ${widthPixels} ${heightPixels}`}
      width={widthPixels}
      height={heightPixels}
      role="img"
      aria-label={summary}
    >
      <path className="axis-line" d={`M0 ${heightPixels - 0.5}H${widthPixels}`} />
      {shape.fan === null ? null : <path className="fan" d={shape.fan} />}
      <SeriesLines shape={shape} heightPixels={heightPixels} />
      {shape.forecastLine === null ? null : <path className="forecast-line" d={shape.forecastLine} />}
      {shape.forecastEnd === null ? null : (
        <circle className="forecast-point" cx={shape.forecastEnd.x} cy={shape.forecastEnd.y} r="3" />
      )}
      <LastPoint shape={shape} />
    </svg>
  )
}
