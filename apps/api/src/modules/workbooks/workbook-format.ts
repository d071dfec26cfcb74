import type { ReturnSection } from '@accord/domain'

/** How a return is laid out in a workbook. A change that an older file does not follow is a new version. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const FORMAT = 'accord-return'
export const FORMAT_VERSION = '1'

/** The tab that nobody sees: whose return it is, and of each answer its key, its version and what it held. */
export const HIDDEN_TAB = 'accord'

export const tabNames: Readonly<Record<ReturnSection, string>> = {
  indicators: 'Indicators',
  actions: 'Actions',
  risks: 'Risks',
  resources: 'Resources',
  narrative: 'Narrative',
  questions: 'Questions',
}

// Places count from 0, as the reader and the writer of workbooks do; Excel’s own from 1.
/** Hidden in every tab: in the first row the field of each column, in the first column the item of each row. */
export const FIELD_ROW = 0
export const NOTE_ROW = 1
export const HEADING_ROW = 2
export const FIRST_ITEM_ROW = 3
export const ITEM_COLUMN = 0
export const FIRST_COLUMN = 1

/** In the hidden tab: what the file is, a line each, then the answers. */
export const hiddenRows = { format: 0, version: 1, returnId: 2, quarter: 3, title: 4, madeAt: 5 } as const
export const FIRST_HIDDEN_ANSWER = 8

/** The field of a column whose rows are answers themselves, as in the narrative. */
export const WHOLE_ITEM = '*'

export function keyIn(item: string, field: string): string {
  return field === WHOLE_ITEM ? item : `${item}/${field}`
}

/** 'B7', as people name the place. */
export function placeName(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}
