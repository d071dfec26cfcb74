import { type BulletInput, prepareBullet } from '../prepare/bullet.ts'

type BulletProps = Omit<BulletInput, 'widthPixels'> & {
  summary: string
  widthPixels?: number
  heightPixels?: number
}

const tickWidthPixels = 3
const barHeightPixels = 7

export function Bullet({ summary, widthPixels = 184, heightPixels = 22, ...input }: BulletProps) {
  const bullet = prepareBullet({ ...input, widthPixels })
  if (bullet === null) return null
  const middle = heightPixels / 2
  return (
    <svg
      className="bullet"
      width={widthPixels}
      height={heightPixels}
      viewBox={`0 0 ${widthPixels} ${heightPixels}`}
      role="img"
      aria-label={summary}
    >
      {bullet.bands.map(({ tint, x, width }) => (
        <rect
          key={`${tint} ${x}`}
          className={`band-${tint}`}
          x={x}
          y="3"
          width={width}
          height={heightPixels - 6}
        />
      ))}
      {bullet.bar === null ? null : (
        <rect
          className="actual-bar"
          x={bullet.bar.x}
          y={middle - barHeightPixels / 2}
          width={bullet.bar.width}
          height={barHeightPixels}
        />
      )}
      {bullet.forecastX === null ? null : (
        <circle className="forecast-point" cx={bullet.forecastX} cy={middle} r="4" />
      )}
      {bullet.ticks.map((x) => (
        <rect
          key={x}
          className="target-tick"
          x={x - tickWidthPixels / 2}
          y="0"
          width={tickWidthPixels}
          height={heightPixels}
        />
      ))}
    </svg>
  )
}
