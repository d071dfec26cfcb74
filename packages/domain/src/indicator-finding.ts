import { compareDecimals, parseDecimal, roundDecimal } from './decimal.ts'
import { decimalMedian } from './decimal-median.ts'
import type { FigureFormat } from './figures.ts'
import { capitalise, countWord, formatFigure } from './figures.ts'
import { amountPhrase, gapOf } from './gap.ts'
import type { Measure, RatingRule, TargetValue } from './indicator-rule.ts'
import { financialYearLabel, quarterFromIndex, quarterLabel } from './quarters.ts'
import type { MissingReason, Rating, Status } from './status.ts'
import { notRatedReasonOf, statusWord } from './status.ts'

/** An earlier figure: the quarter by its index, the value as decimal text. */
export type EarlierFigure = { index: number; value: string }

export type IndicatorFindingInput = {
  /** How the indicator reads inside a sentence: 'recycling'. Left out where it would make the title too long. */
  phrase: string | null
  quarterIndex: number
  value: string | null
  missing: MissingReason | null
  target: TargetValue | null
  rule: RatingRule
  measure: Measure
  now: Rating
  /** 'outcome' where the quarter closes its year, 'none' where nothing is forecast. */
  yearEnd: { kind: 'forecast' | 'outcome' | 'none'; status: Status }
  /** Every figure before the quarter, oldest first. */
  earlier: readonly EarlierFigure[]
  /** For how many quarters in a row, this one included, the status has been what it is now. */
  run: number
}

/** A title is read at a glance (the brief of the page: at most ten words). */
export const mostTitleWords = 10

// Before two years of quarters a highest or a lowest is no news: our choice.
const fewestForRecord = 8
const fewestForRun = 3

/**
 * The finding of an indicator’s page in at most ten words: the first of several true sentences, the most telling
 * first, that is short enough. It says what the figures say and no more: never why, and never who.
 * Throws RangeError for text that is not a decimal.
 */
export function indicatorFinding(input: IndicatorFindingInput): string {
  const sentences = sentencesOf(input)
  const titles = sentences.flatMap((sentence) => [
    ...(input.phrase === null ? [] : [`${capitalise(input.phrase)}: ${sentence}`]),
    capitalise(sentence),
  ])
  return titles.find((title) => wordsIn(title) <= mostTitleWords) ?? capitalise(shortest(input))
}

/**
 * The finding where the area has no figure of its own and its bodies have: how many, and how far they are apart.
 * `values`: the bodies’ figures, decimal texts; null where there are fewer than two. Throws RangeError for other text.
 */
export function bodiesFinding(values: readonly string[], format: FigureFormat): string | null {
  const sorted = values.toSorted((a, b) => compareDecimals(parseDecimal(a), parseDecimal(b)))
  const [lowest, highest, median] = [sorted[0], sorted.at(-1), decimalMedian(sorted)]
  if (lowest === undefined || highest === undefined || median === null || sorted.length < 2) return null
  const [low, high, middle] = [lowest, highest, median].map((value) => formatFigure(value, format))
  const bodies = `${sorted.length.toLocaleString('en-GB')} bodies`
  return low === high ? `${bodies}, all at ${low}` : `${bodies}, from ${low} to ${high}, median ${middle}`
}

/** A withheld figure stays withheld even where one was sent. */
function sentencesOf(input: IndicatorFindingInput): string[] {
  if (input.missing === 'suppressed') return ['figure withheld, fewer than 5 counted']
  return input.value === null ? missingSentences(input) : figureSentences(input, input.value)
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length
}

function shortest({ value, missing, rule }: IndicatorFindingInput): string {
  return value === null || missing === 'suppressed' ? 'no figure' : formatFigure(value, rule.format)
}

function missingSentences({ missing, quarterIndex, earlier, rule }: IndicatorFindingInput): string[] {
  const quarter = quarterLabel(quarterIndex).toLowerCase()
  const last = earlier.at(-1)
  const lead =
    missing === 'not_due' ? 'no figure due' : missing === 'not_applicable' ? 'not measured' : 'no figure yet'
  if (last === undefined) return [`${lead} for ${quarter}`]
  const figure = formatFigure(last.value, rule.format)
  return [`${lead}; the last was ${figure}, ${quarterLabel(last.index).toLowerCase()}`]
}

