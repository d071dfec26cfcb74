import type { Decimal } from './decimal.ts'
import {
  absoluteDecimal,
  compareDecimals,
  decimalNumber,
  decimalText,
  divideDecimals,
  isZeroDecimal,
  multiplyDecimals,
  subtractDecimals,
} from './decimal.ts'
import { formatFigureExactly, formatGap } from './figures.ts'
import type { ReturnIndicator } from './return-figures.ts'
import { decimalOrNull } from './return-figures.ts'

/** What a figure is held against: 'last quarter', 'the same quarter last year'. */
export type Comparison = { kind: 'last_quarter' | 'last_year'; phrase: string; value: Decimal }

const pointLimit: Decimal = { coefficient: 5n, scale: 0 }
const relativeLimit: Decimal = { coefficient: 1n, scale: 1 }

type Compared = Pick<ReturnIndicator, 'measure' | 'series'>

/**
 * The earlier figures that a figure is held against, where there are any: last quarter and the same quarter last
 * year. A cumulative figure begins again each April, so only last year says something of it; a yearly figure has
 * last year’s, a two-yearly one that of two years ago.
 */
export function comparisonsFor({ measure, series }: Compared, quarterIndex: number): Comparison[] {
  return comparisonPlaces[measure].flatMap(({ quartersBack, ...comparison }) => {
    const found = series.find(({ index }) => index === quarterIndex - quartersBack)
    const value = found === undefined ? null : decimalOrNull(found.value)
    return value === null ? [] : [{ ...comparison, value }]
  })
}

type Place = Omit<Comparison, 'value'> & { quartersBack: number }

const lastQuarter: Place = { kind: 'last_quarter', phrase: 'last quarter', quartersBack: 1 }
const lastYear: Place = { kind: 'last_year', phrase: 'the same quarter last year', quartersBack: 4 }

const comparisonPlaces: Readonly<Record<ReturnIndicator['measure'], readonly Place[]>> = {
  snapshot: [lastQuarter, lastYear],
  discrete_quarter: [lastQuarter, lastYear],
  rolling_year: [lastQuarter, lastYear],
  cumulative: [lastYear],
  annual: [{ kind: 'last_year', phrase: 'last year', quartersBack: 4 }],
  biennial: [{ kind: 'last_year', phrase: 'two years ago', quartersBack: 8 }],
}

/**
 * Whether a figure has moved further than the change limit from another: more than 5 points for a percentage,
 * more than 10 % for any other (the domain notes, The return’s life). Ten per cent of nothing is nothing, so
 * whatever follows a zero is beyond it.
 */
export function isBeyondLimit(figure: Decimal, before: Decimal, unit: string): boolean {
  const change = absoluteDecimal(subtractDecimals(figure, before))
  const limit = unit === '%' ? pointLimit : multiplyDecimals(relativeLimit, absoluteDecimal(before))
  return compareDecimals(change, limit) > 0
}

/** 'is 6.5 points below last quarter', 'is 23% above the same quarter last year'. */
export function changePhrase(figure: Decimal, { phrase, value }: Comparison, unit: string): string {
  const way = compareDecimals(figure, value) < 0 ? 'below' : 'above'
  return `is ${changeSize(figure, value, unit)} ${way} ${phrase}`
}

function changeSize(figure: Decimal, before: Decimal, unit: string): string {
  const change = absoluteDecimal(subtractDecimals(figure, before))
  if (unit === '%') return points(change)
  if (isZeroDecimal(before)) return formatFigureExactly(decimalText(change), { unit: 'number', decimals: 0 })
  const percent = decimalNumber(divideDecimals(change, absoluteDecimal(before), 8)) * 100
  const written = formatGap(percent)
  // '10% … and the change limit is 10%' would explain nothing.
  return written === '10%' ? 'just over 10%' : written
}

function points(change: Decimal): string {
  const size = formatFigureExactly(decimalText(change), { unit: 'number', decimals: 0 })
  return size === '1' ? '1 point' : `${size} points`
}

const quartersRemembered = 12
const changesForHistory = 3

/**
 * 'The largest fall in the last 12 quarters was 1.8 points, and the change limit is 5.' What a change between
 * neighbouring quarters has been before, in the direction of this one; with fewer than three changes only the
 * limit.
 */
export function historySentence({
  figure,
  before,
  quarterIndex,
  indicator,
}: {
  figure: Decimal
  before: Decimal
  quarterIndex: number
  indicator: Pick<ReturnIndicator, 'unit' | 'series'>
}): string {
  const { unit, series } = indicator
  const limit = unit === '%' ? '5' : '10%'
  const since = quarterIndex - quartersRemembered + 1
  const known = series.filter(({ index }) => index >= since && index < quarterIndex)
  const pairs = neighbours(known)
  if (pairs.length < changesForHistory) return `The change limit is ${unit === '%' ? '5 points' : '10%'}.`
  const sign = compareDecimals(figure, before)
  const word = sign < 0 ? 'fall' : 'rise'
  const span = quarterIndex - Math.min(...known.map(({ index }) => index)) + 1
  const largest = largestOf(
    pairs.filter((pair) => compareDecimals(pair.after, pair.before) === sign),
    unit,
  )
  if (largest === null)
    return `There was no ${word} in the last ${span} quarters, and the change limit is ${limit}.`
  const size = changeSize(largest.after, largest.before, unit)
  return `The largest ${word} in the last ${span} quarters was ${size}, and the change limit is ${limit}.`
}

type Pair = { before: Decimal; after: Decimal }

function neighbours(series: ReturnIndicator['series']): Pair[] {
  return series.flatMap(({ index, value }) => {
    const after = decimalOrNull(value)
    const earlier = series.find((point) => point.index === index - 1)
    const before = earlier === undefined ? null : decimalOrNull(earlier.value)
    return after === null || before === null ? [] : [{ before, after }]
  })
}

/** The largest in points, or else in per cent; what rose from nothing has no per cent and is left out. */
function largestOf(pairs: readonly Pair[], unit: string): Pair | null {
  let largest: Pair | null = null
  for (const pair of pairs) {
    if (unit !== '%' && isZeroDecimal(pair.before)) continue
    if (largest === null || sizeOf(pair, unit) > sizeOf(largest, unit)) largest = pair
  }
  return largest
}

function sizeOf({ before, after }: Pair, unit: string): number {
  const change = Math.abs(decimalNumber(after) - decimalNumber(before))
  return unit === '%' ? change : change / Math.abs(decimalNumber(before))
}
