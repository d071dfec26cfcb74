import type { Measure, Polarity } from '../client/generated/client.ts'

/** How one indicator’s figures are read and shown. */
export type IndicatorSettings = {
  title: string
  unit: string
  decimals: number
  polarity: Polarity
  measure: Measure
  roundedCounts: boolean
}

export const QUESTION_CODES = [
  'errors',
  'years',
  'organisation',
  'duplicates',
  'fractions',
  'over_by_rounding',
  'moved_point',
  'falling',
] as const

export type QuestionCode = (typeof QUESTION_CODES)[number]

export type Choice = { value: string; label: string }

/**
 * One thing to decide, about all the rows of its group. `proposal`: what the figures suggest, never taken without
 * somebody’s word on the screen; the command takes it and says so. `answer`: null while it is open.
 */
export type ImportQuestion = {
  group: string
  code: QuestionCode
  sentence: string
  rows: number
  choices: Choice[]
  proposal: string | null
  answer: string | null
  /** Of an organisation: any other may be chosen too, as is:ID. */
  mayBeAnyOrganisation: boolean
}

/** A new indicator, with its settings as answered or as proposed. */
export type NewIndicator = { code: string; rows: number; settings: IndicatorSettings; isAnswered: boolean }

export type ImportQuestions = { questions: ImportQuestion[]; indicators: NewIndicator[] }

/** `choices` by a question’s group; `indicators` by the code of a new indicator. */
export type ImportAnswers = {
  choices: Record<string, string>
  indicators: Record<string, IndicatorSettings>
}

export const NO_ANSWERS: ImportAnswers = { choices: {}, indicators: {} }

export type Fault = {
  line: number
  column: string | null
  cell: string | null
  kind: 'error' | 'question' | 'note'
  code: string
  group: string | null
  reason: string
}

export const LEAVE_OUT = 'leave_out'
export const leaveOut = (label: string): Choice => ({ value: LEAVE_OUT, label })
