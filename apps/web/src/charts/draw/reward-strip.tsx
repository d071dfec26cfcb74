import type { DashboardReward } from '@accord/api-client'
import {
  prepareRewardStrip,
  type RewardMark,
  rewardFloor,
  rewardStripSummary,
  rewardWidthPixels,
  stretchX,
} from '../prepare/reward.ts'

function Mark({ kind, x, y }: RewardMark) {
  if (kind === 'below-floor') {
    return <path className="reward-below-floor" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />
  }
  return kind === 'audited' ? (
    <circle className="reward-secured" cx={x} cy={y} r="4.5" />
  ) : (
    <circle className="reward-in-audit" cx={x} cy={y} r="4" />
  )
}

/** Each stretch target by its share of the stretch, with the floor under which it pays nothing. */
export function RewardStrip({ targets }: { targets: DashboardReward['targets'] }) {
  const floorX = stretchX(rewardFloor)
  return (
    <svg
      className="full-width svg-text reward-strip"
      viewBox={`0 0 ${rewardWidthPixels} 66`}
      role="img"
      aria-label={rewardStripSummary(targets)}
    >
      <path className="axis-line" d={`M0 46H${rewardWidthPixels}`} />
      <path className="reward-floor" d={`M${floorX} 6V46`} />
      {prepareRewardStrip(targets).map((mark) => (
        <Mark key={mark.title} {...mark} />
      ))}
      <text x="0" y="62">
        0% of stretch
      </text>
      <text x={floorX} y="62" textAnchor="middle">
        {Math.round(rewardFloor * 100)}% floor
      </text>
      <text x={rewardWidthPixels} y="62" textAnchor="end">
        100%
      </text>
    </svg>
  )
}
