import type { DashboardReward } from '@accord/api-client'
import { capitalise, countWord, joinWithAnd } from '@accord/domain'
import { tenth } from './scale.ts'

export const rewardWidthPixels = 352

/** Under this share of the stretch a target pays nothing (the domain notes, Reward). For drawing only. */
export const rewardFloor = 0.6
const gapPixels = 1.5

export type RewardPart = { part: 'secured' | 'on-course' | 'at-risk' | 'forgone'; x: number; width: number }

type Money = Pick<
  DashboardReward,
  'totalPence' | 'securedPence' | 'onCoursePence' | 'atRiskPence' | 'forgonePence'
>

/** The whole reward as one bar: secured, on course, at risk, and what cannot now be earned. */
export function prepareRewardBar(money: Money): RewardPart[] {
  const shares: [RewardPart['part'], number][] = [
    ['secured', money.securedPence],
    ['on-course', money.onCoursePence],
    ['at-risk', money.atRiskPence],
    ['forgone', money.forgonePence],
  ]
  const drawn = shares.filter(([, pence]) => pence > 0)
  let x = 0
  return drawn.map(([part, pence], index) => {
    const share = money.totalPence === 0 ? 0 : (pence / money.totalPence) * rewardWidthPixels
    const width = Math.max(0, share - (index === drawn.length - 1 ? 0 : gapPixels))
    const placed = { part, x: tenth(x), width: tenth(width) }
    x += share
    return placed
  })
}

export type RewardMark = { kind: 'audited' | 'in-audit' | 'below-floor'; x: number; y: number; title: string }

const firstX = 8
const reachX = rewardWidthPixels - 2 * firstX
const lowestY = 39
const stackPixels = 11
const leastApartPixels = 9.5

/** Where a share of the stretch stands on the strip. */
export function stretchX(achieved: number): number {
  return firstX + Math.max(0, Math.min(1, achieved)) * reachX
}

/** Each target by its share of the stretch, one above another where they meet. */
export function prepareRewardStrip(targets: DashboardReward['targets']): RewardMark[] {
  const kinds: RewardMark['kind'][] = ['audited', 'in-audit', 'below-floor']
  const placed: RewardMark[] = []
  const inOrder = targets
    .flatMap(({ achieved, belowFloor, audit, code, title }) => {
      const kind: RewardMark['kind'] = belowFloor
        ? 'below-floor'
        : audit === 'audited'
          ? 'audited'
          : 'in-audit'
      return achieved === null ? [] : [{ achieved, kind, title: `${code} ${title}` }]
    })
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.achieved - a.achieved)
  for (const { achieved, kind, title } of inOrder) {
    const x = tenth(stretchX(achieved))
    let y = lowestY
    while (placed.some((mark) => mark.y === y && Math.abs(mark.x - x) < leastApartPixels)) y -= stackPixels
    placed.push({ kind, x, y, title })
  }
  return placed
}

/** 'Twelve stretch targets by share … Eight are above the 60% floor, four are below it at 55%, 48% and 12%.' */
export function rewardStripSummary(targets: DashboardReward['targets']): string {
  const known = targets.filter(({ achieved }) => achieved !== null)
  const below = known
    .filter(({ belowFloor }) => belowFloor)
    .sort((a, b) => (b.achieved ?? 0) - (a.achieved ?? 0))
  const above = known.length - below.length
  const floor = `${Math.round(rewardFloor * 100)}%`
  const opening = `${capitalise(countWord(known.length))} stretch targets by share of the stretch achieved.`
  const aboveWords = above === 0 ? 'None is' : `${capitalise(countWord(above))} ${above === 1 ? 'is' : 'are'}`
  if (below.length === 0) return `${opening} ${aboveWords} at or above the ${floor} floor.`
  const shares = joinWithAnd(below.map(({ achieved }) => `${Math.round((achieved ?? 0) * 100)}%`))
  const belowWords = `${countWord(below.length)} ${below.length === 1 ? 'is' : 'are'} below it at ${shares}.`
  return `${opening} ${aboveWords} at or above the ${floor} floor, ${belowWords}`
}