/** The most telling first. */
function figureSentences(input: IndicatorFindingInput, value: string): string[] {
  const { rule, target, now, yearEnd, run, quarterIndex } = input
  const figure = formatFigure(value, rule.format)
  const gap = target === null || rule.polarity === 'none' ? null : gapClause({ value, target, rule })
  const record = recordWord(input, value)
  if (gap === null || now.status === 'not_rated') return unratedSentences(input, { figure, value, record })
  const year = financialYearLabel(quarterFromIndex(quarterIndex).startYear)
  const end = yearEnd.kind === 'forecast' && yearEnd.status !== 'not_rated' ? yearEnd.status : null
  const [is, willBe] = [
    statusWord(now.status).toLowerCase(),
    end === null ? '' : statusWord(end).toLowerCase(),
  ]
  return [
    ...(yearEnd.kind === 'outcome' ? [`${year} ended at ${figure}, ${gap}`] : []),
    ...(record === null ? [] : [`${record} yet at ${figure}, ${gap}`]),
    ...(end === null || end === now.status ? [] : [`${figure}, ${is} now, forecast ${willBe} at year end`]),
    ...(run >= fewestForRun && now.status !== 'on_target'
      ? [`${figure}, ${is} ${countWord(run)} quarters running`]
      : []),
    `${figure}, ${gap}`,
  ]
}

type Shown = { figure: string; value: string; record: string | null }

/** Without a target a figure is told against itself. */
function unratedSentences(input: IndicatorFindingInput, { figure, value, record }: Shown): string[] {
  const { rule, earlier, quarterIndex, now } = input
  const why = notRatedReasonOf(now) === 'data_only' ? '; data only' : '; no target is set'
  const before = earlier.find(({ index }) => index === quarterIndex - 4)
  const moved = before === undefined ? 0 : atShown(value, rule) - atShown(before.value, rule)
  const way = moved > 0 ? 'up from' : 'down from'
  return [
    ...(record === null ? [] : [`${record} yet at ${figure}${why}`]),
    ...(before === undefined || moved === 0
      ? []
      : [`${figure}, ${way} ${formatFigure(before.value, rule.format)} a year ago`]),
    `${figure}${why}`,
  ]
}

/** For the sign of a difference only. */
function atShown(value: string, rule: RatingRule): number {
  const { coefficient, scale } = roundDecimal(parseDecimal(value), rule.format.decimals)
  return Number(coefficient) / 10 ** scale
}

/** 'highest' or 'lowest' of all there are, as they are shown; a count that builds up has no record. */
function recordWord(
  { earlier, rule, measure }: IndicatorFindingInput,
  value: string,
): 'highest' | 'lowest' | null {
  if (measure === 'cumulative' || earlier.length + 1 < fewestForRecord) return null
  const shown = roundDecimal(parseDecimal(value), rule.format.decimals)
  const sides = earlier.map((figure) =>
    compareDecimals(shown, roundDecimal(parseDecimal(figure.value), rule.format.decimals)),
  )
  if (sides.every((side) => side > 0)) return 'highest'
  return sides.every((side) => side < 0) ? 'lowest' : null
}

/** '1.9 points short of target', '0.3 above target', 'exactly on target', 'inside its range'. */
function gapClause(held: { value: string; target: TargetValue; rule: RatingRule }): string {
  const { value, target, rule } = held
  const gap = gapOf({ actual: value, target, rule })
  const isRange = rule.polarity === 'range' || !('value' in target)
  if (gap.direction === 'at') return isRange ? 'inside its target range' : 'exactly on target'
  const amount = amountPhrase(gap.amount, rule.format)
  if (isRange) return `${amount} ${gap.direction} its target range`
  if (gap.isWorse && rule.polarity === 'higher') return `${amount} short of target`
  return `${amount} ${gap.direction} target`
}
