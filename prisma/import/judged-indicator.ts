import { formatFigureExactly, quarterLabel } from '@accord/domain'
import type { Choice, Fault, IndicatorSettings, QuestionCode } from './answers.ts'
import type { Field } from './columns.ts'
import { millionths } from './decimal-text.ts'
import type { SeriesRange } from './known.ts'
import type { ReadFigure } from './read-row.ts'

/** A figure whose organisation is known or to be added: null is the whole area. */
export type PlacedFigure = ReadFigure & {
  organisationId: string | null
  /** The fraction that became the value. */
  fraction?: string
}

/** A figure as it would be loaded. */
export type PlannedFigure = PlacedFigure & { indicatorId: string }

export type JudgedIndicator = {
  code: string
  settings: IndicatorSettings
  /** Whether it was there before the file, where its settings cannot be changed any more. */
  isKnown: boolean
  /** Whether figures outside what the unit allows are refused rather than noted. */
  isStrict: boolean
  hardMin: string | null
  hardMax: string | null
  figures: readonly PlacedFigure[]
  rangeOf: (organisationId: string | null) => SeriesRange | undefined
}

export type Asked = {
  code: QuestionCode
  group: string
  sentence: string
  rows: number
  choices: Choice[]
  proposal: string | null
}

export type Judge = {
  ask: (question: Asked) => string | null
  fault: (fault: Fault) => void
  answerFor: (group: string) => string | null
  heading: (field: Field) => string | null
}

/** As somebody reads it: '98.5%'. */
export function shown(value: string, { unit, decimals }: IndicatorSettings): string {
  return formatFigureExactly(value, { unit, decimals })
}

export function placeOf({ organisation, quarterIndex }: PlacedFigure): string {
  return `${organisation ?? 'The whole area'}, ${quarterLabel(quarterIndex).toLowerCase()}`
}

/** Rows of one question, named one by one and answered together. */
export function askOfRows(
  judge: Judge,
  found: readonly { figure: PlacedFigure; reason: string }[],
  { field, ...question }: Omit<Asked, 'rows'> & { field: 'value' | 'numerator' },
): string | null {
  if (found.length === 0) return null
  for (const { figure, reason } of found) {
    judge.fault({
      ...{ line: figure.line, column: judge.heading(field), cell: figure[field] },
      ...{ kind: 'question', code: question.code },
      ...{ group: question.group, reason: `${placeOf(figure)}: ${reason}` },
    })
  }
  return judge.ask({ ...question, rows: found.length })
}

export const isOver = ({ numerator, denominator }: PlacedFigure) =>
  numerator !== null && denominator !== null && millionths(numerator) > millionths(denominator)

/** Each organisation’s figures in the order of time, those that are missing left out. */
export function seriesOf(figures: readonly PlacedFigure[]): PlacedFigure[][] {
  const series = new Map<string | null, PlacedFigure[]>()
  for (const figure of figures) {
    if (figure.value === null) continue
    const own = series.get(figure.organisationId)
    if (own === undefined) series.set(figure.organisationId, [figure])
    else own.push(figure)
  }
  return [...series.values()].map((own) => own.toSorted((a, b) => a.quarterIndex - b.quarterIndex))
}
