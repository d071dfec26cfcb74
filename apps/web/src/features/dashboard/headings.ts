import type { Dashboard, DashboardPartnership, Tally } from '@accord/api-client'
import { capitalise, countOf, countWord, joinWithAnd } from '@accord/domain'

/** '2 more', '3 fewer', 'no change'. */
export function changeWords(difference: number): string {
  if (difference === 0) return 'no change'
  return difference > 0 ? `${difference} more` : `${-difference} fewer`
}

/** 'Needs attention: six off target now, two more forecast to be'. Nothing rated is never told as nothing wrong. */
export function attentionHeading({ attention, now }: Pick<Dashboard, 'attention' | 'now'>): string {
  const off = attention.offNow.length
  const forecast = attention.forecastOff.length
  const missing = attention.notReported.length
  if (off > 0) {
    const more = forecast === 0 ? '' : `, ${countWord(forecast)} more forecast to be`
    return `Needs attention: ${countWord(off)} off target now${more}`
  }
  if (forecast > 0) return `Nothing is off target now, ${countWord(forecast)} forecast to be`
  if (now.rated === 0) {
    return missing === 0
      ? 'Nothing is rated in this quarter'
      : `Needs attention: ${countWord(missing)} not reported`
  }
  const reported = missing === 0 ? '' : `; ${countWord(missing)} not reported`
  return `Nothing is off target now or forecast to be${reported}`
}

/** 'What changed since quarter 1: four worse, three better'. */
export function changesHeading({ changes, previousQuarter }: Dashboard): string {
  if (previousQuarter === null) return 'What changed'
  const worse = changes.worse.length
  const better = changes.better.length
  const opening = `What changed since ${previousQuarter.name.toLowerCase()}`
  if (worse === 0 && better === 0) return `${opening}: no rating moved`
  const none = (count: number) => (count === 0 ? 'none' : countWord(count))
  return `${opening}: ${none(worse)} worse, ${none(better)} better`
}

const performers = [
  {
    word: 'excellent',
    phrase: (count: number) => (count === 1 ? 'one high performer' : `${countWord(count)} high performers`),
  },
  { word: 'fair', phrase: (count: number) => `${countWord(count)} rated fair` },
  { word: 'poor', phrase: (count: number) => `${countWord(count)} rated poor` },
] as const

/** '17 significant partnerships: two high performers, three rated fair'. */
export function partnershipsHeading(partnerships: readonly DashboardPartnership[]): string {
  if (partnerships.length === 0) return 'No significant partnerships'
  const counts = performers.flatMap(({ word, phrase }) => {
    const count = ratedAs(partnerships, word).length
    return count === 0 ? [] : [phrase(count)]
  })
  const opening = countOf(partnerships.length, 'significant partnership')
  return counts.length === 0 ? opening : `${opening}: ${counts.join(', ')}`
}

export function ratedAs(
  partnerships: readonly DashboardPartnership[],
  word: 'poor' | 'fair' | 'good' | 'excellent',
): DashboardPartnership[] {
  return partnerships.filter(({ valueForMoney }) => valueForMoney?.word === word)
}

/** 'All 35 indicators, by outcome'. */
export function allHeading({ total }: Tally): string {
  if (total === 0) return 'No indicators in this quarter'
  return total === 1 ? 'The one indicator, by outcome' : `All ${total} indicators, by outcome`
}

/** 'by 3 days', 'by 1 to 5 days'. */
export function lateWords(lateDays: readonly number[]): string {
  const least = Math.min(...lateDays)
  const most = Math.max(...lateDays)
  if (lateDays.length === 0) return ''
  return least === most ? `by ${countOf(most, 'day')}` : `by ${least} to ${countOf(most, 'day')}`
}

/** 'Waste and Cherwell Homelessness Strategy', capitalised. */
export function namesOf(partnerships: readonly { shortName: string }[]): string {
  return capitalise(joinWithAnd(partnerships.map(({ shortName }) => shortName)))
}
