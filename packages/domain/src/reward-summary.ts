import type { Reward, RewardTarget } from './reward.ts'
import { rewardOf } from './reward.ts'

/** Audited figures are final; figures in audit may still move. */
export type AuditState = 'audited' | 'in_audit'

/** Where a target’s money stands; its unmet part goes to at risk while in audit and to forgone once audited. */
export type RewardPart = 'secured' | 'on_course' | 'at_risk' | 'forgone'

export type RewardSummary<T> = {
  totalPence: number
  securedPence: number
  securedCount: number
  onCoursePence: number
  onCourseCount: number
  /** Of those on course, how many have an unmet part, which is at risk. */
  onCourseUnmetCount: number
  atRiskPence: number
  /** Targets whose whole share is at risk: below the floor in audit, or without a figure. */
  atRiskCount: number
  forgonePence: number
  /** Audited targets below the floor, whose whole share is forgone. */
  forgoneCount: number
  targets: (T & Reward & { part: RewardPart })[]
}

/**
 * Reward secured, on course, at risk and forgone, in pence (the domain notes, Reward). The four always sum to
 * the total of the shares. Secured: audited, at or above the floor. On course: in audit, at or above the floor.
 * At risk: the whole share of a target in audit below the floor or of any without a figure, and the unmet part
 * of those on course. Forgone: the unmet part of audited targets, the whole share of those below the floor.
 */
export function rewardSummary<T extends RewardTarget & { audit: AuditState }>(
  targets: readonly T[],
): RewardSummary<T> {
  const summary: RewardSummary<T> = {
    totalPence: 0,
    securedPence: 0,
    securedCount: 0,
    onCoursePence: 0,
    onCourseCount: 0,
    onCourseUnmetCount: 0,
    atRiskPence: 0,
    atRiskCount: 0,
    forgonePence: 0,
    forgoneCount: 0,
    targets: [],
  }
  for (const target of targets) {
    const reward = rewardOf(target)
    const part = partOf({ reward, audit: target.audit })
    addTo(summary, { reward, part })
    summary.targets.push({ ...target, ...reward, part })
  }
  return summary
}

function partOf({ reward, audit }: { reward: Reward; audit: AuditState }): RewardPart {
  if (reward.achieved === null) return 'at_risk'
  if (audit === 'audited') return reward.belowFloor ? 'forgone' : 'secured'
  return reward.belowFloor ? 'at_risk' : 'on_course'
}

function addTo<T>(summary: RewardSummary<T>, { reward, part }: { reward: Reward; part: RewardPart }): void {
  const { paysPence, unmetPence } = reward
  summary.totalPence += paysPence + unmetPence
  if (part === 'secured') {
    summary.securedPence += paysPence
    summary.securedCount++
    summary.forgonePence += unmetPence
  } else if (part === 'on_course') {
    summary.onCoursePence += paysPence
    summary.onCourseCount++
    summary.atRiskPence += unmetPence
    if (unmetPence > 0) summary.onCourseUnmetCount++
  } else if (part === 'at_risk') {
    summary.atRiskPence += unmetPence
    summary.atRiskCount++
  } else {
    summary.forgonePence += unmetPence
    summary.forgoneCount++
  }
}
