import { randomUUID } from 'node:crypto'
import type { Measurement, Prisma } from '../client/generated/client.ts'
import { type QuarterDates, quarterDates } from '../default-calendar.ts'
import { StartError } from '../start-error.ts'
import type { SeriesRow } from './check-rows.ts'
import { millionths } from './decimal-text.ts'
import type { ImportOptions } from './options.ts'
import { BadFile } from './problem.ts'
import { type CouncilInFile, type IndicatorInFile, type Series, valueIn } from './series.ts'

type Known<Thing> = Thing & { id: string; isNew: boolean }
type Figures = { value: string; numerator: string | null; denominator: string | null }

export type PlannedFigure = Figures & { indicatorId: string; organisationId: string; quarterIndex: number }
export type ChangedFigure = { before: Measurement; after: PlannedFigure }

/** What loading the series would do to the database. */
export type Plan = {
  framework: Known<{ slug: string; title: string; startYear: number; endYear: number; isLonger: boolean }>
  councils: Known<CouncilInFile>[]
  indicators: Known<IndicatorInFile>[]
  newQuarters: QuarterDates[]
  newFigures: PlannedFigure[]
  changedFigures: ChangedFigure[]
  sameFigures: number
  /** Loaded before and not in this file: left as they are. */
  otherFigures: number
}

type Reader = Prisma.TransactionClient

const KIND = 'imported series'

function titleFrom(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function planFramework(
  reader: Reader,
  series: Series,
  options: ImportOptions,
): Promise<Plan['framework']> {
  const years = series.rows.map((row) => row.startYear)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const found = await reader.framework.findUnique({ where: { slug: options.framework } })
  if (!found) {
    const title = options.frameworkTitle ?? titleFrom(options.framework)
    return {
      id: randomUUID(),
      isNew: true,
      isLonger: false,
      slug: options.framework,
      title,
      startYear: first,
      endYear: last,
    }
  }
  if (found.kind !== KIND) {
    throw new StartError(
      `The framework ${options.framework} is not an imported series: say another with --framework.`,
    )
  }
  return {
    id: found.id,
    isNew: false,
    isLonger: first < found.startYear || last > found.endYear,
    slug: found.slug,
    title: found.title,
    startYear: Math.min(first, found.startYear),
    endYear: Math.max(last, found.endYear),
  }
}

async function planCouncils(reader: Reader, series: Series): Promise<Plan['councils']> {
  const slugs = series.councils.map((council) => council.slug)
  const found = await reader.organisation.findMany({ where: { slug: { in: slugs } } })
  const bySlug = new Map(found.map((organisation) => [organisation.slug, organisation]))
  refuseOtherBodies(
    series,
    new Set(found.filter((organisation) => !organisation.isCouncil).map(({ slug }) => slug)),
  )
  return series.councils.map((council) => {
    const known = bySlug.get(council.slug)
    return { ...council, id: known?.id ?? randomUUID(), isNew: known === undefined }
  })
}

function refuseOtherBodies(series: Series, otherBodies: Set<string>): void {
  const names = new Set(series.councils.filter(({ slug }) => otherBodies.has(slug)).map(({ name }) => name))
  const problems = series.rows
    .filter((row) => names.has(row.council))
    .map(({ line, council }) => ({
      line,
      column: 'council',
      reason: `‘${council}’ is known here as a body that is not a council.`,
    }))
  if (problems.length > 0) throw new BadFile(problems)
}

async function planIndicators(reader: Reader, series: Series): Promise<Plan['indicators']> {
  const found = await reader.indicator.findMany({
    where: { slug: { in: series.indicators.map((indicator) => indicator.slug) } },
    select: { id: true, slug: true },
  })
  const idBySlug = new Map(found.map(({ id, slug }) => [slug, id]))
  return series.indicators.map((indicator) => {
    const id = idBySlug.get(indicator.slug)
    return { ...indicator, id: id ?? randomUUID(), isNew: id === undefined }
  })
}

async function planQuarters(reader: Reader, series: Series): Promise<QuarterDates[]> {
  const wanted = new Map(series.rows.map((row) => [row.quarterIndex, row]))
  const found = await reader.quarter.findMany({
    where: { index: { in: [...wanted.keys()] } },
    select: { index: true },
  })
  const known = new Set(found.map(({ index }) => index))
  return [...wanted.values()]
    .filter((row) => !known.has(row.quarterIndex))
    .map((row) => quarterDates(row.startYear, row.quarterNumber))
    .sort((one, other) => one.index - other.index)
}

function isEqual(one: string | null, other: { toFixed: () => string } | null): boolean {
  if (one === null || other === null) return one === other
  return millionths(one) === millionths(other.toFixed())
}

function isSame(after: Figures, before: Measurement): boolean {
  return (
    isEqual(after.value, before.value) &&
    isEqual(after.numerator, before.numerator) &&
    isEqual(after.denominator, before.denominator)
  )
}

function figureKey(figure: {
  indicatorId: string
  quarterIndex: number
  organisationId: string | null
}): string {
  return `${figure.indicatorId} ${figure.quarterIndex} ${figure.organisationId}`
}

function figuresOf(indicators: Plan['indicators'], councils: Plan['councils']): PlannedFigure[] {
  const councilIds = new Map(councils.map(({ name, id }) => [name, id]))
  return indicators.flatMap(({ id, rows, settled }) =>
    rows.map((row: SeriesRow) => ({
      indicatorId: id,
      organisationId: councilIds.get(row.council) ?? '',
      quarterIndex: row.quarterIndex,
      value: valueIn(settled, row),
      numerator: row.numerator,
      denominator: row.denominator,
    })),
  )
}

async function planFigures(reader: Reader, indicators: Plan['indicators'], councils: Plan['councils']) {
  const figures = figuresOf(indicators, councils)
  const existing = await reader.measurement.findMany({
    where: { indicatorId: { in: indicators.filter(({ isNew }) => !isNew).map(({ id }) => id) } },
  })
  const before = new Map(existing.map((measurement) => [figureKey(measurement), measurement]))
  const newFigures: PlannedFigure[] = []
  const changedFigures: ChangedFigure[] = []
  for (const after of figures) {
    const known = before.get(figureKey(after))
    if (!known) newFigures.push(after)
    else if (!isSame(after, known)) changedFigures.push({ before: known, after })
  }
  const known = figures.length - newFigures.length
  return {
    newFigures,
    changedFigures,
    sameFigures: known - changedFigures.length,
    otherFigures: existing.length - known,
  }
}

/** Compares the series with the database. Reads only. */
export async function planImport(reader: Reader, series: Series, options: ImportOptions): Promise<Plan> {
  const framework = await planFramework(reader, series, options)
  const councils = await planCouncils(reader, series)
  const indicators = await planIndicators(reader, series)
  const newQuarters = await planQuarters(reader, series)
  return {
    framework,
    councils,
    indicators,
    newQuarters,
    ...(await planFigures(reader, indicators, councils)),
  }
}

export function changesNothing(plan: Plan): boolean {
  const isKnown = ({ isNew }: { isNew: boolean }) => !isNew
  return (
    isKnown(plan.framework) &&
    !plan.framework.isLonger &&
    plan.councils.every(isKnown) &&
    plan.indicators.every(isKnown) &&
    plan.newQuarters.length + plan.newFigures.length + plan.changedFigures.length === 0
  )
}
