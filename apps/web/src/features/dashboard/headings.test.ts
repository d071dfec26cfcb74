import { expect, test } from 'vitest'
import { aDashboard, aDashboardPartnership, aTally } from '#testing/builders.ts'
import {
  allHeading,
  attentionHeading,
  changesHeading,
  changeWords,
  lateWords,
  partnershipsHeading,
} from './headings.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `ni-${index}`)
const moved = (count: number) =>
  ids(count).map((id) => ({
    id,
    code: id,
    title: id,
    before: 'on_target' as const,
    now: 'off_target' as const,
    movement: '',
  }))

function attentionOf(attention: { off: number; forecast: number; missing: number }, rated = 31): string {
  return attentionHeading({
    attention: {
      offNow: ids(attention.off),
      forecastOff: ids(attention.forecast),
      notReported: ids(attention.missing),
    },
    now: { ...aTally({ onTarget: rated, notRated: attention.missing }), change: null },
  })
}

test('the heading of what needs attention counts off target and forecast apart', () => {
  expect(attentionOf({ off: 6, forecast: 2, missing: 0 })).toBe(
    'Needs attention: six off target now, two more forecast to be',
  )
  expect(attentionOf({ off: 1, forecast: 0, missing: 0 })).toBe('Needs attention: one off target now')
})

test('with nothing off target the heading says so', () => {
  expect(attentionOf({ off: 0, forecast: 0, missing: 0 })).toBe('Nothing is off target now or forecast to be')
  expect(attentionOf({ off: 0, forecast: 2, missing: 0 })).toBe(
    'Nothing is off target now, two forecast to be',
  )
  expect(attentionOf({ off: 0, forecast: 0, missing: 1 })).toBe(
    'Nothing is off target now or forecast to be; one not reported',
  )
})

test('a quarter in which nothing is rated is never told as one in which nothing is wrong', () => {
  expect(attentionOf({ off: 0, forecast: 0, missing: 31 }, 0)).toBe('Needs attention: 31 not reported')
  expect(attentionOf({ off: 0, forecast: 0, missing: 0 }, 0)).toBe('Nothing is rated in this quarter')
})

test('the heading of what changed counts worse before better', () => {
  const dashboard = aDashboard()
  const changes = { ...dashboard.changes, worse: moved(4), better: moved(3) }
  expect(changesHeading({ ...dashboard, changes })).toBe(
    'What changed since quarter 1: four worse, three better',
  )
  expect(changesHeading(dashboard)).toBe('What changed since quarter 1: no rating moved')
  expect(changesHeading({ ...dashboard, previousQuarter: null })).toBe('What changed')
})

test('the heading of partnerships names high performers and those rated fair or poor', () => {
  const rated = (word: 'excellent' | 'fair', rating: number) =>
    aDashboardPartnership({ valueForMoney: { rating, word, year: '2008/09' } })
  const list = [rated('excellent', 4), rated('excellent', 4), rated('fair', 2)]
  expect(partnershipsHeading(list)).toBe('3 significant partnerships: two high performers, one rated fair')
  expect(partnershipsHeading([])).toBe('No significant partnerships')
})

test('differences of counts are words, never bare signs', () => {
  expect([2, -3, 0].map(changeWords)).toEqual(['2 more', '3 fewer', 'no change'])
})

test('late returns are told by their days', () => {
  expect(lateWords([3, 3])).toBe('by 3 days')
  expect(lateWords([1, 5])).toBe('by 1 to 5 days')
  expect(lateWords([])).toBe('')
})

test('the heading of everything counts everything', () => {
  expect(allHeading(aTally({ onTarget: 31, notRated: 4 }))).toBe('All 35 indicators, by outcome')
  expect(allHeading(aTally())).toBe('No indicators in this quarter')
})
