import type { Indicator, Prisma } from '../client/generated/client.ts'
import { StartError } from '../start-error.ts'
import { checkRows, type SeriesRow } from './check-rows.ts'
import { asPercentage } from './decimal-text.ts'
import type { ImportOptions } from './options.ts'
import { BadFile, type Problem } from './problem.ts'
import { READ_COLUMNS, readSeriesFile } from './read-file.ts'
import { oddRows, type Settled, settle } from './settings.ts'

export type CouncilInFile = { slug: string; name: string }
export type IndicatorInFile = { slug: string; code: string; rows: SeriesRow[]; settled: Settled }

/** All that the file holds, understood. */
export type Series = {
  rows: SeriesRow[]
  councils: CouncilInFile[]
  indicators: IndicatorInFile[]
  ignoredColumns: string[]
  odd: { line: number; reason: string }[]
}

type Reader = Pick<Prisma.TransactionClient, 'indicator'>

export function nameSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The value as the indicator’s unit has it. */
export function valueIn(settled: Settled, row: SeriesRow): string {
  return settled.valuesAreFractions ? asPercentage(row.value) : row.value
}

function slugProblems(rows: SeriesRow[], column: 'council' | 'indicator'): Problem[] {
  const nameBySlug = new Map<string, string>()
  const told = new Set<string>()
  return rows.flatMap((row) => {
    const name = row[column]
    const slug = nameSlug(name)
    const first = nameBySlug.get(slug) ?? name
    nameBySlug.set(slug, first)
    if ((slug !== '' && first === name) || told.has(name)) return []
    told.add(name)
    const reason =
      slug === '' ? `‘${name}’ has no letter or digit.` : `‘${name}’ is spelled ‘${first}’ in an earlier row.`
    return [{ line: row.line, column, reason }]
  })
}

function groupByIndicator(rows: SeriesRow[]): Map<string, SeriesRow[]> {
  const groups = new Map<string, SeriesRow[]>()
  for (const row of rows) {
    const group = groups.get(row.indicator)
    if (group) group.push(row)
    else groups.set(row.indicator, [row])
  }
  return groups
}

// Prefixed with the framework, so that an imported code never meets one that is already there.
function indicatorSlug(options: ImportOptions, code: string): string {
  return `${options.framework}-${nameSlug(code)}`
}

type Groups = { columns: string[]; rows: SeriesRow[]; groups: Map<string, SeriesRow[]> }

function readGroups(options: ImportOptions): Groups {
  const { columns, rows: fileRows } = readSeriesFile(options.file)
  const rows = checkRows(fileRows)
  const problems = [...slugProblems(rows, 'council'), ...slugProblems(rows, 'indicator')]
  if (problems.length > 0) throw new BadFile(problems)
  const groups = groupByIndicator(rows)
  if (options.indicatorTitle !== null && groups.size > 1) {
    throw new StartError(`The file has ${groups.size} indicators: --indicator-title is for a file with one.`)
  }
  return { columns, rows, groups }
}

/** `existing`: the indicators already loaded, by slug, whose settings they keep. */
function understand(
  { columns, rows, groups }: Groups,
  options: ImportOptions,
  existing: ReadonlyMap<string, Indicator>,
): Series {
  const indicators = [...groups].map(([code, own]) => {
    const slug = indicatorSlug(options, code)
    return {
      slug,
      code,
      rows: own,
      settled: settle({ code, rows: own, options, existing: existing.get(slug) }),
    }
  })
  return {
    rows,
    councils: [...new Set(rows.map((row) => row.council))].map((name) => ({ slug: nameSlug(name), name })),
    indicators,
    ignoredColumns: columns.filter((column) => !READ_COLUMNS.includes(column)),
    odd: indicators.flatMap((indicator) => oddRows(indicator.rows, indicator.settled)),
  }
}

/** Reads, checks and understands the file. Throws BadFile with every problem, StartError for what is no file. */
export async function readSeries(reader: Reader, options: ImportOptions): Promise<Series> {
  const read = readGroups(options)
  const slugs = [...read.groups.keys()].map((code) => indicatorSlug(options, code))
  const found = await reader.indicator.findMany({ where: { slug: { in: slugs } } })
  return understand(read, options, new Map(found.map((indicator) => [indicator.slug, indicator])))
}

/** As readSeries, for a file that meets no database. */
export function readSeriesAlone(options: ImportOptions): Series {
  return understand(readGroups(options), options, new Map())
}
