import { capitalise, countWord, joinWithAnd } from './figures.ts'
import type { VfmRating } from './value-for-money.ts'
import { vfmWord } from './value-for-money.ts'

export type CriterionRating = { title: string; rating: VfmRating | null }

/** A criterion with the ratings it was given across partnerships. */
export type CriterionAcross = { slug: string; title: string; ratings: readonly VfmRating[] }

export type WeakCriterion = { slug: string; title: string; poor: number; fair: number; rated: number }

/**
 * The middle rating; of an even number the lower of the two in the middle, so that it is always a word of the scale.
 * Null of nothing. Never an average.
 */
export function medianRating(ratings: readonly VfmRating[]): VfmRating | null {
  return ratings.toSorted((a, b) => a - b)[Math.floor((ratings.length - 1) / 2)] ?? null
}

/** Criteria with anything poor or fair, worst first: most rated poor, then most rated fair, then their own order. */
export function weakestCriteria(criteria: readonly CriterionAcross[]): WeakCriterion[] {
  return criteria
    .map(({ slug, title, ratings }) => ({
      slug,
      title,
      poor: ratings.filter((rating) => rating === 1).length,
      fair: ratings.filter((rating) => rating === 2).length,
      rated: ratings.length,
    }))
    .filter(({ poor, fair }) => poor + fair > 0)
    .toSorted((a, b) => b.poor - a.poor || b.fair - a.fair)
}

/** 'poor in three of 16, fair in four'. */
export function weakPhrase({ poor, fair, rated }: WeakCriterion): string {
  if (poor === 0) return `fair in ${countWord(fair)} of ${rated}`
  const rest = fair === 0 ? '' : `, fair in ${countWord(fair)}`
  return `poor in ${countWord(poor)} of ${rated}${rest}`
}

/** The heading over a partnership’s criteria: where it is weakest and where it stands level with the others. */
export function criteriaHeading(
  criteria: readonly (CriterionRating & { median: VfmRating | null })[],
): string {
  const count = `${capitalise(countWord(criteria.length))} ${criteria.length === 1 ? 'criterion' : 'criteria'}`
  const rated = criteria.flatMap(({ title, rating, median }) =>
    rating === null
      ? []
      : [{ title: shortTitle(title), rating, behind: median === null ? 0 : median - rating }],
  )
  if (rated.length === 0) return `${count}: none rated yet`
  const lowest = Math.min(...rated.map(({ rating }) => rating))
  const weakest = rated.filter(({ rating }) => rating === lowest)
  if (weakest.length === rated.length) {
    return `${count}: all rated ${vfmWord(weakest[0]?.rating ?? 1)}`
  }
  const named = joinWithAnd(weakest.slice(0, 2).map(({ title }) => title))
  const more = weakest.length > 2 ? ` and ${countWord(weakest.length - 2)} more` : ''
  const behind = rated.filter((criterion) => criterion.behind > 0).length
  const standing =
    behind === 0
      ? 'behind the others on none'
      : `behind the median on ${countWord(behind)} of ${countWord(rated.length)}`
  return `${count}: weakest on ${named}${more}, ${standing}`
}

/** 'economy' of 'Economy: what it costs', as it is said within a sentence. */
export function shortTitle(title: string): string {
  const short = title.split(':')[0] ?? title
  return short.charAt(0).toLowerCase() + short.slice(1)
}

export type DeliveryCounts = { offTarget: number; nearTarget: number; onTarget: number }

/**
 * Where a person’s rating and what lies beside it disagree, in sentences: most criteria lower or higher than it, a
 * poor criterion beneath a good rating, and delivery that says otherwise. They point, and decide nothing: the rating
 * is a person’s (the domain notes, Value for money).
 */
export function disagreements({
  rating,
  criteria,
  delivery,
}: {
  rating: VfmRating | null
  criteria: readonly CriterionRating[]
  delivery: DeliveryCounts
}): string[] {
  if (rating === null) return []
  return [...withCriteria(rating, criteria), ...withDelivery(rating, delivery)]
}

function withCriteria(overall: VfmRating, criteria: readonly CriterionRating[]): string[] {
  const rated = criteria.flatMap(({ title, rating }) => (rating === null ? [] : [{ title, rating }]))
  const lower = rated.filter(({ rating }) => rating < overall).length
  const higher = rated.filter(({ rating }) => rating > overall).length
  const poor = rated.filter(({ rating }) => rating === 1)
  const word = vfmWord(overall)
  const of = `${rated.length} rated criteria`
  const sentences: string[] = []
  if (lower * 2 > rated.length) {
    sentences.push(`Rated ${word}, but ${countWord(lower)} of ${of} are rated lower.`)
  }
  if (higher * 2 > rated.length) {
    sentences.push(`Rated ${word}, but ${countWord(higher)} of ${of} are rated higher.`)
  }
  if (overall >= 3 && poor.length > 0) {
    const titles = joinWithAnd(poor.map(({ title }) => shortTitle(title)))
    sentences.push(`Rated ${word}, but poor on ${titles}.`)
  }
  return sentences
}

function withDelivery(overall: VfmRating, { offTarget, nearTarget, onTarget }: DeliveryCounts): string[] {
  const rated = offTarget + nearTarget + onTarget
  if (rated === 0) return []
  const of = rated === 1 ? 'its one rated outcome' : `its ${countWord(rated)} rated outcomes`
  if (overall >= 3 && offTarget > onTarget) {
    const said = rated === 1 ? `${of} is off target` : `${countWord(offTarget)} of ${of} are off target`
    return [`Rated ${vfmWord(overall)}, but ${said}.`]
  }
  if (overall <= 2 && onTarget === rated) {
    return [`Rated ${vfmWord(overall)}, but ${rated === 1 ? `${of} is` : `all of ${of} are`} on target.`]
  }
  return []
}
