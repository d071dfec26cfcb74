import { expect, test } from 'vitest'
import { prepareRewardBar, prepareRewardStrip, rewardStripSummary, rewardWidthPixels } from './reward.ts'

const money = {
  totalPence: 1_600_000_000,
  securedPence: 635_000_000,
  onCoursePence: 364_000_000,
  atRiskPence: 569_000_000,
  forgonePence: 32_000_000,
}

function aTarget(code: string, achieved: number | null, audit: 'audited' | 'in_audit' = 'audited') {
  return {
    code,
    title: 'Target',
    achieved,
    audit,
    belowFloor: achieved !== null && achieved < 0.6,
    paysPence: 0,
  }
}

test('the parts of the reward fill its bar and no more', () => {
  const parts = prepareRewardBar(money)
  expect(parts.map(({ part }) => part)).toEqual(['secured', 'on-course', 'at-risk', 'forgone'])
  const last = parts.at(-1)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(rewardWidthPixels, 0)
})

test('a part that is nothing is not drawn', () => {
  const parts = prepareRewardBar({ ...money, forgonePence: 0 })
  expect(parts.map(({ part }) => part)).not.toContain('forgone')
})

test('targets at the same share stand one above another', () => {
  const marks = prepareRewardStrip([aTarget('A', 1), aTarget('B', 1), aTarget('C', 0.5)])
  expect(marks.map(({ y }) => y)).toEqual([39, 28, 39])
})

test('a target below the floor is a cross whatever its audit', () => {
  const [mark] = prepareRewardStrip([aTarget('A', 0.55, 'in_audit')])
  expect(mark?.kind).toBe('below-floor')
})

test('a target without a figure is not placed on the strip', () => {
  expect(prepareRewardStrip([aTarget('A', null)])).toEqual([])
})

test('the strip is told in a sentence, with the shares below the floor', () => {
  expect(
    rewardStripSummary([aTarget('A', 1), aTarget('B', 0.9), aTarget('C', 0.12), aTarget('D', 0.48)]),
  ).toBe(
    'Four stretch targets by share of the stretch achieved. Two are at or above the 60% floor, two are below it at 48% and 12%.',
  )
})
