import type { IndicatorDetail } from '@accord/api-client'
import { LongChart } from '#charts/draw/long-chart.tsx'
import { LongKey } from '#charts/long-key.tsx'
import { PointReader } from '#charts/point-reader.tsx'
import type { LongSeries } from '#charts/prepare/long-series.ts'
import { sayLongPoint } from '#charts/prepare/point-sentences.ts'
import { useReadingCursor } from '#charts/reading-cursor.ts'

type ComparedChartProps = { indicator: IndicatorDetail; model: LongSeries | null }

/** One of the indicators compared, with its unit before its title: no two share an axis. */
export function ComparedChart({ indicator, model }: ComparedChartProps) {
  const { id, code, unit, title } = indicator
  return (
    <figure aria-labelledby={`compared-${id}`}>
      <figcaption id={`compared-${id}`}>
        <span className="code">
          {code}, {unit === '%' ? 'per cent' : unit}
        </span>
        <b>{title}</b>
      </figcaption>
      {model === null ? (
        <p className="callout">No figure has been reported in these quarters.</p>
      ) : (
        <ReadChart model={model} />
      )}
    </figure>
  )
}

function ReadChart({ model }: { model: LongSeries }) {
  const cursor = useReadingCursor()
  return (
    <>
      <PointReader
        label={model.summary}
        cursor={cursor}
        count={model.points.length}
        start={model.points.findLastIndex(({ value }) => value !== null)}
        axis="across"
        say={(at) => sayLongPoint(model, at)}
      >
        <LongChart model={model} isNarrow cursor={cursor} />
      </PointReader>
      <LongKey model={model} />
      {model.scaleNote === null ? null : <p className="figure-source">{model.scaleNote}</p>}
    </>
  )
}
