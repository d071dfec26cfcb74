import { capitalise, countWord, formatPerPound } from './figures.ts'
import type { VfmRating } from './value-for-money.ts'
import { vfmWord } from './value-for-money.ts'

export type VfmDirection = 'better' | 'worse' | 'no_change'

/** Since the year before; null where either year has no rating. */
export function vfmDirection(now: VfmRating | null, before: VfmRating | null): VfmDirection | null {
  if (now === null || before === null) return null
  if (now === before) return 'no_change'
  return now > before ? 'better' : 'worse'
}

/** For how many years up to the latest one rating has stood. Ratings newest first; a year without one breaks the run. */
export function yearsRunning(ratings: readonly { startYear: number; rating: VfmRating }[]): number {
  const [latest] = ratings
  if (latest === undefined) return 0
  let run = 0
  for (const { startYear, rating } of ratings) {
    if (rating !== latest.rating || startYear !== latest.startYear - run) break
    run++
  }
  return run
}

/** The heading of the list, without a full stop: '3 of 16 assessed partnerships are rated fair'. */
export function vfmListHeadline(ratings: readonly (VfmRating | null)[]): string {
  const assessed = ratings.filter((rating) => rating !== null)
  if (ratings.length === 0) return 'No partnership is on this list'
  if (assessed.length === 0)
    return `None of ${ratings.length} partnerships has been assessed for value for money`
  const of = `${assessed.length} assessed partnerships`
  const [fair, poor] = [2, 1].map((wanted) => assessed.filter((rating) => rating === wanted).length)
  const parts = [...(fair ? [`${fair} of ${of} ${areOrIs(fair)} rated fair`] : [])]
  if (poor) parts.push(parts.length > 0 ? `${poor} poor` : `${poor} of ${of} ${areOrIs(poor)} rated poor`)
  return parts.length > 0 ? parts.join(' and ') : `All ${of} are rated good or excellent`
}

const areOrIs = (count: number) => (count === 1 ? 'is' : 'are')

/**
 * The heading of one partnership, without a full stop: 'Rated fair: it saves 35p for each £1 it costs, and three of
 * its seven outcomes are on target'. `perPound` in pence.
 */
export function vfmHeadline({
  rating,
  perPound,
  outcomes,
}: {
  rating: VfmRating | null
  perPound: number | null
  outcomes: { total: number; onTarget: number }
}): string {
  if (rating === null) return 'Not assessed for value for money'
  const saves =
    perPound === null
      ? null
      : `it saves ${perPound === 0 ? 'nothing' : formatPerPound(perPound)} for each £1 it costs`
  const delivers = outcomes.total === 0 ? null : deliveryClause(outcomes)
  const clauses = [saves, delivers].filter((clause) => clause !== null)
  return clauses.length === 0
    ? `Rated ${vfmWord(rating)}`
    : `Rated ${vfmWord(rating)}: ${clauses.join(', and ')}`
}

function deliveryClause({ total, onTarget }: { total: number; onTarget: number }): string {
  if (total === 1) return `its one outcome is ${onTarget === 1 ? '' : 'not '}on target`
  const count = onTarget === 0 ? 'none' : onTarget === total ? 'all' : countWord(onTarget)
  return `${count} of its ${countWord(total)} outcomes ${onTarget === 1 ? 'is' : 'are'} on target`
}

export type LinesInput = {
  costFromMedian: number | null
  savingFromMedian: number | null
  /** Overdue improvement actions, by the outcome each is for. */
  overdueFor: readonly string[]
  ratings: readonly { startYear: number; rating: VfmRating }[]
  unsignedSavings: number
  criteriaWithoutEvidence: number
}

// Our choice: nearer the median than this is not worth a member’s question.
const WORTH_ASKING_PERCENT = 20

/** What a member might follow up. Suggested by rule, not by judgement, and said to be on every screen. */
export function linesToFollow(input: LinesInput): string[] {
  return [
    moneyLine(input),
    overdueLine(input.overdueFor),
    runLine(input.ratings),
    countLine(input.unsignedSavings, 'saving', 'claimed but not signed'),
    countLine(input.criteriaWithoutEvidence, 'judgement', 'without evidence'),
  ].filter((line) => line !== null)
}

function moneyLine({ costFromMedian: cost, savingFromMedian: saving }: LinesInput): string | null {
  const isDear = cost !== null && cost >= WORTH_ASKING_PERCENT
  const savesLittle = saving !== null && saving <= -WORTH_ASKING_PERCENT
  if (isDear && savesLittle) return `Cost ${cost}% above median, saving ${-saving}% below`
  if (isDear) return `Cost ${cost}% above median`
  return savesLittle ? `Saving ${-saving}% below median` : null
}

function overdueLine(overdueFor: readonly string[]): string | null {
  const line = countLine(overdueFor.length, 'action', 'overdue')
  const groups = [...Map.groupBy(overdueFor, (outcome) => outcome)]
  const [largest] = groups.toSorted(([, a], [, b]) => b.length - a.length)
  if (line === null || largest === undefined || largest[1].length < 2 || groups.length === 1) return line
  const outcome = largest[0].charAt(0).toLowerCase() + largest[0].slice(1)
  return `${line}, ${countWord(largest[1].length)} of them on ${outcome}`
}

function runLine(ratings: LinesInput['ratings']): string | null {
  const [latest] = ratings
  const run = yearsRunning(ratings)
  if (latest === undefined || latest.rating > 2 || run < 2) return null
  return `Rated ${vfmWord(latest.rating)} ${countWord(run)} years running`
}

function countLine(count: number, noun: string, what: string): string | null {
  return count === 0 ? null : `${capitalise(countWord(count))} ${noun}${count === 1 ? '' : 's'} ${what}`
}
