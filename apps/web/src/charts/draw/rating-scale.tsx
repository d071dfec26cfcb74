type Letter = { letter: string; name: string; rating: number }

type RatingScaleProps = {
  /** What is rated, for those who do not see the scale. */
  title: string
  words: readonly string[]
  rating: number | null
  median: number | null
  others: readonly Letter[]
}

const firstX = 34
const stepPixels = 74
const lineY = 24
const lettersApart = 18

const xOf = (rating: number) => firstX + (rating - 1) * stepPixels
const wordOf = (words: readonly string[], rating: number | null) =>
  rating === null ? 'not rated' : (words[rating - 1] ?? '')

function summaryOf({ title, words, rating, median, others }: RatingScaleProps): string {
  const said = [
    `this partnership ${wordOf(words, rating)}`,
    ...(median === null ? [] : [`median ${wordOf(words, median)}`]),
    ...others.map((other) => `${other.name} ${wordOf(words, other.rating)}`),
  ]
  return `${title}: ${said.join(', ')}`
}

/** Letters on one step stand side by side over it. */
function placesOf(others: readonly Letter[]): (Letter & { x: number })[] {
  return others.map((other) => {
    const together = others.filter(({ rating }) => rating === other.rating)
    const offset = (together.indexOf(other) - (together.length - 1) / 2) * lettersApart
    return { ...other, x: xOf(other.rating) + offset }
  })
}

/** One partnership on a scale of four beside the median and the high performers: a place, never a rank. */
export function RatingScale(props: RatingScaleProps) {
  const { words, rating, median, others } = props
  return (
    <svg
      className="rating-scale"
      width="290"
      height="36"
      viewBox="0 0 290 36"
      role="img"
      aria-label={summaryOf(props)}
    >
      <path className="axis-line" d={`M${firstX} ${lineY}H${xOf(words.length)}`} />
      {words.map((word, place) => (
        <circle key={word} className="scale-step" cx={xOf(place + 1)} cy={lineY} r="2" />
      ))}
      {median === null ? null : (
        <rect className="scale-median" x={xOf(median) - 1.5} y="13" width="3" height="22" />
      )}
      {rating === null ? null : <circle className="scale-own" cx={xOf(rating)} cy={lineY} r="7" />}
      {placesOf(others).map(({ letter, name, x }) => (
        <g key={name}>
          <text className="scale-letter" x={x} y="10" textAnchor="middle">
            {letter}
          </text>
          <path className="scale-tick" d={`M${x} 13v5`} />
        </g>
      ))}
    </svg>
  )
}

/** The words over a column of scales. */
export function RatingScaleHead({ words }: { words: readonly string[] }) {
  return (
    <svg className="rating-scale" width="290" height="18" viewBox="0 0 290 18" aria-hidden="true">
      {words.map((word, place) => (
        <text key={word} className="scale-word" x={xOf(place + 1)} y="13" textAnchor="middle">
          {word}
        </text>
      ))}
    </svg>
  )
}
