import type { HorizonTally } from '@accord/domain'
import type { ImportOptions } from '../import/options.ts'
import { assumptions, countOf, heading, section } from '../import/report.ts'
import {
  isCalibrated,
  LEAST_COVERAGE,
  MOST_COVERAGE,
  type TestedFile,
  type TestedIndicator,
} from './back-test-file.ts'

function shareText(inside: number, forecasts: number): string {
  return `${inside} of ${forecasts}, ${((inside / forecasts) * 100).toFixed(1)}%`
}

function horizonLine({ ahead, forecasts, inside }: HorizonTally): string {
  return `    ${countOf(ahead, 'quarter ahead: ', 'quarters ahead:')} ${shareText(inside, forecasts)}`
}

function errorLine({ unit, measure, result }: TestedIndicator): string[] {
  const { meanAbsoluteError: own, naiveMeanAbsoluteError: naive } = result
  if (own === null || naive === null) return []
  const points = unit === '%' ? ' points' : ''
  const other = measure === 'cumulative' ? 'the same quarter of last year' : 'the last figure carried on'
  return [`  Missed by ${own.toFixed(2)}${points} on average, where ${other} misses by ${naive.toFixed(2)}`]
}

function indicatorLines(tested: TestedIndicator): string[] {
  const { series, origins, forecasts, inside, byHorizon } = tested.result
  const short = tested.seriesInFile - series
  const left = short === 0 ? '' : `, and ${short} too short to forecast`
  const count = `  ${series} series${left}`
  if (forecasts === 0) return [count]
  return [
    `${count}; ${countOf(origins, 'quarter', 'quarters')} forecast from, ${countOf(forecasts, 'forecast', 'forecasts')}`,
    `  The 80% range held ${shareText(inside, forecasts)}`,
    ...byHorizon.map(horizonLine),
    ...errorLine(tested),
  ]
}

function percent(share: number, places: number): string {
  return `${(share * 100).toFixed(places)}%`
}

/** The last line, and why the command exits as it does. */
export function verdict(coverage: number | null): string {
  if (coverage === null) return 'Nothing could be forecast: no series has four figures and one to come.'
  const wanted = `${percent(LEAST_COVERAGE, 0)} to ${percent(MOST_COVERAGE, 0)}`
  const held = `The 80% range holds ${percent(coverage, 1)} of what happened`
  return isCalibrated(coverage) ? `${held}: within ${wanted}.` : `${held}: outside ${wanted}.`
}

/** What the back-test found, as a person reads it. */
export function reportText(tested: TestedFile, options: ImportOptions): string {
  const { series, indicators } = tested
  const { figures, organisations, quarters, quarterCount } = series.understood
  return [
    heading({
      ...{ file: options.file, figures: figures.length, indicators: indicators.length, organisations },
      quarters: quarters === null ? null : { ...quarters, count: quarterCount },
    }),
    ...section(
      'Assumed',
      assumptions(series.questions).map((sentence) => `  ${sentence}`),
    ),
    ...indicators.flatMap((indicator) => section(indicator.code, indicatorLines(indicator))),
    '',
    verdict(tested.coverage),
    '',
  ].join('\n')
}
