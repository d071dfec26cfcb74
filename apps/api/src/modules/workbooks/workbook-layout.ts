import type { ReturnSection } from '@accord/domain'
import { keyIn, tabNames } from './workbook-format.ts'

/** What a cell takes: a reason is chosen from a list of words, a scale is 1 to 5. */
export type AnswerKind = 'number' | 'date' | 'reason' | 'scale' | 'text'

/** What a person reads before they answer: who, what, and how it was. */
export type FactColumn = { heading: string; kind: 'number' | 'date' | 'text'; width: number }

export type AnswerColumn = { field: string; heading: string; kind: AnswerKind; width: number }

export type TabRow = {
  /** The beginning of the keys of its answers. */
  item: string
  /** As it is named where its answers are listed. */
  title: string
  facts: readonly (string | null)[]
  /** Those of the columns that it has an answer in. */
  fields: readonly string[]
  /** What an answer is called in this row, where that is not the heading of its column. */
  names?: Readonly<Record<string, string>>
}

export type Tab = {
  section: ReturnSection
  name: string
  /** What to know before filling it in. */
  note: string
  facts: readonly FactColumn[]
  answers: readonly AnswerColumn[]
  rows: readonly TabRow[]
}

export function tabOf(section: ReturnSection, tab: Omit<Tab, 'section' | 'name'>): Tab {
  return { section, name: tabNames[section], ...tab }
}

/** 'NI 192 Household waste recycled: commentary'; an answer that is its whole row is called as the row is. */
export function labelOf({ item, title, names = {} }: TabRow, { field, heading }: AnswerColumn): string {
  if (keyIn(item, field) === item) return title
  const name = names[field] ?? heading.charAt(0).toLowerCase() + heading.slice(1)
  return `${title}: ${name}`
}
