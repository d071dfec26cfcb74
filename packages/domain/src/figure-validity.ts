import { compareDecimals, isZeroDecimal, parseDecimal } from './decimal.ts'
import { capitalise, formatFigureExactly } from './figures.ts'
import type { FigureField } from './return-cells.ts'
import type { HardLimits, ReturnIndicator } from './return-figures.ts'
import { decimalOrNull, figureFrom } from './return-figures.ts'
import { readTypedNumber } from './typed-numbers.ts'
import type { CellValidity, Invalid, ValidatedIndicator } from './validity.ts'
import { invalid } from './validity.ts'

/** What the indicator’s figure can be at all: its own limits, else 0 to 100 for '%' and from 0 for a number. */
export function hardLimitsOf({ unit, hardLimits }: Pick<ReturnIndicator, 'unit' | 'hardLimits'>): HardLimits {
  if (hardLimits !== undefined) return hardLimits
  if (unit === '%') return { min: '0', max: '100' }
  return { min: unit === 'number' ? '0' : null, max: null }
}

/** A value or a forecast: a number within the indicator’s limits. */
export function validateFigure(typed: string, indicator: ValidatedIndicator): CellValidity {
  const { unit, decimals } = indicator
  const reading = readTypedNumber(typed, { unit, example: exampleWith(decimals) })
  if (!reading.ok) return reading
  return outsideLimits(reading.value, indicator) ?? reading
}

function exampleWith(decimals: number): string {
  return ['297', '46.1'][decimals] ?? '5.25'
}

/** One half of a ratio, held against its other half where that is given. */
export function validateHalf({
  typed,
  field,
  indicator,
  otherHalf,
}: {
  typed: string
  field: 'numerator' | 'denominator'
  indicator: ValidatedIndicator
  otherHalf: string | null
}): CellValidity {
  const reading = readTypedNumber(typed, { unit: 'number', example: exampleWith(0) })
  if (!reading.ok) return reading
  const { value } = reading
  if (value.startsWith('-')) {
    return invalid('below_limit', 'A count cannot be below 0. Take out the minus sign, or enter 0.')
  }
  if (field === 'denominator' && isZeroDecimal(parseDecimal(value))) return dividedByZero
  const halves =
    field === 'numerator'
      ? { numerator: value, denominator: otherHalf }
      : { numerator: otherHalf, denominator: value }
  return unfitHalves(halves, indicator) ?? reading
}

const dividedByZero = invalid(
  'denominator_zero',
  'Nothing can be divided by 0. Enter a number above 0, or leave the figure blank and say why.',
)

type Halves = { numerator: string | null; denominator: string | null }

/**
 * Whether the numerator is a part of the denominator and more than it, which no percentage that ends at 100
 * allows. False where a half is missing.
 */
export function isPartOverWhole(
  { numerator, denominator }: Halves,
  indicator: Pick<ReturnIndicator, 'unit' | 'hardLimits'>,
): boolean {
  const part = decimalOrNull(numerator)
  const whole = decimalOrNull(denominator)
  if (part === null || whole === null || indicator.unit !== '%') return false
  const { max } = hardLimitsOf(indicator)
  const endsAtHundred =
    max !== null && compareDecimals(parseDecimal(max), { coefficient: 100n, scale: 0 }) <= 0
  return endsAtHundred && compareDecimals(part, whole) > 0
}

function unfitHalves(halves: Halves, indicator: ValidatedIndicator): Invalid | null {
  if (isPartOverWhole(halves, indicator)) {
    // Counts that are published rounded may do this: then it is asked about, not refused.
    return indicator.roundedCounts
      ? null
      : invalid('numerator_over_denominator', partOverWholeSentence(halves, indicator))
  }
  const figure = figureFrom(indicator, { value: null, ...halves })
  const outside = figure === null ? null : outsideLimits(figure, indicator)
  if (figure === null || outside === null) return null
  const given = formatFigureExactly(figure, indicator)
  return { ...outside, sentence: `The two numbers give ${given}. ${outside.sentence}` }
}

function partOverWholeSentence(halves: Halves, indicator: ValidatedIndicator): string {
  const said = `${halvesPhrase(halves, indicator)}: a part cannot be more than the whole.`
  return `${said} Check both; they may have changed places.`
}

/** '‘Recycled, tonnes’ is 290,390 and ‘Collected, tonnes’ is 133,870'. */
export function halvesPhrase(
  { numerator, denominator }: Halves,
  indicator: Pick<ReturnIndicator, 'numeratorLabel' | 'denominatorLabel'>,
): string {
  const part = `${capitalise(figureFieldLabel('numerator', indicator))} is ${showCount(numerator ?? '0')}`
  return `${part} and ${figureFieldLabel('denominator', indicator)} is ${showCount(denominator ?? '0')}`
}

/** '‘Recycled, tonnes’', or the plain word where the indicator has no name for it. */
export function figureFieldLabel(
  field: FigureField,
  { numeratorLabel, denominatorLabel }: Pick<ReturnIndicator, 'numeratorLabel' | 'denominatorLabel'>,
): string {
  if (field === 'value') return 'the figure'
  const label = field === 'numerator' ? numeratorLabel : denominatorLabel
  return label === null ? `the ${field}` : `‘${label}’`
}

/** '153,800': a count as typed, its thousands grouped. */
export function showCount(text: string): string {
  return formatFigureExactly(text, { unit: 'number', decimals: 0 })
}

function outsideLimits(value: string, indicator: ValidatedIndicator): Invalid | null {
  const { min, max } = hardLimitsOf(indicator)
  const figure = parseDecimal(value)
  const bound = (text: string) => formatFigureExactly(text, { unit: indicator.unit, decimals: 0 })
  if (min !== null && compareDecimals(figure, parseDecimal(min)) < 0) {
    const sentence = `${indicator.code} cannot be below ${bound(min)}. Check the number and its sign.`
    return invalid('below_limit', sentence)
  }
  if (max !== null && compareDecimals(figure, parseDecimal(max)) > 0) {
    const check = 'Check for a digit too many or a point left out.'
    return invalid('above_limit', `${indicator.code} cannot be above ${bound(max)}. ${check}`)
  }
  return null
}
