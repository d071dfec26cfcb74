import type { ReturnIndicatorRow } from '@accord/api-client'
import { type FigureField, indicatorCell } from '@accord/domain'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { judgeWith, type ReturnModel } from './return-model.ts'

export type RestatedFigure =
  | { indicator: string; value: string }
  | { indicator: string; numerator: string; denominator: string }

export type Restatement = { reason: string; figures: RestatedFigure[] }

export const REASON_ID = 'restate-reason'

/** The boxes of an indicator, in the order in which they are typed. */
export function fieldsOf({ isRatio }: Pick<ReturnIndicatorRow, 'isRatio'>): readonly FigureField[] {
  return isRatio ? ['numerator', 'denominator'] : ['value']
}

/** Whether there is a figure to correct: one that was never signed off is entered in the return. */
export function isRestatable({ recorded }: Pick<ReturnIndicatorRow, 'recorded'>): boolean {
  return recorded !== null
}

/** What was typed, as the API takes it, and what must be put right first. Boxes left empty change nothing. */
export function readRestatement(
  model: ReturnModel,
  form: FormData,
): { restatement: Restatement; errors: SummarisedError[] } {
  const textOf = (name: string) => String(form.get(name) ?? '').trim()
  const read = model.indicators
    .filter(({ row }) => isRestatable(row))
    .map(({ row }) => readRow(model, row, textOf))
  const figures = read.flatMap(({ figure }) => (figure === null ? [] : [figure]))
  const errors = read.flatMap((one) => one.errors)
  const reason = textOf(REASON_ID)
  if (figures.length === 0 && errors.length === 0) {
    const first = model.indicators.find(({ row }) => isRestatable(row))
    const fieldId = first === undefined ? REASON_ID : boxIds(first.row)[0]
    errors.push({ fieldId: fieldId ?? REASON_ID, message: 'Enter the figure that is to change' })
  }
  if (reason === '') errors.push({ fieldId: REASON_ID, message: 'Say why the figure changes' })
  return { restatement: { reason, figures }, errors }
}

function boxIds(row: ReturnIndicatorRow): string[] {
  return fieldsOf(row).map((field) => indicatorCell(row.id, field))
}

function readRow(
  model: ReturnModel,
  row: ReturnIndicatorRow,
  textOf: (name: string) => string,
): { figure: RestatedFigure | null; errors: SummarisedError[] } {
  const ids = boxIds(row)
  const texts = new Map(ids.map((id) => [id, textOf(id)]))
  if ([...texts.values()].every((text) => text === '')) return { figure: null, errors: [] }
  const judge = judgeWith(model)
  const errors = ids.flatMap((id) => {
    const text = texts.get(id) ?? ''
    if (text === '') return [{ fieldId: id, message: `${row.code}: enter both counts` }]
    const judgement = judge(id, text, texts)
    return judgement.ok ? [] : [{ fieldId: id, message: `${row.code}: ${judgement.sentence}` }]
  })
  const [first = '', second = ''] = ids.map((id) => texts.get(id) ?? '')
  const indicator = row.id
  const figure = row.isRatio
    ? { indicator, numerator: first, denominator: second }
    : { indicator, value: first }
  return { figure, errors }
}
