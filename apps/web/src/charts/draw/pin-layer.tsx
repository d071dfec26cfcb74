import type { LongSeries } from '../prepare/long-series.ts'
import { placePins } from '../prepare/pins.ts'
import { tenth } from '../prepare/scale.ts'
import { Unspoken, usePlaces } from './long-chart-layers.tsx'

const discPixels = 9
const wideRoomPixels = 34
const narrowRoomPixels = 18

/** What pins need above the plot: two lines of words, or on a phone the disc alone. */
export function pinsHeightPixels({ pins }: Pick<LongSeries, 'pins'>, isNarrow: boolean): number {
  if (pins.length === 0) return 0
  return isNarrow ? narrowRoomPixels : wideRoomPixels
}

/** A numbered disc on a hairline down to the figure of its quarter. */
export function PinLayer({ model, isNarrow }: { model: LongSeries; isNarrow: boolean }) {
  const places = usePlaces(model)
  if (places === null || model.pins.length === 0) return null
  const { plot, x, y } = places
  const pins = placePins(model.pins, { x, right: plot.x + plot.width })
  const top = plot.y - pinsHeightPixels(model, isNarrow) + discPixels
  return (
    <Unspoken>
      {pins.map(({ number, value, x: at, lines }) => {
        const foot = value === null ? plot.y + plot.height : y(value) - 6
        return (
          <g key={number}>
            <path className="pin-line" d={`M${tenth(at)} ${top + discPixels}V${tenth(foot)}`} />
            <circle className="pin-disc" cx={tenth(at)} cy={top} r={discPixels} />
            <text className="pin-number" x={tenth(at)} y={top + 4.5} textAnchor="middle">
              {number}
            </text>
            {lines === null || isNarrow ? null : (
              <text className="pin-words" x={tenth(at) + 14} y={top + 1}>
                {lines[0]}
                <tspan x={tenth(at) + 14} dy="15">
                  {lines[1]}
                </tspan>
              </text>
            )}
          </g>
        )
      })}
    </Unspoken>
  )
}
