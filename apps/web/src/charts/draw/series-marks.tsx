import type { SeriesShape } from '../prepare/series-shape.ts'

/** Year starts, stepped target and broken line, in the order they lie on one another. */
export function SeriesLines({ shape, heightPixels }: { shape: SeriesShape; heightPixels: number }) {
  return (
    <>
      {shape.yearStarts.length === 0 ? null : (
        <path className="year-line" d={shape.yearStarts.map((x) => `M${x} 0V${heightPixels}`).join('')} />
      )}
      {shape.targets === '' ? null : <path className="target-line" d={shape.targets} />}
      {shape.lines.map((line) => (
        <path key={line} className="series-line" d={line} />
      ))}
      {shape.lonePoints.map(({ x, y }) => (
        <circle key={x} className="point" cx={x} cy={y} r="2" />
      ))}
    </>
  )
}

/** The newest figure: hollow while provisional. */
export function LastPoint({ shape }: { shape: SeriesShape }) {
  if (shape.last === null) return null
  const { x, y, isProvisional } = shape.last
  return <circle className={isProvisional ? 'point-provisional' : 'point'} cx={x} cy={y} r="3" />
}
