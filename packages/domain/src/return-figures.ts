import type { Decimal } from './decimal.ts'
import {
  decimalText,
  divideDecimals,
  isDecimalText,
  isZeroDecimal,
  multiplyDecimals,
  parseDecimal,
} from './decimal.ts'
import type { Measure, RatingRule, TargetValue } from './indicator-rule.ts'
import { quarterFromIndex } from './quarters.ts'
import type { FigureField } from './return-cells.ts'
import { cellText, indicatorCell } from './return-cells.ts'
import type { ReturnState } from './returns.ts'

/** What a figure can be at all. Decimal texts in the indicator’s own unit; null: no such end. */
export type HardLimits = { min: string | null; max: string | null }

/** All that checking needs to know of an indicator in one return. Figures are decimal texts as reported. */
export type ReturnIndicator = {
  slug: string
  /** 'NI 192', as it is named in sentences. */
  code: string
  title: string
  unit: string
  decimals: number
  measure: Measure
  /** Entered as a numerator and a denominator, which give the figure. */
  isRatio: boolean
  /** The counts are published rounded, so a numerator may exceed its denominator by rounding. */
  roundedCounts: boolean
  /** Whether this quarter owes a figure (`isDueIn`). */
  isDue: boolean
  isDataOnly?: boolean
  rule: RatingRule
  target: TargetValue | null
  /** In place of the usual limits: 0 to 100 for '%', from 0 for a number. */
  hardLimits?: HardLimits
  /** Final and provisional figures of the last 16 quarters, by quarter index; gaps allowed, any order. */
  series: readonly { index: number; value: string }[]
  lastCommentary: string | null
  /** 'Recycled, tonnes': what is counted, and in what. */
  numeratorLabel: string | null
  denominatorLabel: string | null
}

export type ActionUnderCheck = { id: string; title: string }
export type RiskUnderCheck = { id: string; title: string; likelihood: number; impact: number }
export type QuestionUnderCheck = { id: string; text: string }

/**
 * A return with its draft. `cells`: key → text of every cell that is not blank. `today`: the London date, ISO.
 * Actions, risks and questions are those the return reports on: open ones.
 */
export type ReturnUnderCheck = {
  quarterIndex: number
  today: string
  state: ReturnState
  cells: ReadonlyMap<string, string>
  indicators: readonly ReturnIndicator[]
  actions: readonly ActionUnderCheck[]
  risks: readonly RiskUnderCheck[]
  questions: readonly QuestionUnderCheck[]
}

/** The texts of an indicator’s three figure cells; null where blank. */
export type EnteredFigures = Readonly<Record<FigureField, string | null>>

/** The figures as the draft has them. Of a ratio the value is never looked at, of any other only the value. */
export function enteredFigures(
  { slug, isRatio }: Pick<ReturnIndicator, 'slug' | 'isRatio'>,
  cells: ReadonlyMap<string, string>,
): EnteredFigures {
  const read = (field: FigureField) => cellText(cells, indicatorCell(slug, field))
  return isRatio
    ? { value: null, numerator: read('numerator'), denominator: read('denominator') }
    : { value: read('value'), numerator: null, denominator: null }
}

export type FigureShape = Pick<ReturnIndicator, 'isRatio' | 'unit' | 'decimals'>

/**
 * The indicator’s figure for the quarter, decimal text; null where it is blank, half given, or not a number.
 * A ratio is numerator ÷ denominator, times 100 where the unit is '%', rounded half away from zero to the
 * indicator’s decimals. A figure given as a value stays as typed.
 */
export function figureOf(
  indicator: FigureShape & Pick<ReturnIndicator, 'slug'>,
  cells: ReadonlyMap<string, string>,
): string | null {
  return figureFrom(indicator, enteredFigures(indicator, cells))
}

const hundred: Decimal = { coefficient: 100n, scale: 0 }

/** As figureOf, from the three texts. */
export function figureFrom({ isRatio, unit, decimals }: FigureShape, figures: EnteredFigures): string | null {
  if (!isRatio) return decimalOrNull(figures.value) === null ? null : figures.value
  const numerator = decimalOrNull(figures.numerator)
  const denominator = decimalOrNull(figures.denominator)
  if (numerator === null || denominator === null || isZeroDecimal(denominator)) return null
  const counted = unit === '%' ? multiplyDecimals(numerator, hundred) : numerator
  return decimalText(divideDecimals(counted, denominator, decimals))
}

/** Null for no text and for any that is not plain decimal, as a box may hold while someone types. */
export function decimalOrNull(text: string | null): Decimal | null {
  return text !== null && isDecimalText(text) ? parseDecimal(text) : null
}

/**
 * Whether a quarter owes a figure (our choice): a yearly figure is reported in quarter 4, a two-yearly one in
 * quarter 4 of the years that begin with an even number, as the place survey of 2008/09 was; any other always.
 */
export function isDueIn(measure: Measure, quarterIndex: number): boolean {
  const { startYear, number } = quarterFromIndex(quarterIndex)
  if (measure === 'annual') return number === 4
  if (measure === 'biennial') return number === 4 && startYear % 2 === 0
  return true
}
