import type { SeriesPoint } from '@accord/api-client'
import type { Measure } from '@accord/domain'
import { bodyPanelBox, prepareBodyPanel } from '../prepare/body-panel.ts'
import type { Extent } from '../prepare/scale.ts'
import { LastPoint, SeriesLines } from './series-marks.tsx'

type BodyPanelProps = { points: readonly SeriesPoint[]; extent: Extent; measure: Measure; summary: string }

/** One body’s quarters on the scale that all of them share, with its own target stepped. */
export function BodyPanel({ points, extent, measure, summary }: BodyPanelProps) {
  const shape = prepareBodyPanel(points, { extent, measure })
  if (shape === null) return <p className="no-series muted">No figures</p>
  const { widthPixels, heightPixels } = bodyPanelBox
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
      <SeriesLines shape={shape} heightPixels={heightPixels} />
      <LastPoint shape={shape} />
    </svg>
  )
}
