import { figureFieldLabel } from './figure-validity.ts'
import type { NarrativeField, ResourceField, ReturnCell } from './return-cells.ts'
import { cellKey, cellText, indicatorCell, riskFields } from './return-cells.ts'
import type { GapCode, ReturnCheck } from './return-check.ts'
import { blockingCheck } from './return-check.ts'
import type { ReturnIndicator, ReturnUnderCheck } from './return-figures.ts'
import { enteredFigures } from './return-figures.ts'
import { quoted } from './typed-texts.ts'

/*
 * The second tier of checks (the domain notes, The return’s life): what is blank. It stops a return from being
 * sent, and never anything from being saved.
 */

type Cells = ReadonlyMap<string, string>

function gap(code: GapCode, cell: ReturnCell, sentence: string): ReturnCheck {
  return blockingCheck({ tier: 'presence', code, section: cell.section, cell: cellKey(cell), sentence })
}

/**
 * A figure that is due and neither given nor explained; half a ratio; an explanation without its comment. Not due
 * and not applicable need no comment, the other reasons do.
 */
export function indicatorGaps(indicator: ReturnIndicator, cells: Cells): ReturnCheck[] {
  const { slug, code } = indicator
  const missing = cellText(cells, indicatorCell(slug, 'missing'))
  const figureGap = missing === null ? missingFigure(indicator, cells) : null
  if (figureGap !== null) return [figureGap]
  const asks = missing === 'awaiting_data' || missing === 'not_collected'
  if (!asks || cellText(cells, indicatorCell(slug, 'commentary')) !== null) return []
  const sentence =
    missing === 'awaiting_data'
      ? `Say in the commentary when the figure for ${code} will come.`
      : `Say in the commentary why the figure for ${code} was not collected.`
  return [gap('commentary_missing', { section: 'indicators', slug, field: 'commentary' }, sentence)]
}

function missingFigure(indicator: ReturnIndicator, cells: Cells): ReturnCheck | null {
  const { slug, code, isRatio, isDue } = indicator
  const { value, numerator, denominator } = enteredFigures(indicator, cells)
  if (value === null && numerator === null && denominator === null) {
    if (!isDue) return null
    const cell: ReturnCell = { section: 'indicators', slug, field: isRatio ? 'numerator' : 'value' }
    return gap('figure_missing', cell, `Enter the figure for ${code}, or say why there is none.`)
  }
  if (!isRatio || (numerator !== null && denominator !== null)) return null
  const field = numerator === null ? 'numerator' : 'denominator'
  const sentence = `Enter ${figureFieldLabel(field, indicator)} too: without it ${code} cannot be worked out.`
  return gap('half_missing', { section: 'indicators', slug, field }, sentence)
}

/** An action needs a word on its progress, unless it is completed. */
export function actionGaps({ actions, cells }: Pick<ReturnUnderCheck, 'actions' | 'cells'>): ReturnCheck[] {
  return actions.flatMap(({ id, title }) => {
    const cell: ReturnCell = { section: 'actions', id, field: 'progress' }
    const completed = cellKey({ section: 'actions', id, field: 'completed' })
    if (cellText(cells, cellKey(cell)) !== null || cellText(cells, completed) !== null) return []
    return [gap('progress_missing', cell, `Say how far ${quoted(title)} has come.`)]
  })
}

/** A risk is reviewed by saving any of its cells in this return (the domain notes: at least every quarter). */
export function riskGaps({ risks, cells }: Pick<ReturnUnderCheck, 'risks' | 'cells'>): ReturnCheck[] {
  return risks.flatMap(({ id, title }) => {
    const isReviewed = riskFields.some(
      (field) => cellText(cells, cellKey({ section: 'risks', id, field })) !== null,
    )
    if (isReviewed) return []
    const sentence = `Review the risk ${quoted(title)}: keep or change its likelihood and impact.`
    return [gap('risk_not_reviewed', { section: 'risks', id, field: 'likelihood' }, sentence)]
  })
}

const resourceNeeds: readonly [ResourceField, string][] = [
  ['memberHours', 'Enter the hours that members gave this quarter, or 0 if there were none.'],
  ['officerHours', 'Enter the hours that officers gave this quarter, or 0 if there were none.'],
  ['funding', 'Enter the pounds spent this quarter, or 0 if there were none.'],
]

export function resourceGaps({ cells }: Pick<ReturnUnderCheck, 'cells'>): ReturnCheck[] {
  return resourceNeeds.flatMap(([field, sentence]) => {
    const cell: ReturnCell = { section: 'resources', field }
    return cellText(cells, cellKey(cell)) === null ? [gap('resource_missing', cell, sentence)] : []
  })
}

const narrativeNeeds: Readonly<Record<Exclude<NarrativeField, 'whatWeNeed'>, string>> = {
  whatHappened: 'Say what happened this quarter, in up to 100 words.',
  why: 'Say why, in up to 100 words, because a figure is off or near its target.',
  whatWeAreDoing: 'Say what the partnership is doing, in up to 100 words.',
}

/** What a narrative must hold: why, only where a figure is off or near its target; what we need, never. */
export function narrativeNeeded(isAnyShort: boolean): NarrativeField[] {
  return isAnyShort ? ['whatHappened', 'why', 'whatWeAreDoing'] : ['whatHappened', 'whatWeAreDoing']
}

export function narrativeGaps(
  { cells }: Pick<ReturnUnderCheck, 'cells'>,
  isAnyShort: boolean,
): ReturnCheck[] {
  return narrativeNeeded(isAnyShort).flatMap((field) => {
    const cell: ReturnCell = { section: 'narrative', field }
    if (field === 'whatWeNeed' || cellText(cells, cellKey(cell)) !== null) return []
    return [gap('narrative_missing', cell, narrativeNeeds[field])]
  })
}

export function questionGaps({
  questions,
  cells,
}: Pick<ReturnUnderCheck, 'questions' | 'cells'>): ReturnCheck[] {
  return questions.flatMap(({ id, text }) => {
    const cell: ReturnCell = { section: 'questions', id, field: 'answer' }
    if (cellText(cells, cellKey(cell)) !== null) return []
    return [gap('answer_missing', cell, `Answer this question: ${quoted(text)}`)]
  })
}
