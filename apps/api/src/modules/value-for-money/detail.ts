import {
  costOf,
  criteriaHeading,
  daysBetween,
  disagreements,
  exemptWithheld,
  hourlyRateOn,
  isOverdue,
  isRed,
  linesToFollow,
  medianRating,
  percentFromMedian,
  riskScore,
  type VfmRating,
  vfmDirection,
  vfmHeadline,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayReadOf } from '#api/council-roles.ts'
import type { ValueForMoneyDetail } from './assessment.schemas.ts'
import type { AssessmentContent } from './assessment-content.ts'
import { type Comparison, toYear } from './comparison.service.ts'
import { firstDayOf, moneyOf } from './comparison.ts'
import type { DetailRow, OutcomeSeriesRow } from './detail.queries.ts'
import { toCriteria, worded } from './detail-criteria.ts'
import { toOutcomes } from './detail-outcomes.ts'

export type DetailInput = {
  context: Context
  row: DetailRow
  comparison: Comparison
  /** What this reader sees of the year: as it is, or as it was agreed last; null where nothing is to be seen. */
  content: AssessmentContent | null
  series: readonly OutcomeSeriesRow[]
}

export const ratingIn = ({ row, comparison, content }: DetailInput): VfmRating | null =>
  content === null
    ? (row.ratings.find(({ startYear }) => startYear === comparison.startYear)?.rating ?? null)
    : content.rating

function historyOf({ row, comparison }: DetailInput): ValueForMoneyDetail['history'] {
  const { words } = comparison.compared
  const first = Math.min(...row.ratings.map(({ startYear }) => startYear), comparison.startYear)
  const last = Math.max(...row.ratings.map(({ startYear }) => startYear), comparison.startYear)
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = first + place
    const own = row.ratings.find(({ startYear }) => startYear === year)
    const all = row.ratingsOfAll.find(({ startYear }) => startYear === year)?.ratings ?? []
    return {
      year: toYear(year),
      rating: worded(own?.rating ?? null, words),
      reason: own?.reason ?? null,
      median: medianRating(all),
    }
  })
}

/** '2006/07 poor to 2007/08 fair: terms of reference renewed.'; null where no rating has moved. */
function changedOf(history: ValueForMoneyDetail['history']): string | null {
  for (let place = history.length - 1; place > 0; place--) {
    const [before, now] = [history[place - 1], history[place]]
    if (!before?.rating || !now?.rating || before.rating.rating === now.rating.rating) continue
    const from = `${before.year.label} ${before.rating.word.toLowerCase()}`
    const reason = (now.reason ?? '').replace(/^./, (letter) => letter.toLowerCase())
    return `${from} to ${now.year.label} ${now.rating.word.toLowerCase()}: ${reason}`
  }
  return null
}

function investmentsOf({ content, comparison }: DetailInput): ValueForMoneyDetail['investments'] {
  const { rates } = comparison.row
  const day = firstDayOf(comparison.startYear)
  return (content?.investments ?? []).map((part) => ({
    kind: part.kind,
    title: part.title,
    hours: part.hours,
    rate: hourlyRateOn(rates, part.kind, day),
    cost: costOf(part, rates, day),
  }))
}

function risksOf({ row, context, comparison }: DetailInput): ValueForMoneyDetail['risks'] {
  const mayRead = ({ access }: DetailRow['risks'][number]) =>
    mayReadOf(context.actor, access, comparison.council.recordId)
  // What is confidential is not counted for those who may not read it; what is exempt is said.
  const known = row.risks.filter((risk) => mayRead(risk) || risk.access === 'exempt')
  return {
    open: known.length,
    red: known.filter(({ likelihood, impact }) => isRed(riskScore(likelihood, impact))).length,
    withheld: exemptWithheld(
      known.filter((risk) => !mayRead(risk)),
      { noun: 'risk' },
    ),
  }
}

function actionsOf({ row, context }: DetailInput): ValueForMoneyDetail['actions'] {
  return row.actions.map((action) => ({
    ...action,
    daysOverdue: isOverdue(action, context.today) ? daysBetween(action.dueOn, context.today) : 0,
  }))
}

