import type { DashboardReward } from '@accord/api-client'
import { countOf, formatMoney } from '@accord/domain'
import { RewardBar, RewardSwatch } from '#charts/draw/reward-bar.tsx'
import { RewardStrip } from '#charts/draw/reward-strip.tsx'

/** Money secured, on course, at risk and gone, of all that could be earned. */
export function RewardFact({ reward }: { reward: DashboardReward | null }) {
  if (reward === null || reward.targets.length === 0) {
    return (
      <div className="fact">
        <h2>Reward</h2>
        <p className="note">No agreement with reward runs for this council in this quarter.</p>
      </div>
    )
  }
  const { totalPence, targets, years, partlyAtRiskCount } = reward
  return (
    <div className="fact">
      <h2>
        Reward{' '}
        <small>{`of ${formatMoney(totalPence)}, ${countOf(targets.length, 'stretch target')} ${years}`}</small>
      </h2>
      <RewardBar money={reward} />
      <ul className="money">
        {amountsOf(reward).map(({ part, pence, words }) => (
          <li key={part}>
            <RewardSwatch part={part} />
            <b>{formatMoney(pence)}</b>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <RewardStrip targets={targets} />
      <p className="note">
        Filled: audited. Hollow: in audit. Cross: below the floor, pays nothing.
        {partlyAtRiskCount === 0 ? '' : ` *With the unmet part of ${partlyAtRiskCount} on course.`}
      </p>
    </div>
  )
}

function amountsOf(reward: DashboardReward) {
  const { securedCount, onCourseCount, atRiskCount, partlyAtRiskCount } = reward
  const star = partlyAtRiskCount === 0 ? '' : '*'
  return [
    {
      part: 'secured',
      pence: reward.securedPence,
      words: `secured: ${countOf(securedCount, 'target')}, audited`,
    },
    {
      part: 'on-course',
      pence: reward.onCoursePence,
      words: `on course: ${countOf(onCourseCount, 'target')}, evidence in audit`,
    },
    {
      part: 'at-risk',
      pence: reward.atRiskPence,
      words: `at risk: ${countOf(atRiskCount, 'target')} below the floor${star}`,
    },
    { part: 'forgone', pence: reward.forgonePence, words: 'cannot now be earned' },
  ] as const
}
