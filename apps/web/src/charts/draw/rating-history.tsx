export type HistoryPoint = { label: string; rating: number | null; median: number | null }

const heightPixels = 118
const widthPixels = 420
const lowestY = 78
const stepPixels = 22
const leftX = 66
const yOf = (rating: number) => lowestY - (rating - 1) * stepPixels

const wordOf = (words: readonly string[], rating: number) => (words[rating - 1] ?? '').toLowerCase()

function summaryOf(points: readonly HistoryPoint[], words: readonly string[]): string {
  const said = points.map(
    ({ label, rating }) => `${label} ${rating === null ? 'not assessed' : wordOf(words, rating)}`,
  )
  const medians = points.flatMap(({ label, median }) =>
    median === null ? [] : [`${label} ${wordOf(words, median)}`],
  )
  const rest = medians.length === 0 ? '' : ` The median: ${medians.join(', ')}.`
  return `Rating history: ${said.join(', ')}.${rest}`
}

/** A line for each run of years that have a value: a year without one breaks it. */
function linesOf(points: readonly { x: number; y: number | null }[]): string {
  return points
    .map(({ x, y }, place) => {
      if (y === null) return ''
      const before = points[place - 1]?.y ?? null
      return `${before === null ? 'M' : 'L'}${x} ${y}`
    })
    .join('')
}

/** The rating of each year, and the median of all. */
export function RatingHistory({
  points,
  words,
}: {
  points: readonly HistoryPoint[]
  words: readonly string[]
}) {
  const step = (widthPixels - leftX) / Math.max(1, points.length)
  const placed = points.map((point, place) => ({ ...point, x: leftX + step * (place + 0.5) }))
  const lines = (value: (point: HistoryPoint) => number | null) =>
    linesOf(
      placed.map((point) => {
        const rating = value(point)
        return { x: point.x, y: rating === null ? null : yOf(rating) }
      }),
    )
  const lastMedian = placed.findLast(({ median }) => median !== null)
  return (
    <svg
      className="full-width rating-history"
      viewBox={`0 0 ${widthPixels} ${heightPixels}`}
      role="img"
      aria-label={summaryOf(points, words)}
    >
      {words.map((word, place) => (
        <g key={word}>
          <path className="year-line" d={`M${leftX} ${yOf(place + 1)}H${widthPixels}`} />
          <text x="0" y={yOf(place + 1) + 5}>
            {word}
          </text>
        </g>
      ))}
      <path className="history-median" d={lines(({ median }) => median)} />
      <path className="history-own" d={lines(({ rating }) => rating)} />
      {placed.map(({ label, rating, x }) => (
        <g key={label}>
          {rating === null ? (
            <text x={x} y={lowestY + 5} textAnchor="middle">
              not assessed
            </text>
          ) : (
            <circle className="point" cx={x} cy={yOf(rating)} r="5" />
          )}
          <text className="history-year" x={x} y={heightPixels - 2} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {lastMedian === undefined ? null : (
        <text x={widthPixels} y={yOf(lastMedian.median ?? 1) - 6} textAnchor="end">
          median
        </text>
      )}
    </svg>
  )
}
