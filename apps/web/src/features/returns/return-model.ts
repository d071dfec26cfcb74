import type { QuarterlyReturn, ReturnIndicatorRow } from '@accord/api-client'
import {
  otherHalfOf,
  parseCellKey,
  parseQuarterKey,
  type ReturnIndicator,
  type ReturnUnderCheck,
  validateCell,
} from '@accord/domain'
import type { Judgement } from './draft-ports.ts'

export type IndicatorModel = { row: ReturnIndicatorRow; indicator: ReturnIndicator }

/** A return as the rules read it, made once from the server’s answer. */
export type ReturnModel = {
  quarterlyReturn: QuarterlyReturn
  quarterIndex: number
  indicators: readonly IndicatorModel[]
  bySlug: ReadonlyMap<string, IndicatorModel>
  /** The return with texts as they stand on this device. */
  underCheck: (texts: ReadonlyMap<string, string>) => ReturnUnderCheck
}

type Row = ReturnIndicatorRow

/** The figures before this quarter, as the rules read them: gaps are left out. */
function seriesOf({ series }: Row): { index: number; value: string }[] {
  const from = parseQuarterKey(series.from) ?? 0
  return series.values.flatMap((value, place) => (value === null ? [] : [{ index: from + place, value }]))
}

function toIndicator(row: Row): ReturnIndicator {
  const { id, code, title, unit, decimals, measure, isRatio, roundedCounts, isDue, isDataOnly } = row
  const { polarity, tolerance, target, hardMin, hardMax, numeratorLabel, denominatorLabel } = row
  return {
    ...{ slug: id, code, title, unit, decimals, measure, isRatio, roundedCounts, isDue, isDataOnly },
    rule: { polarity, tolerance, format: { unit, decimals } },
    target,
    ...(hardMin === null && hardMax === null ? {} : { hardLimits: { min: hardMin, max: hardMax } }),
    series: seriesOf(row),
    lastCommentary: row.before?.commentary ?? null,
    ...{ numeratorLabel, denominatorLabel },
  }
}

export function modelOf(quarterlyReturn: QuarterlyReturn): ReturnModel {
  const { quarter, today, state, actions, risks, questions } = quarterlyReturn
  const quarterIndex = parseQuarterKey(quarter.key) ?? 0
  const indicators = quarterlyReturn.indicators.map((row) => ({ row, indicator: toIndicator(row) }))
  const owed = {
    ...{ quarterIndex, today, state },
    indicators: indicators.map(({ indicator }) => indicator),
    actions: actions.map(({ id, action }) => ({ id, title: action })),
    risks: risks.map(({ id, cause, likelihood, impact }) => ({ id, title: cause, likelihood, impact })),
    questions: questions.map(({ id, text }) => ({ id, text })),
  }
  return {
    ...{ quarterlyReturn, quarterIndex, indicators },
    bySlug: new Map(indicators.map((one) => [one.row.id, one])),
    underCheck: (cells) => ({ ...owed, cells }),
  }
}

/** Whether the reader may change this answer now, as the server says it. */
export function mayChange({ editable }: Pick<QuarterlyReturn, 'editable'>, cell: string): boolean {
  return editable.some((key) => (key.endsWith('/') ? cell.startsWith(key) : cell === key))
}

/** Whether they may change anything of an item. */
export function mayChangeAny({ editable }: Pick<QuarterlyReturn, 'editable'>, item: string): boolean {
  return editable.some((key) => key.startsWith(`${item}/`) || `${item}/`.startsWith(key))
}

/** The first tier of checks, before anything is sent. */
export function judgeWith(model: ReturnModel) {
  return (key: string, typed: string, texts: ReadonlyMap<string, string>): Judgement => {
    const cell = parseCellKey(key)
    if (cell === null) return { ok: true, value: typed }
    const indicator = cell.section === 'indicators' ? (model.bySlug.get(cell.slug)?.indicator ?? null) : null
    const otherHalf = otherHalfOf(cell, texts)?.replaceAll(',', '') ?? null
    const { today } = model.quarterlyReturn
    return validateCell({ cell, typed, indicator, otherHalf, today })
  }
}

/** The key of the other half of a ratio. */
export function siblingOf(key: string): string | null {
  if (key.endsWith('/numerator')) return key.replace(/numerator$/, 'denominator')
  return key.endsWith('/denominator') ? key.replace(/denominator$/, 'numerator') : null
}
