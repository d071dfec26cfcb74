import type { IndicatorField } from './return-cells.ts'
import { cellText, indicatorCell } from './return-cells.ts'
import type { CrossCode, ReturnCheck } from './return-check.ts'
import { blockingCheck } from './return-check.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { enteredFigures, figureOf } from './return-figures.ts'
import type { Rating } from './status.ts'
import { rate } from './status.ts'
import { comparableText } from './typed-texts.ts'

type Cells = ReadonlyMap<string, string>

/** The rating of the figure as drafted: 'not_rated' where there is none. */
export function draftRating(indicator: ReturnIndicator, cells: Cells): Rating {
  const { rule, target, isDataOnly = false } = indicator
  return rate({ actual: figureOf(indicator, cells), target, rule, dataOnly: isDataOnly })
}

/** Whether the figure as drafted is off or near its target, and so must be explained. */
export function isShort(indicator: ReturnIndicator, cells: Cells): boolean {
  const { status } = draftRating(indicator, cells)
  return status === 'off_target' || status === 'near_target'
}

/**
 * The fourth tier of checks (the domain notes, The return’s life): what belongs together. A figure off or near
 * its target has a cause, an action, an owner and a date; a forecast has a reason; a figure has no reason why it
 * is missing. Commentary that repeats last quarter’s word for word is flagged and stops nothing: there may be
 * nothing new to say, and whoever checks the return sees that it was said before.
 */
export function crossChecks(indicator: ReturnIndicator, cells: Cells): ReturnCheck[] {
  return [
    ...figureAndReason(indicator, cells),
    ...explanationNeeds(indicator, cells),
    ...forecastNeeds(indicator, cells),
    ...copiedCommentary(indicator, cells),
  ]
}

function cross(
  code: CrossCode,
  indicator: ReturnIndicator,
  field: IndicatorField,
  sentence: string,
): ReturnCheck {
  const cell = indicatorCell(indicator.slug, field)
  return blockingCheck({ tier: 'cross_field', code, section: 'indicators', cell, sentence })
}

const explanations: readonly { field: IndicatorField; code: CrossCode; ask: string }[] = [
  { field: 'cause', code: 'cause_missing', ask: 'Say what caused it.' },
  { field: 'action', code: 'action_missing', ask: 'Say what is being done about it.' },
  { field: 'owner', code: 'owner_missing', ask: 'Name the person who does it.' },
  { field: 'due', code: 'due_missing', ask: 'Give the date by which it is done.' },
]

function explanationNeeds(indicator: ReturnIndicator, cells: Cells): ReturnCheck[] {
  const { status } = draftRating(indicator, cells)
  if (status !== 'off_target' && status !== 'near_target') return []
  const where = status === 'off_target' ? 'off target' : 'near target'
  return explanations
    .filter(({ field }) => cellText(cells, indicatorCell(indicator.slug, field)) === null)
    .map(({ field, code, ask }) => cross(code, indicator, field, `${indicator.code} is ${where}. ${ask}`))
}

function forecastNeeds(indicator: ReturnIndicator, cells: Cells): ReturnCheck[] {
  const read = (field: IndicatorField) => cellText(cells, indicatorCell(indicator.slug, field))
  if (read('forecast') === null || read('forecastReason') !== null) return []
  const sentence = `Say why you expect ${indicator.code} to end the year there.`
  return [cross('forecast_reason_missing', indicator, 'forecastReason', sentence)]
}

function figureAndReason(indicator: ReturnIndicator, cells: Cells): ReturnCheck[] {
  const { value, numerator, denominator } = enteredFigures(indicator, cells)
  const hasFigure = value !== null || numerator !== null || denominator !== null
  if (!hasFigure || cellText(cells, indicatorCell(indicator.slug, 'missing')) === null) return []
  const sentence = `${indicator.code} has a figure and a reason why there is none. Take one of them out.`
  return [cross('figure_and_reason', indicator, 'missing', sentence)]
}

function copiedCommentary(indicator: ReturnIndicator, cells: Cells): ReturnCheck[] {
  const commentary = cellText(cells, indicatorCell(indicator.slug, 'commentary'))
  if (!isCopied(commentary, indicator.lastCommentary)) return []
  const sentence = `The commentary on ${indicator.code} is word for word that of last quarter. Say what is new, if anything is.`
  return [{ ...cross('commentary_copied', indicator, 'commentary', sentence), isBlocking: false }]
}

/** Whether a text repeats an earlier one word for word; case, punctuation and white space do not count. */
export function isCopied(text: string | null, earlier: string | null): boolean {
  if (text === null || earlier === null) return false
  const compared = comparableText(text)
  return compared !== '' && compared === comparableText(earlier)
}
