import type { LongSeries } from '../prepare/long-series.ts'
import { tenth } from '../prepare/scale.ts'
import { Unspoken, usePlaces } from './long-chart-layers.tsx'

const armPixels = 5.5

/** What the lead expects, as a cross at the year’s end. */
export function LeadMark({ model }: { model: LongSeries }) {
  const places = usePlaces(model)
  const { lead } = model
  if (places === null || lead === null) return null
  return (
    <Unspoken>
      <path
        className="lead-forecast"
        transform={`translate(${tenth(places.x(lead.index))} ${tenth(places.y(lead.value))})`}
        d={`M${-armPixels} ${-armPixels}L${armPixels} ${armPixels}M${armPixels} ${-armPixels}L${-armPixels} ${armPixels}`}
      />
    </Unspoken>
  )
}
