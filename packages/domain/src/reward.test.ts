import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney } from './figures.ts'
import { rewardOf, splitEvenly } from './reward.ts'
import type { AuditState } from './reward-summary.ts'
import { rewardSummary } from './reward-summary.ts'

const sharePence = 100_000_001

function reward(actual: string | null, [withoutStretch, stretch]: [string, string] = ['0', '100']) {
  return rewardOf({ withoutStretch, stretch, actual, sharePence })
}

describe('a stretch target', () => {
  test('pays nothing below 60 %, exactly', () => {
    expect(reward('59.999999999999999999')).toMatchObject({
      paysPence: 0,
      unmetPence: sharePence,
      belowFloor: true,
    })
    expect(reward('60')).toMatchObject({ achieved: 0.6, belowFloor: false })
    expect(reward('60').paysPence).toBe(60_000_000)
  })

  test('at 59.9, 60 and 120 % pays nothing, 60 % and the whole', () => {
    expect(reward('59.9')).toEqual({
      achieved: 0.599,
      paysPence: 0,
      unmetPence: sharePence,
      belowFloor: true,
    })
    expect(reward('60')).toEqual({
      achieved: 0.6,
      paysPence: 60_000_000,
      unmetPence: 40_000_001,
      belowFloor: false,
    })
    expect(reward('120')).toEqual({
      achieved: 1.2,
      paysPence: sharePence,
      unmetPence: 0,
      belowFloor: false,
    })
  })

  test('pays its share of the stretch, rounded down to the penny', () => {
    expect(reward('84.5').paysPence).toBe(84_500_000)
    expect(reward('99.9999999').paysPence).toBe(100_000_000)
  })

  test('pays no more than the whole share, however far beyond', () => {
    expect(reward('100')).toMatchObject({ paysPence: sharePence, unmetPence: 0 })
    expect(reward('250')).toMatchObject({ achieved: 2.5, paysPence: sharePence, unmetPence: 0 })
  })

  test('works the same where lower is better', () => {
    expect(reward('14', ['20', '10'])).toMatchObject({
      achieved: 0.6,
      belowFloor: false,
      paysPence: 60_000_000,
    })
    expect(reward('14.01', ['20', '10'])).toMatchObject({ belowFloor: true, paysPence: 0 })
    expect(reward('21', ['20', '10'])).toMatchObject({ achieved: -0.1, belowFloor: true })
  })

  test('without a figure pays nothing yet and is not judged against the floor', () => {
    expect(reward(null)).toEqual({ achieved: null, paysPence: 0, unmetPence: sharePence, belowFloor: false })
  })

  test('with no stretch between its two figures is refused', () => {
    expect(() => reward('5', ['5', '5.0'])).toThrow('must differ')
  })
})

test('money splits into parts that sum exactly and differ by a penny at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 1, max: 60 }), (total, parts) => {
      const split = splitEvenly(total, parts)
      expect(split.reduce((sum, part) => sum + part, 0)).toBe(total)
      expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1)
    }),
  )
  expect(() => splitEvenly(100, 0)).toThrow(RangeError)
})

const shares = splitEvenly(1_600_000_000, 12)

function target(place: number, percent: number | null, audit: AuditState) {
  return {
    withoutStretch: '0',
    stretch: '100',
    actual: percent === null ? null : String(percent),
    sharePence: shares[place] ?? 0,
    audit,
  }
}

describe('the reward of the demonstration agreement', () => {
  const audited = [100, 100, 100, 92, 84].map((percent, place) => target(place, percent, 'audited'))
  const inAudit = [100, 95, 78, 55, 48, 31, 12].map((percent, place) =>
    target(place + 5, percent, 'in_audit'),
  )
  const summary = rewardSummary([...audited, ...inAudit])

  test('is £6.35m secured, £3.64m on course, £5.69m at risk and £0.32m forgone, of £16m', () => {
    expect(summary.totalPence).toBe(1_600_000_000)
    expect(
      [summary.securedPence, summary.onCoursePence, summary.atRiskPence, summary.forgonePence].map(
        formatMoney,
      ),
    ).toEqual(['£6.35m', '£3.64m', '£5.69m', '£0.32m'])
  })

  test('counts five secured, three on course, four at risk with the unmet part of two on course', () => {
    expect(summary).toMatchObject({
      securedCount: 5,
      onCourseCount: 3,
      onCourseUnmetCount: 2,
      atRiskCount: 4,
      forgoneCount: 0,
    })
  })

  test('keeps every target with what it pays and where it stands', () => {
    expect(summary.targets.map(({ part }) => part)).toEqual([
      ...Array.from({ length: 5 }, () => 'secured'),
      ...Array.from({ length: 3 }, () => 'on_course'),
      ...Array.from({ length: 4 }, () => 'at_risk'),
    ])
  })
})

test('audited below the floor is forgone whole; without a figure is at risk whole', () => {
  expect(rewardSummary([target(0, 59, 'audited')])).toMatchObject({
    forgonePence: shares[0],
    forgoneCount: 1,
    atRiskPence: 0,
  })
  expect(rewardSummary([target(0, null, 'in_audit')])).toMatchObject({
    atRiskPence: shares[0],
    atRiskCount: 1,
  })
  expect(rewardSummary([target(0, null, 'audited')])).toMatchObject({
    atRiskPence: shares[0],
    forgonePence: 0,
  })
})

test('the four parts sum exactly to the total of the shares, in pence', () => {
  const percent = fc.option(
    fc.double({ min: -50, max: 150, noNaN: true }).map((n) => n.toFixed(3)),
    { nil: null },
  )
  const one = fc.record({
    withoutStretch: fc.constantFrom('0', '12.5', '-3'),
    stretch: fc.constantFrom('7', '100.25', '-40'),
    actual: percent,
    sharePence: fc.integer({ min: 0, max: 10 ** 11 }),
    audit: fc.constantFrom<AuditState>('audited', 'in_audit'),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (targets) => {
      const { totalPence, securedPence, onCoursePence, atRiskPence, forgonePence } = rewardSummary(targets)
      expect(securedPence + onCoursePence + atRiskPence + forgonePence).toBe(totalPence)
      expect(totalPence).toBe(targets.reduce((sum, each) => sum + each.sharePence, 0))
    }),
  )
})
