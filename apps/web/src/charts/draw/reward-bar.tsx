import { prepareRewardBar, type RewardPart, rewardWidthPixels } from '../prepare/reward.ts'

const heightPixels = 14
const outlines: Readonly<Record<RewardPart['part'], number>> = {
  secured: 0,
  'on-course': 0,
  'at-risk': 1.4,
  forgone: 1.2,
}

/** The outline lies inside the part, so that its width stays its share. */
function PartRect({ part, x, width, height }: RewardPart & { height: number }) {
  const outline = outlines[part]
  return (
    <rect
      className={`reward-${part}`}
      x={x + outline / 2}
      y={outline / 2}
      width={Math.max(0, width - outline)}
      height={height - outline}
    />
  )
}

/** Decoration: every amount stands beside it as text. */
export function RewardBar({ money }: { money: Parameters<typeof prepareRewardBar>[0] }) {
  return (
    <svg
      className="full-width fact-drawing"
      viewBox={`0 0 ${rewardWidthPixels} ${heightPixels}`}
      aria-hidden="true"
    >
      {prepareRewardBar(money).map((part) => (
        <PartRect key={part.part} {...part} height={heightPixels} />
      ))}
    </svg>
  )
}

export function RewardSwatch({ part }: { part: RewardPart['part'] }) {
  return (
    <svg className="swatch" viewBox="0 0 12 12" aria-hidden="true">
      <PartRect part={part} x={0} width={12} height={12} />
    </svg>
  )
}
