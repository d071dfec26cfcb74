import { countsGive } from '@accord/domain'
import type { Indicator, Measure, Polarity } from '../client/generated/client.ts'
import { StartError } from '../start-error.ts'
import type { SeriesRow } from './check-rows.ts'
import { asPercentage, millionths } from './decimal-text.ts'
import type { ImportOptions } from './options.ts'
import { BadFile, type Problem } from './problem.ts'

/** How one indicator’s figures are read: as said, as it already is, or as assumed from the figures. */
export type IndicatorSettings = {
  title: string
  unit: string
  decimals: number
  polarity: Polarity
  measure: Measure
  isRatio: boolean
  roundedCounts: boolean
}

export type Settled = { settings: IndicatorSettings; valuesAreFractions: boolean; assumptions: string[] }

const ONE = 1_000_000n
const MOST_ASSUMED_DECIMALS = 2

function areFractions(rows: SeriesRow[]): boolean {
  return rows.every(({ value }) => millionths(value) >= 0n && millionths(value) <= ONE)
}

function countsOf(rows: SeriesRow[]): string[] {
  return rows
    .flatMap(({ numerator, denominator }) => [numerator, denominator])
    .filter((count) => count !== null)
}

function areMultiplesOfFive(counts: string[]): boolean {
  return counts.length > 0 && counts.every((count) => millionths(count) % (5n * ONE) === 0n)
}

function decimalsOf(rows: SeriesRow[], inPercent: boolean): number {
  const lengths = rows.map(
    ({ value }) => ((inPercent ? asPercentage(value) : value).split('.')[1] ?? '').length,
  )
  return Math.min(Math.max(...lengths), MOST_ASSUMED_DECIMALS)
}

// A figure’s unit or polarity never changes under figures already loaded.
function kept<Value>(name: string, given: Value | null, existing: Value | undefined): Value | undefined {
  if (existing === undefined) return given ?? undefined
  if (given !== null && given !== existing) {
    throw new StartError(`The indicator is already loaded with --${name} ${existing}: leave the option out.`)
  }
  return existing
}

type Request = { code: string; rows: SeriesRow[]; options: ImportOptions; existing: Indicator | undefined }

function settleFractions({ rows, options }: Request, unit: string, assumptions: string[]): boolean {
  if (options.valueIs !== null) return options.valueIs === 'fraction'
  const assumed = unit === '%' && areFractions(rows)
  const example = rows[0]?.value ?? '0'
  if (assumed) {
    assumptions.push(
      `The values are fractions, because every one is from 0 to 1 and the unit is %: ${example} stands for ${asPercentage(example)}%. If not, say --value-is percent.`,
    )
  }
  return assumed
}

function settleRounding({ rows, options, existing }: Request, assumptions: string[]): boolean {
  const said = kept('rounded-counts', options.roundedCounts, existing?.roundedCounts)
  if (said !== undefined) return said
  const assumed = areMultiplesOfFive(countsOf(rows))
  if (assumed) {
    assumptions.push(
      'The counts are rounded, because every one is a multiple of 5: a numerator may exceed its denominator. If not, say --no-rounded-counts.',
    )
  }
  return assumed
}

function settleUnit({ options, existing }: Request, assumptions: string[]): string {
  const said = kept('unit', options.unit, existing?.unit)
  if (said === undefined) assumptions.push('The unit is %. If not, say --unit.')
  return said ?? '%'
}

function settlePolarity({ options, existing }: Request, assumptions: string[]): Polarity {
  const said = kept('polarity', options.polarity, existing?.polarity)
  if (said === undefined) assumptions.push('Higher is better. If not, say --polarity.')
  return said ?? 'higher'
}

function settleMeasure({ options, existing }: Request, assumptions: string[]): Measure {
  const said = kept('measure', options.measure, existing?.measure)
  if (said === undefined) assumptions.push('Each figure is for its own quarter. If not, say --measure.')
  return said ?? 'discrete_quarter'
}

function settleDecimals(request: Request, inPercent: boolean, assumptions: string[]): number {
  const said = kept('decimals', request.options.decimals, request.existing?.decimals)
  if (said !== undefined) return said
  const assumed = decimalsOf(request.rows, inPercent)
  assumptions.push(`Figures are shown with ${assumed} decimals, as the values have. If not, say --decimals.`)
  return assumed
}

/** Says what is assumed and why. Throws StartError where an option contradicts what is loaded. */
export function settle(request: Request): Settled {
  const assumptions: string[] = []
  const unit = settleUnit(request, assumptions)
  const valuesAreFractions = settleFractions(request, unit, assumptions)
  const settings = {
    title: request.existing?.title ?? request.options.indicatorTitle ?? request.code,
    unit,
    decimals: settleDecimals(request, valuesAreFractions, assumptions),
    polarity: settlePolarity(request, assumptions),
    measure: settleMeasure(request, assumptions),
    isRatio: countsOf(request.rows).length > 0,
    roundedCounts: settleRounding(request, assumptions),
  }
  refuseOversizedParts(request.rows, settings)
  return { settings, valuesAreFractions, assumptions }
}

function isOversized({ numerator, denominator }: SeriesRow): boolean {
  return numerator !== null && denominator !== null && millionths(numerator) > millionths(denominator)
}

function refuseOversizedParts(rows: SeriesRow[], { unit, roundedCounts }: IndicatorSettings): void {
  if (unit !== '%' || roundedCounts) return
  const problems: Problem[] = rows.filter(isOversized).map(({ line, numerator, denominator }) => ({
    line,
    column: 'numerator',
    reason: `${numerator} is more than the denominator ${denominator}. If the counts are rounded, say --rounded-counts.`,
  }))
  if (problems.length > 0) throw new BadFile(problems)
}

const ROUNDED_TO = '5'

function explains({ value, numerator, denominator }: SeriesRow, settled: Settled): boolean {
  const { unit, roundedCounts } = settled.settings
  if (numerator === null || denominator === null || unit !== '%') return true
  const step = roundedCounts ? ROUNDED_TO : null
  return countsGive({ numerator, denominator, step, value, per: settled.valuesAreFractions ? '1' : '100' })
}

/** What is odd about the rows, and loaded all the same. */
export function oddRows(rows: SeriesRow[], settled: Settled): { line: number; reason: string }[] {
  return rows.flatMap((row) => {
    if (isOversized(row)) {
      return [
        {
          line: row.line,
          reason: `${row.council}: the numerator ${row.numerator} exceeds the denominator ${row.denominator}.`,
        },
      ]
    }
    if (explains(row, settled)) return []
    return [
      {
        line: row.line,
        reason: `${row.council}: ${row.numerator} of ${row.denominator} does not give ${row.value}.`,
      },
    ]
  })
}
