import {
  costOf,
  type HourlyRate,
  median,
  medianRating,
  rollUp,
  savedPerPound,
  signedSaving,
  totalCost,
  type VfmRating,
  vfmDirection,
  vfmListHeadline,
  weakestCriteria,
  weakPhrase,
} from '@accord/domain'
import { ratingAt } from '#modules/indicators/readings.service.ts'
import { toSeries } from '#modules/indicators/series.service.ts'
import type { ComparedContent, ComparedRow, ComparisonRow } from './comparison.queries.ts'
import type { ComparedPartnership, VfmComparison } from './comparison.schemas.ts'
import { PLAIN_WORDS, wordOf } from './scheme-words.ts'

const isNumber = <T>(value: T | null): value is T => value !== null

/** The first day of a year: its hours are costed at the rates in force then. */
export const firstDayOf = (startYear: number) => `${startYear}-04-01`

export type Costing = { rates: readonly HourlyRate[]; startYear: number }

export function moneyOf(
  content: Pick<ComparedContent, 'investments' | 'savings'> | null,
  { rates, startYear }: Costing,
) {
  if (content === null) return { cost: null, saving: null, perPound: null }
  const cost = totalCost(content.investments, rates, firstDayOf(startYear))
  const saving = signedSaving(content.savings)
  return { cost, saving, perPound: savedPerPound(saving, cost) }
}

export type CriterionScore = ComparedPartnership['criteria'][number]

const scoresOf = (content: ComparedContent | null): CriterionScore[] =>
  content === null ? [] : content.judgements.map(({ criterion, rating }) => ({ criterion, rating }))

function deliveryOf({ indicators }: ComparedRow, quarterIndex: number): ComparedPartnership['delivery'] {
  const ratings = (indicators ?? []).map((row) => ratingAt(toSeries(row), quarterIndex))
  const { holdsOffTarget: _, ...tally } = rollUp(ratings)
  return tally
}

export type Seen = { words: readonly string[]; quarterIndex: number }

const worded = (rating: VfmRating | null, words: readonly string[]) =>
  rating === null ? null : { rating, word: wordOf(words, rating) }

function toCompared(row: ComparedRow, costing: Costing, { words, quarterIndex }: Seen): ComparedPartnership {
  const { id, name, shortName, leadOfficer, isSignificant, rating, before, state, overdueActions } = row
  return {
    ...{ id, name, shortName, leadOfficer, isSignificant, overdueActions },
    ...moneyOf(row.content, costing),
    rating: worded(rating, words),
    before: worded(before, words),
    direction: vfmDirection(rating, before),
    criteria: scoresOf(row.content),
    delivery: deliveryOf(row, quarterIndex),
    state,
  }
}

function ratingsOf(criterion: string, compared: readonly ComparedPartnership[]): VfmRating[] {
  return compared
    .map(({ criteria }) => criteria.find((score) => score.criterion === criterion)?.rating ?? null)
    .filter(isNumber) as VfmRating[]
}

/** Costs of one kind by partnership, where they are known. */
function costsOf(
  row: ComparisonRow,
  kind: 'member_time' | 'officer_time' | 'funding',
  startYear: number,
): number[] {
  const ofKind = (content: ComparedContent) => content.investments.filter((part) => part.kind === kind)
  return row.partnerships.flatMap(({ content, rating }) => {
    if (content === null || rating === null || content.investments.length === 0) return []
    const costs = ofKind(content).map((part) => costOf(part, row.rates, firstDayOf(startYear)))
    return costs.every(isNumber) ? [costs.reduce((total, cost) => total + cost, 0)] : []
  })
}

function mediansOf(
  row: ComparisonRow,
  assessed: readonly ComparedPartnership[],
  startYear: number,
): VfmComparison['medians'] {
  const ratings = assessed.map(({ rating }) => rating?.rating ?? null).filter(isNumber) as VfmRating[]
  const middle = (value: (one: ComparedPartnership) => number | null) =>
    median(assessed.map(value).filter(isNumber))
  return {
    assessed: assessed.length,
    rating: medianRating(ratings),
    cost: middle(({ cost }) => cost),
    saving: middle(({ saving }) => saving),
    perPound: middle(({ perPound }) => perPound),
    memberTime: median(costsOf(row, 'member_time', startYear)),
    officerTime: median(costsOf(row, 'officer_time', startYear)),
    funding: median(costsOf(row, 'funding', startYear)),
    criteria: row.criteria.map(({ id }) => ({
      criterion: id,
      rating: medianRating(ratingsOf(id, assessed)),
    })),
  }
}

/** The first letter of its own name that no other has, so that a scale can tell them apart. */
function lettersFor(compared: readonly ComparedPartnership[], council: string): string[] {
  const used = new Set<string>()
  return compared.map(({ shortName }) => {
    const own = shortName.startsWith(`${council} `) ? shortName.slice(council.length + 1) : shortName
    const letters = [...own.toUpperCase()].filter((letter) => /\p{L}/u.test(letter))
    const letter = letters.find((candidate) => !used.has(candidate)) ?? letters[0] ?? '?'
    used.add(letter)
    return letter
  })
}

const HIGHEST = 4

function highPerformersOf(
  compared: readonly ComparedPartnership[],
  council: string,
): VfmComparison['highPerformers'] {
  const highest = compared.filter(({ rating }) => rating?.rating === HIGHEST)
  const letters = lettersFor(highest, council)
  return highest.map(({ id, name, shortName, cost, saving, perPound, criteria }, place) => ({
    ...{ id, name, shortName, cost, saving, perPound, criteria },
    letter: letters[place] ?? '',
  }))
}

function weakestOf(row: ComparisonRow, assessed: readonly ComparedPartnership[]): VfmComparison['weakest'] {
  const across = row.criteria.map(({ id, title }) => ({ slug: id, title, ratings: ratingsOf(id, assessed) }))
  return weakestCriteria(across).map((weak) => ({
    criterion: weak.slug,
    title: weak.title,
    ...{ poor: weak.poor, fair: weak.fair, rated: weak.rated },
    phrase: weakPhrase(weak),
  }))
}

export type Compared = Omit<VfmComparison, 'council' | 'year' | 'years' | 'quarter'>

export function compare(
  row: ComparisonRow,
  { council, startYear, ...seen }: Omit<Seen, 'words'> & { council: string; startYear: number },
): Compared {
  const words = row.words ?? PLAIN_WORDS
  const costing = { rates: row.rates, startYear }
  const partnerships = row.partnerships.map((one) => toCompared(one, costing, { ...seen, words }))
  const assessed = partnerships.filter(({ rating }) => rating !== null)
  return {
    headline: vfmListHeadline(row.partnerships.map(({ rating }) => rating)),
    words: [...words],
    criteria: row.criteria,
    medians: mediansOf(row, assessed, startYear),
    highPerformers: highPerformersOf(partnerships, council),
    weakest: weakestOf(row, assessed),
    partnerships,
  }
}
