import {
  type AssessmentState,
  financialYearKey,
  financialYearLabel,
  financialYearOf,
  parseFinancialYearKey,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayIn } from '#api/council-roles.ts'
import { notFound } from '#api/problem.ts'
import type { SharedReadings } from '#api/shared-readings.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import type { FinancialYear } from '#wire/primitives.ts'
import { type ComparisonRow, readComparison } from './comparison.queries.ts'
import type { VfmComparison } from './comparison.schemas.ts'
import { type Compared, compare } from './comparison.ts'

export const toYear = (startYear: number): FinancialYear => ({
  key: financialYearKey(startYear),
  label: financialYearLabel(startYear),
})

/** The year asked for, or the last one that is over. */
export function yearAsked(context: Pick<Context, 'today'>, key: string | undefined): number {
  const asked = key === undefined ? null : parseFinancialYearKey(key)
  return asked ?? financialYearOf(context.today) - 1
}

/** Newest first, from the first that the council has a scheme for to the one that runs. */
export function yearsToAsk(context: Pick<Context, 'today'>, first: number | null): FinancialYear[] {
  const newest = financialYearOf(context.today)
  const oldest = Math.min(first ?? newest - 1, newest - 1)
  return Array.from({ length: newest - oldest + 1 }, (_, back) => toYear(newest - back))
}

export function unknownCouncil(slug: string) {
  return notFound(
    '#/path/council',
    `No council called ${slug} keeps a register here. Choose one from /api/v1/councils.`,
  )
}

export type Comparison = {
  row: ComparisonRow
  council: NonNullable<ComparisonRow['council']>
  startYear: number
  quarterIndex: number
  quarterLabel: string
  compared: Compared
}

type Asked = { council: string; year: string | undefined; all: boolean }

/** What readers of a comparison share; null where there is no such council. */
export type Comparisons = SharedReadings<Comparison | null>

async function readAll(
  context: Context,
  { council: slug, all }: Asked,
  startYear: number,
): Promise<Comparison | null> {
  const { index: quarterIndex, quarter } = await quarterInContext(context, undefined)
  const row = await readComparison(context, { council: slug, startYear, all, quarterIndex })
  if (row === undefined || row.council === null) return null
  const { council } = row
  const compared = compare(row, { council: council.shortName, startYear, quarterIndex })
  return { row, council, startYear, quarterIndex, quarterLabel: quarter.label, compared }
}

/** A draft is known only to those who assess, and a moderated assessment to those who agree it too. */
export function seesState({ actor }: Pick<Context, 'actor'>, councilId: string) {
  const mayEdit = mayIn(actor, 'assessments:edit', councilId)
  const mayAgree = mayIn(actor, 'assessments:agree', councilId)
  return (state: AssessmentState | null) =>
    state === 'agreed' || mayEdit || (state === 'moderated' && mayAgree)
}

export async function loadComparison(
  context: Context,
  asked: Asked,
  comparisons: Comparisons,
): Promise<Comparison> {
  const startYear = yearAsked(context, asked.year)
  const key = `${asked.council} ${startYear} ${asked.all} ${context.today}`
  const read = await comparisons(key, () => readAll(context, asked, startYear))
  if (read === null) throw unknownCouncil(asked.council)
  const sees = seesState(context, read.council.recordId)
  const partnerships = read.compared.partnerships.map((one) =>
    sees(one.state) ? one : { ...one, state: null },
  )
  return { ...read, compared: { ...read.compared, partnerships } }
}

export async function getComparison(
  context: Context,
  asked: Asked,
  comparisons: Comparisons,
): Promise<VfmComparison> {
  const { council, row, startYear, quarterLabel, compared } = await loadComparison(
    context,
    asked,
    comparisons,
  )
  const { recordId: _, ...reference } = council
  return {
    council: reference,
    year: toYear(startYear),
    years: yearsToAsk(context, row.firstYear),
    quarter: quarterLabel,
    ...compared,
  }
}
