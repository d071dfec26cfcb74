import {
  type ActionUnderCheck,
  isDueIn,
  mayReadRecord,
  type ReturnIndicator,
  type ReturnUnderCheck,
  type RiskUnderCheck,
} from '@accord/domain'
import { QUARTERS_READ, type Series, toSeries } from '#modules/indicators/series.service.ts'
import type { OwedIndicatorRow, ReturnRow } from './returns.queries.ts'

export type OwedIndicator = { row: OwedIndicatorRow; series: Series; checked: ReturnIndicator }

/** The figures reported before the quarter: what is typed is held against these. */
function figuresBefore({ pointAt }: Series, quarterIndex: number) {
  const figures: { index: number; value: string }[] = []
  for (let index = quarterIndex - QUARTERS_READ; index < quarterIndex; index++) {
    const value = pointAt(index)?.value ?? null
    if (value !== null) figures.push({ index, value })
  }
  return figures
}

function hardLimitsOf({ hardMin, hardMax }: OwedIndicatorRow) {
  return hardMin === null && hardMax === null ? {} : { hardLimits: { min: hardMin, max: hardMax } }
}

export function toOwedIndicator(row: OwedIndicatorRow, quarterIndex: number): OwedIndicator {
  const series = toSeries(row)
  const { code, title, unit, decimals, measure, isRatio, roundedCounts, isDataOnly } = row
  return {
    row,
    series,
    checked: {
      ...{ slug: row.id, code, title, unit, decimals, measure, isRatio, roundedCounts, isDataOnly },
      isDue: isDueIn(measure, quarterIndex),
      rule: series.rule,
      target: series.targetAt(quarterIndex),
      ...hardLimitsOf(row),
      series: figuresBefore(series, quarterIndex),
      lastCommentary: row.before?.commentary ?? null,
      numeratorLabel: row.numeratorLabel,
      denominatorLabel: row.denominatorLabel,
    },
  }
}

const toAction = ({ id, action }: ReturnRow['actions'][number]): ActionUnderCheck => ({ id, title: action })

const toRisk = ({ id, cause, likelihood, impact }: ReturnRow['risks'][number]): RiskUnderCheck => ({
  id,
  title: cause,
  likelihood,
  impact,
})

/** Everyone who fills in the return sees all its risks: they are the partnership’s own. */
export function readableRisks(
  row: ReturnRow,
  roles: Parameters<typeof mayReadRecord>[1],
  isOfReturn: boolean,
) {
  return row.risks.filter(({ access }) => isOfReturn || mayReadRecord(access, roles))
}

export function draftOf({ cells }: Pick<ReturnRow, 'cells'>): ReadonlyMap<string, string> {
  return new Map(cells.flatMap(({ cell, value }) => (value === null ? [] : [[cell, value] as const])))
}

/** The return as the domain’s checks read it. */
export function toUnderCheck(
  row: ReturnRow,
  { today, owed }: { today: string; owed: readonly OwedIndicator[] },
): ReturnUnderCheck {
  return {
    quarterIndex: row.quarter.index,
    today,
    state: row.state,
    cells: draftOf(row),
    indicators: owed.map(({ checked }) => checked),
    actions: row.actions.map(toAction),
    risks: row.risks.map(toRisk),
    questions: row.questions.map(({ id, text }) => ({ id, text })),
  }
}
