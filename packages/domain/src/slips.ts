import type { Comparison } from './change-limits.ts'
import { isBeyondLimit } from './change-limits.ts'
import type { Decimal } from './decimal.ts'
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  decimalText,
  isZeroDecimal,
  multiplyDecimals,
  subtractDecimals,
  trimDecimal,
} from './decimal.ts'
import { figureFieldLabel, showCount, validateFigure } from './figure-validity.ts'
import { formatFigureExactly } from './figures.ts'
import type { FigureField } from './return-cells.ts'
import type { EnteredFigures, ReturnIndicator } from './return-figures.ts'
import { decimalOrNull, figureFrom } from './return-figures.ts'

export type SlipCode = 'power_of_ten' | 'fraction_for_percent' | 'digits_swapped'

/** A value to type instead. `value`: plain decimal text. */
export type Suggestion = { field: FigureField; value: string }

/** A slip of the finger that would explain a figure. `sentence` says it and what the figure would then be. */
export type Slip = { code: SlipCode; sentence: string; suggestion: Suggestion | null }

export type SlipInput = {
  indicator: ReturnIndicator
  figures: EnteredFigures
  figure: Decimal
  /** What the figure would be expected to be near: the first of its comparisons. */
  reference: Comparison
  /** Whether something else about the figure is out of the ordinary: only then are swapped digits looked for. */
  isOdd: boolean
}

/**
 * The slip that most likely explains a figure, if any: a fraction given for a percentage, a point that has moved,
 * or two neighbouring digits that have changed places. One at most, in this order: the first is the plainest.
 */
export function findSlip(input: SlipInput): Slip | null {
  return fractionForPercent(input) ?? powerOfTen(input) ?? (input.isOdd ? swappedDigits(input) : null)
}

const one: Decimal = { coefficient: 1n, scale: 0 }

/** 0.46 where 46 is usual. */
function fractionForPercent({ indicator, figure, reference }: SlipInput): Slip | null {
  const { unit, isRatio } = indicator
  if (unit !== '%' || isZeroDecimal(figure) || compareDecimals(absoluteDecimal(figure), one) > 0) return null
  const percent = timesTen(figure, 2)
  const isNear = !isBeyondLimit(percent, reference.value, unit)
  if (!isNear || !isMuchNearer(percent, figure, reference.value) || !isPossible(percent, indicator))
    return null
  const sentence = `${write(figure, indicator)} may be a fraction: as a percentage it would be ${write(percent, indicator)}.`
  // Of two halves nobody can say which one it was.
  const suggestion: Suggestion | null = isRatio ? null : { field: 'value', value: plainText(percent) }
  return { code: 'fraction_for_percent', sentence, suggestion }
}

const mostPlacesMoved = 6

/** A value times or divided by 10, 100 … that lies within a tenth of the reference. */
function powerOfTen({ indicator, figure, reference }: SlipInput): Slip | null {
  if (isZeroDecimal(figure) || isZeroDecimal(reference.value)) return null
  const moves = Array.from({ length: mostPlacesMoved }, (_, place) => [place + 1, -place - 1]).flat()
  for (const move of moves) {
    const moved = timesTen(figure, move)
    // 'Other' is a unit without points: near is a tenth of the reference whatever is measured.
    if (isBeyondLimit(moved, reference.value, 'other') || !isPossible(moved, indicator)) continue
    const near = `${reference.phrase}’s ${write(reference.value, indicator)}`
    const sentence = `The point may have moved: ${write(moved, indicator)} would be close to ${near}.`
    const suggestion: Suggestion | null = indicator.isRatio
      ? null
      : { field: 'value', value: plainText(moved) }
    return { code: 'power_of_ten', sentence, suggestion }
  }
  return null
}

type Swap = Suggestion & { figure: Decimal; distance: Decimal }

/**
 * The swap of two neighbouring digits, in the value or in either half, that brings the figure nearest to its
 * reference: within the change limit, and twice as near at least.
 */
function swappedDigits({ indicator, figures, figure, reference }: SlipInput): Slip | null {
  let best: Swap | null = null
  for (const swap of swapsOf(indicator, figures, reference.value)) {
    const isNear = !isBeyondLimit(swap.figure, reference.value, indicator.unit)
    if (!isNear || !isMuchNearer(swap.figure, figure, reference.value)) continue
    if (!isPossible(swap.figure, indicator)) continue
    if (best === null || compareDecimals(swap.distance, best.distance) < 0) best = swap
  }
  if (best === null) return null
  const { field, value } = best
  const sentence = `Two digits may have changed places: ${swapPhrase(best, indicator)}.`
  return { code: 'digits_swapped', sentence, suggestion: { field, value } }
}

function swapsOf(indicator: ReturnIndicator, figures: EnteredFigures, reference: Decimal): Swap[] {
  const fields: readonly FigureField[] = indicator.isRatio ? ['numerator', 'denominator'] : ['value']
  return fields.flatMap((field) =>
    neighbourSwaps(figures[field] ?? '').flatMap((value) => {
      const figure = decimalOrNull(figureFrom(indicator, { ...figures, [field]: value }))
      return figure === null ? [] : [{ field, value, figure, distance: distanceBetween(figure, reference) }]
    }),
  )
}

/** Every text that differs by two neighbouring digits that have changed places; none begins with a needless 0. */
export function neighbourSwaps(text: string): string[] {
  const swaps: string[] = []
  for (let place = 0; place + 1 < text.length; place++) {
    const first = text.charAt(place)
    const second = text.charAt(place + 1)
    if (first === second || !/\d/.test(first) || !/\d/.test(second)) continue
    const swapped = text.slice(0, place) + second + first + text.slice(place + 2)
    if (!/^-?0\d/.test(swapped)) swaps.push(swapped)
  }
  return swaps
}

/** '153,800 tonnes would give 47.9%', as far as the label says what is counted. */
function swapPhrase({ field, value, figure }: Swap, indicator: ReturnIndicator): string {
  const given = write(figure, indicator)
  if (field === 'value') return `perhaps ${given} was meant`
  const counted = field === 'numerator' ? indicator.numeratorLabel?.split(', ')[1] : undefined
  const amount = counted === undefined ? `for ${figureFieldLabel(field, indicator)}` : counted
  return `${showCount(value)} ${amount} would give ${given}`
}

/** Whether a figure could be kept at all: offering another would only be refused. */
function isPossible(figure: Decimal, indicator: ReturnIndicator): boolean {
  return validateFigure(decimalText(trimDecimal(figure, 0)), indicator).ok
}

/** At least twice as near: a candidate that is hardly better explains nothing. */
function isMuchNearer(candidate: Decimal, figure: Decimal, reference: Decimal): boolean {
  const distance = distanceBetween(candidate, reference)
  return compareDecimals(addDecimals(distance, distance), distanceBetween(figure, reference)) <= 0
}

function distanceBetween(a: Decimal, b: Decimal): Decimal {
  return absoluteDecimal(subtractDecimals(a, b))
}

function timesTen(d: Decimal, places: number): Decimal {
  if (places < 0) return { coefficient: d.coefficient, scale: d.scale - places }
  return multiplyDecimals(d, { coefficient: 10n ** BigInt(places), scale: 0 })
}

function plainText(d: Decimal): string {
  return decimalText(trimDecimal(d, 0))
}

function write(d: Decimal, indicator: ReturnIndicator): string {
  return formatFigureExactly(decimalText(d), { unit: indicator.unit, decimals: indicator.decimals })
}