function sameRatingOf({ row, comparison }: DetailInput): ValueForMoneyDetail['sameRating'] {
  const { partnerships } = comparison.compared
  const own = partnerships.find(({ id }) => id === row.id)
  if (own === undefined || own.rating === null) return null
  const same = partnerships.filter(({ rating }) => rating?.rating === own.rating?.rating)
  const place = same.indexOf(own)
  const reference = (index: number) => {
    const found = same[index]
    return found === undefined ? null : { id: found.id, name: found.name, shortName: found.shortName }
  }
  return {
    position: place + 1,
    count: same.length,
    previous: reference(place - 1),
    next: reference(place + 1),
  }
}

const noDelivery = {
  total: 0,
  rated: 0,
  offTarget: 0,
  nearTarget: 0,
  onTarget: 0,
  notRated: 0,
  notRatedReasons: [],
}

function linesOf(
  { row, comparison, content }: DetailInput,
  parts: Pick<ValueForMoneyDetail, 'money' | 'actions'>,
): string[] {
  const { medians } = comparison.compared
  const judged = content?.judgements.filter(({ rating }) => rating !== null) ?? []
  const isBare = (slug: string) => !content?.evidence.some(({ criterion }) => criterion === slug)
  return linesToFollow({
    costFromMedian: percentFromMedian(parts.money.cost, medians.cost),
    savingFromMedian: percentFromMedian(parts.money.saving, medians.saving),
    overdueFor: parts.actions.filter(({ daysOverdue }) => daysOverdue > 0).map(({ outcome }) => outcome),
    ratings: row.ratings.filter(({ startYear }) => startYear <= comparison.startYear).toReversed(),
    unsignedSavings: content?.savings.filter(({ signedBy }) => signedBy === null).length ?? 0,
    criteriaWithoutEvidence: judged.filter(({ criterion }) => isBare(criterion)).length,
  })
}

/** All of the drill-down but who may do what with it. */
export function toDetail(input: DetailInput) {
  const { context, row, comparison, content, series } = input
  const { compared, council, startYear, quarterIndex } = comparison
  const { recordId: councilId, ...councilReference } = council
  const rating = ratingIn(input)
  const history = historyOf(input)
  const money = moneyOf(content, { rates: comparison.row.rates, startYear })
  const actions = actionsOf(input)
  const { outcomes, tally } = toOutcomes(content?.outcomes ?? [], { series, quarterIndex })
  const criteria = toCriteria({ content, compared, partnership: row.id, actor: context.actor, councilId })
  const flat = criteria.map(({ title, rating: given, median }) => ({
    title,
    rating: (given?.rating ?? null) as VfmRating | null,
    median: median as VfmRating | null,
  }))
  const before = row.ratings.find((one) => one.startYear === startYear - 1)?.rating ?? null
  return {
    council: councilReference,
    partnership: { id: row.id, name: row.name, shortName: row.shortName, leadOfficer: row.leadOfficer },
    year: toYear(startYear),
    headline: vfmHeadline({ rating, perPound: money.perPound, outcomes: tally }),
    quarter: comparison.quarterLabel,
    words: compared.words,
    rating: worded(rating, compared.words),
    direction: vfmDirection(rating, before),
    history,
    changed: changedOf(history),
    money,
    medians: compared.medians,
    highPerformers: compared.highPerformers.filter(({ id }) => id !== row.id),
    criteria,
    criteriaHeading: criteriaHeading(flat),
    investments: investmentsOf(input),
    savings: content?.savings ?? [],
    benefits: (content?.benefits ?? []).map((benefit) => ({
      ...benefit,
      rating: worded(benefit.rating, compared.words),
    })),
    outcomes,
    outcomeTally: tally,
    delivery: compared.partnerships.find(({ id }) => id === row.id)?.delivery ?? noDelivery,
    risks: risksOf(input),
    actions,
    disagreements: disagreements({ rating, criteria: flat, delivery: tally }),
    linesToFollow: linesOf(input, { money, actions }),
    sameRating: sameRatingOf(input),
  }
}
