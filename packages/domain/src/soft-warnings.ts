import type { Comparison } from './change-limits.ts'
import { changePhrase, comparisonsFor, historySentence, isBeyondLimit } from './change-limits.ts'
import type { Decimal } from './decimal.ts'
import { compareDecimals } from './decimal.ts'
import { halvesPhrase, isPartOverWhole } from './figure-validity.ts'
import { formatFigure } from './figures.ts'
import { quarterFromIndex, quarterName } from './quarters.ts'
import type { FigureField } from './return-cells.ts'
import type { EnteredFigures, ReturnIndicator } from './return-figures.ts'
import { decimalOrNull, figureFrom } from './return-figures.ts'
import type { SlipCode, Suggestion } from './slips.ts'
import { findSlip } from './slips.ts'
import { isOutside, usualRangeOf } from './usual-range.ts'

export type SoftCode =
  | SlipCode
  | 'numerator_over_denominator'
  | 'falling_cumulative'
  | 'change_from_last_quarter'
  | 'change_from_last_year'
  | 'outside_usual_range'

/**
 * One thing about a figure that is out of the ordinary. `clause` goes on from the figure, 'is 6.5 points below
 * last quarter'; `more` stands on its own. Either may be ''.
 */
export type SoftSign = { code: SoftCode; clause: string; more: string; suggestion: Suggestion | null }

/** The one question about an indicator’s figure. `codes`: every sign that led to it, the most telling first. */
export type SoftWarning = {
  code: SoftCode
  codes: SoftCode[]
  field: FigureField
  sentence: string
  suggestion: Suggestion | null
}

export type SoftInput = { indicator: ReturnIndicator; figures: EnteredFigures; quarterIndex: number }

/**
 * The third tier of checks (the domain notes, The return’s life): a figure out of the ordinary is saved and asked
 * about. Null where there is no figure or nothing odd about it.
 *
 * However many signs there are, they make one question, because they are about one figure and one word answers
 * them (confirmations.ts): '42.3% is 6.5 points below last quarter. … Two digits may have changed places …'
 */
export function softWarning(input: SoftInput): SoftWarning | null {
  const signs = softSigns(input)
  const leading = signs.toSorted((a, b) => telling.indexOf(a.code) - telling.indexOf(b.code))
  const code = leading[0]?.code
  const figure = figureFrom(input.indicator, input.figures)
  if (code === undefined || figure === null) return null
  const suggestion = signs.find((sign) => sign.suggestion !== null)?.suggestion ?? null
  return {
    code,
    codes: leading.map((sign) => sign.code),
    field: suggestion?.field ?? (input.indicator.isRatio ? 'numerator' : 'value'),
    sentence: sentenceOf(signs, formatFigure(figure, input.indicator)),
    suggestion,
  }
}

const telling: readonly SoftCode[] = [
  'fraction_for_percent',
  'power_of_ten',
  'digits_swapped',
  'numerator_over_denominator',
  'falling_cumulative',
  'change_from_last_quarter',
  'change_from_last_year',
  'outside_usual_range',
]

/** Every sign, in the order in which they are said. */
export function softSigns({ indicator, figures, quarterIndex }: SoftInput): SoftSign[] {
  const figure = decimalOrNull(figureFrom(indicator, figures))
  if (figure === null) return []
  const comparisons = comparisonsFor(indicator, quarterIndex)
  const looked: Looked = { indicator, figures, figure, quarterIndex }
  const odd = [
    ...changeSigns(looked, comparisons),
    ...rangeSigns(looked),
    ...fallingSigns(looked),
    ...partOverWholeSigns(looked),
  ]
  const [reference] = comparisons
  if (reference === undefined) return odd
  const slip = findSlip({ indicator, figures, figure, reference, isOdd: odd.length > 0 })
  return slip === null
    ? odd
    : [...odd, { ...sign(slip.code), more: slip.sentence, suggestion: slip.suggestion }]
}

type Looked = {
  indicator: ReturnIndicator
  figures: EnteredFigures
  figure: Decimal
  quarterIndex: number
}

function sign(code: SoftCode): SoftSign {
  return { code, clause: '', more: '', suggestion: null }
}

function changeSigns(
  { indicator, figure, quarterIndex }: Looked,
  comparisons: readonly Comparison[],
): SoftSign[] {
  const { unit } = indicator
  const beyond = comparisons.filter(({ value }) => isBeyondLimit(figure, value, unit))
  return beyond.map((comparison, place) => ({
    ...sign(comparison.kind === 'last_quarter' ? 'change_from_last_quarter' : 'change_from_last_year'),
    clause: changePhrase(figure, comparison, unit),
    more: place === 0 ? limitSentence({ indicator, figure, quarterIndex, comparison }) : '',
  }))
}

function limitSentence({
  comparison,
  ...looked
}: Omit<Looked, 'figures'> & { comparison: Comparison }): string {
  if (comparison.kind === 'last_quarter') return historySentence({ ...looked, before: comparison.value })
  return `The change limit is ${looked.indicator.unit === '%' ? '5 points' : '10%'}.`
}

function rangeSigns({ indicator, figure, quarterIndex }: Looked): SoftSign[] {
  const range = usualRangeOf(indicator, quarterIndex)
  if (range === null || !isOutside(figure, range)) return []
  const ends = `${formatFigure(range.low, indicator)} to ${formatFigure(range.high, indicator)}`
  return [{ ...sign('outside_usual_range'), clause: `is outside the usual range of ${ends}` }]
}

/** Of a cumulative measure, against the latest figure of the same financial year. */
function fallingSigns({ indicator, figure, quarterIndex }: Looked): SoftSign[] {
  if (indicator.measure !== 'cumulative') return []
  const { startYear } = quarterFromIndex(quarterIndex)
  const earlier = indicator.series
    .filter(({ index }) => index < quarterIndex && quarterFromIndex(index).startYear === startYear)
    .toSorted((a, b) => b.index - a.index)[0]
  const before = earlier === undefined ? null : decimalOrNull(earlier.value)
  if (earlier === undefined || before === null || compareDecimals(figure, before) >= 0) return []
  const reported = `${formatFigure(earlier.value, indicator)} reported for ${lowerName(earlier.index)}`
  const more = 'A figure that adds up from April does not usually fall.'
  return [{ ...sign('falling_cumulative'), clause: `is less than the ${reported}`, more }]
}

function lowerName(index: number): string {
  return quarterName(index).toLowerCase()
}

/** Only where the counts are published rounded: for any other it is refused and never comes here. */
function partOverWholeSigns({ indicator, figures }: Looked): SoftSign[] {
  if (!indicator.isRatio || !indicator.roundedCounts || !isPartOverWhole(figures, indicator)) return []
  const more = `${halvesPhrase(figures, indicator)}: rounded counts can do that, but only just.`
  return [{ ...sign('numerator_over_denominator'), more }]
}

/** '42.3% is 6.5 points below last quarter. … It is also outside the usual range of 45.2% to 51.3%.' */
function sentenceOf(signs: readonly SoftSign[], figure: string): string {
  let hasSubject = false
  const sentences = signs.flatMap(({ clause, more }) => {
    const subject = hasSubject ? `It ${clause.replace(/^is /, 'is also ')}` : `${figure} ${clause}`
    hasSubject ||= clause !== ''
    return [clause === '' ? '' : `${subject}.`, more].filter((text) => text !== '')
  })
  return sentences.join(' ')
}
