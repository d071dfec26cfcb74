import { prepareSparkline, type SparklineInput } from '../prepare/sparkline.ts'
import { LastPoint, SeriesLines } from './series-marks.tsx'

type SparklineProps = Omit<SparklineInput, 'widthPixels' | 'heightPixels'> & {
  /** One sentence: first, last, target. */
  summary: string
  widthPixels?: number
  heightPixels?: number
}

export function Sparkline({ summary, widthPixels = 136, heightPixels = 44, ...input }: SparklineProps) {
  const prepared = prepareSparkline({ ...input, widthPixels, heightPixels })
  // Without a target a line is only compared by its slope: year starts would be ink for nothing.
  const shape = prepared !== null && input.withTarget === false ? { ...prepared, yearStarts: [] } : prepared
  if (shape === null) return <span className="small muted">No figures</span>
  return (
    <svg
      className="sparkline"
      width={widthPixels}
      height={heightPixels}
      viewBox={`0 0 ${widthPixels} ${heightPixels}`}
      role="img"
      aria-label={summary}
    >
      <SeriesLines shape={shape} heightPixels={heightPixels} />
      <LastPoint shape={shape} />
    </svg>
  )
}
