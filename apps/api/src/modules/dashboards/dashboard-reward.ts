import { rewardSummary } from '@accord/domain'
import type { z } from 'zod'
import type { DashboardRow } from './dashboards.queries.ts'
import type { DashboardReward } from './dashboards.schemas.ts'

export function toDashboardReward(row: DashboardRow['reward']): z.output<typeof DashboardReward> | null {
  if (row === null) return null
  const { totalPence, onCourseUnmetCount, targets, ...summary } = rewardSummary(row.targets)
  return {
    framework: { id: row.id, name: row.name, shortName: row.shortName },
    years: `${row.startYear} to ${row.endYear + 1}`,
    totalPence,
    securedPence: summary.securedPence,
    securedCount: summary.securedCount,
    onCoursePence: summary.onCoursePence,
    onCourseCount: summary.onCourseCount,
    atRiskPence: summary.atRiskPence,
    atRiskCount: summary.atRiskCount,
    partlyAtRiskCount: onCourseUnmetCount,
    forgonePence: summary.forgonePence,
    targets: targets.map(({ code, title, achieved, audit, belowFloor, paysPence }) => ({
      code,
      title,
      achieved,
      audit,
      belowFloor,
      paysPence,
    })),
  }
}
