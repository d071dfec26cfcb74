import { useSyncExternalStore } from 'react'
import { tenth } from '../prepare/scale.ts'
import type { ReadingCursor } from '../reading-cursor.ts'
import { type PlacedModel, Unspoken, usePlaces } from './long-chart-layers.tsx'

type ReadModel = PlacedModel & {
  points: readonly { index: number; value: number | null; forecast?: number | null }[]
}

/** Marks the point that is read. Nothing else of the drawing is made anew when it moves. */
export function CursorLayer({ model, cursor }: { model: ReadModel; cursor: ReadingCursor }) {
  const places = usePlaces(model)
  const state = useSyncExternalStore(cursor.subscribe, cursor.get)
  const point = state === null ? undefined : model.points[state.place]
  if (places === null || point === undefined) return null
  const { plot, x, y } = places
  const at = tenth(x(point.index))
  const figure = point.value ?? point.forecast ?? null
  return (
    <Unspoken>
      <path className="reading-mark" d={`M${at} ${plot.y}V${plot.y + plot.height}`} />
      {figure === null ? null : <circle className="reading-point" cx={at} cy={tenth(y(figure))} r="7" />}
    </Unspoken>
  )
}

/** A column for the pointer over each quarter, however small its point is. */
export function HitLayer({ model }: { model: PlacedModel }) {
  const places = usePlaces(model)
  if (places === null) return null
  const { plot, x, pitchPixels } = places
  return (
    <Unspoken>
      {model.points.map(({ index }, place) => (
        <rect
          key={index}
          className="reading-column"
          data-place={place}
          x={tenth(x(index) - pitchPixels / 2)}
          y={plot.y}
          width={tenth(pitchPixels)}
          height={plot.height}
        />
      ))}
    </Unspoken>
  )
}
