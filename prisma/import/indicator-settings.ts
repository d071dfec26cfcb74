import { fractionShare } from '@accord/domain'
import { Measure, Polarity } from '../client/generated/client.ts'
import type { IndicatorSettings } from './answers.ts'
import { asPercentage, millionths } from './decimal-text.ts'
import type { ReadFigure, SaidOfIndicator } from './read-row.ts'

const ONE = 1_000_000n
const HUNDRED = 100n * ONE
const MOST_ASSUMED_DECIMALS = 2
/** What published counts are rounded to, where every one of them is a multiple of it. */
export const ROUNDED_TO = '5'

export function areMultiplesOfFive(figures: readonly ReadFigure[]): boolean {
  const counts = figures
    .flatMap(({ numerator, denominator }) => [numerator, denominator])
    .filter((count) => count !== null)
  return counts.length > 0 && counts.every((count) => millionths(count) % (5n * ONE) === 0n)
}

/** The values that may be fractions: written with a % they are not. */
export function bareValues(figures: readonly ReadFigure[]): string[] {
  return figures.flatMap(({ value, isPercent }) => (value === null || isPercent ? [] : [value]))
}

function unitOf(figures: readonly ReadFigure[]): string {
  const isShare = (value: string) => millionths(value) >= 0n && millionths(value) <= HUNDRED
  return figures.every(({ value }) => value === null || isShare(value)) ? '%' : 'number'
}

function decimalsOf(figures: readonly ReadFigure[], unit: string): number {
  const areFractions = unit === '%' && fractionShare(bareValues(figures)) === 'all'
  let most = 0
  for (const { value, isPercent } of figures) {
    const shown = value !== null && areFractions && !isPercent ? asPercentage(value) : (value ?? '')
    most = Math.max(most, (shown.split('.')[1] ?? '').length)
  }
  return Math.min(most, MOST_ASSUMED_DECIMALS)
}

export const wordIn = <Word extends string>(
  words: Record<string, Word>,
  text: string | undefined,
): Word | null =>
  Object.values(words).find((word) => word === text?.trim().toLowerCase().replaceAll(' ', '_')) ?? null

/** What a new indicator seems to be, by what the file says and by its figures. Somebody looks at it before it counts. */
export function proposedSettings(
  code: string,
  {
    figures,
    said,
    given,
  }: { figures: readonly ReadFigure[]; said: SaidOfIndicator; given: Partial<IndicatorSettings> },
): IndicatorSettings {
  const unit = given.unit ?? said.unit ?? unitOf(figures)
  const saidDecimals = /^[0-6]$/.test(said.decimals ?? '') ? Number(said.decimals) : null
  return {
    title: given.title ?? said.title ?? code,
    unit,
    decimals: given.decimals ?? saidDecimals ?? decimalsOf(figures, unit),
    polarity: given.polarity ?? wordIn(Polarity, said.polarity) ?? 'higher',
    measure: given.measure ?? wordIn(Measure, said.measure) ?? 'discrete_quarter',
    roundedCounts: given.roundedCounts ?? areMultiplesOfFive(figures),
  }
}
