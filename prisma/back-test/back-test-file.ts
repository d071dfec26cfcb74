import { type BackTest, backTest, coverageOf, type SeriesPoint } from '@accord/domain'
import type { Measure } from '../client/generated/client.ts'
import type { ImportOptions } from '../import/options.ts'
import { type IndicatorAlone, readAlone, type SeriesAlone } from './read-alone.ts'

/** What an 80 % range may hold and still be called one. Shares, 0 to 1. */
export const LEAST_COVERAGE = 0.7
export const MOST_COVERAGE = 0.9

export type TestedIndicator = {
  code: string
  unit: string
  measure: Measure
  seriesInFile: number
  result: BackTest
}

/** `coverage`: over all the indicators; null where nothing could be forecast. */
export type TestedFile = { series: SeriesAlone; indicators: TestedIndicator[]; coverage: number | null }

// The bounds that the product keeps its forecasts in.
const PERCENTAGES = { min: 0, max: 100 }

function seriesByCouncil({ figures }: IndicatorAlone): SeriesPoint[][] {
  const byCouncil = Map.groupBy(figures, ({ organisationId }) => organisationId)
  return [...byCouncil.values()].map((own) =>
    own
      .flatMap(({ quarterIndex, value }) =>
        value === null ? [] : [{ index: quarterIndex, value: Number(value) }],
      )
      .toSorted((one, other) => one.index - other.index),
  )
}

function testIndicator(indicator: IndicatorAlone): TestedIndicator {
  const { unit, measure } = indicator.settings
  const all = seriesByCouncil(indicator)
  const rule = { measure, ...(unit === '%' ? { bounds: PERCENTAGES } : {}) }
  return { code: indicator.code, unit, measure, seriesInFile: all.length, result: backTest(all, rule) }
}

function sumOf(indicators: TestedIndicator[], part: 'forecasts' | 'inside'): number {
  return indicators.reduce((sum, { result }) => sum + result[part], 0)
}

/** Back-tests the forecasts of every series in the file. Throws BadFile or StartError, as the import does. */
export async function backTestFile(options: ImportOptions): Promise<TestedFile> {
  const series = await readAlone(options)
  const indicators = series.indicators.map(testIndicator)
  const coverage = coverageOf({
    forecasts: sumOf(indicators, 'forecasts'),
    inside: sumOf(indicators, 'inside'),
  })
  return { series, indicators, coverage }
}

/** Whether the 80 % range is one: it holds 70 % to 90 % of what happened, both ends included. */
export function isCalibrated(coverage: number | null): boolean {
  return coverage !== null && coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE
}
