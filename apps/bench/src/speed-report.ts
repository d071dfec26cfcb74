import type { Results } from './rounds.ts'
import { milliseconds, rate, ratio, tableText } from './table.ts'

export type Measurement = { areaName: string; results: Results }

const HEADER = ['area', 'dashboard', 'req/s', 'p50', 'p99', '÷ bare route', '÷ bare SQL', 'CPU', 'bare CPU']

const microseconds = (value: number) => `${(value / 1000).toFixed(2)} ms`

function rowsOf({ areaName, results }: Measurement): string[][] {
  const { cold, cached, unchanged, statement, bytes, notModified } = results
  const kinds = [
    { name: 'cold', product: cold, route: bytes, twin: statement },
    { name: 'cached', product: cached, route: bytes, twin: bytes },
    { name: '304', product: unchanged, route: notModified, twin: notModified },
  ]
  return kinds.map(({ name, product, route, twin }) => [
    areaName,
    name,
    rate(product.perSecond),
    milliseconds(product.p50),
    milliseconds(product.p99),
    ratio(product.perSecond / route.perSecond),
    ratio(product.perSecond / statement.perSecond),
    microseconds(product.cpuMicrosecondsPerAnswer),
    microseconds(twin.cpuMicrosecondsPerAnswer),
  ])
}

function bareRowsOf({ areaName, results }: Measurement): string[][] {
  const { statement, bytes, notModified } = results
  const bares = [
    { name: 'bare SQL', measured: statement },
    { name: 'bare route, same bytes', measured: bytes },
    { name: 'bare route, 304', measured: notModified },
  ]
  return bares.map(({ name, measured }) => [
    areaName,
    name,
    rate(measured.perSecond),
    milliseconds(measured.p50),
    milliseconds(measured.p99),
    '',
    '',
    '',
    microseconds(measured.cpuMicrosecondsPerAnswer),
  ])
}

/** The one table: the product’s three ways to answer, then what they are held against. */
export function speedTable(measurements: readonly Measurement[]): string {
  return tableText([HEADER, ...measurements.flatMap(rowsOf), ...measurements.flatMap(bareRowsOf)])
}
