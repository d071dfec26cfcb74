import type { Import, ImportDifference, ImportItem } from '@accord/api-client'
import { countOf, formatFigureExactly, joinWithAnd, parseQuarterKey, quarterLabel } from '@accord/domain'

export const stateWords: Readonly<Record<ImportItem['state'], string>> = {
  reading: 'Being read',
  mapping: 'Columns to say',
  checking: 'Being checked',
  ready: 'Checked, not loaded',
  applied: 'Loaded',
  undone: 'Undone',
  failed: 'Could not be read',
  abandoned: 'Given up',
}

/** What it is about now, as the page’s heading. */
export function importHeadline(found: Import): string {
  const { state, summary, open, added, changed, fileName } = found
  const differences = added + changed
  switch (state) {
    case 'reading':
      return `${fileName} is being read`
    case 'mapping':
      return `${countOf(found.rowCount, 'row')} are read: say what the columns are`
    case 'checking':
      return `${fileName} is being checked`
    case 'ready':
      if (open > 0)
        return `${countOf(open, 'question')} before ${countOf(differences, 'figure')} can be loaded`
      return found.allowedActions.includes('load')
        ? `${countOf(differences, 'figure')} ${differences === 1 ? 'is' : 'are'} ready to load`
        : `${fileName} changes nothing`
    case 'applied':
      return `${countOf(differences, 'figure')} ${differences === 1 ? 'was' : 'were'} loaded`
    case 'undone':
      return 'The import was undone'
    case 'failed':
      return `${fileName} could not be read`
    case 'abandoned':
      return `The import was given up${summary === null ? '' : ' before it was loaded'}`
  }
}

/** '669 new, 2 changed and 31 the same'. */
export function countsPhrase({
  added,
  changed,
  same,
}: {
  added: number
  changed: number
  same?: number
}): string {
  const parts = [
    { count: added, word: 'new' },
    { count: changed, word: 'changed' },
    { count: same ?? 0, word: 'the same' },
  ].filter(({ count: each }) => each > 0)
  if (parts.length === 0) return 'None'
  return joinWithAnd(parts.map(({ count: each, word }) => `${each.toLocaleString('en-GB')} ${word}`))
}

export function quarterWords(key: string): string {
  const index = parseQuarterKey(key)
  return index === null ? key : quarterLabel(index).replace('Quarter ', 'Q')
}

/** 'Q1 2018/19 to Q1 2023/24'. */
export function spanWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return 'None'
  return first === last ? quarterWords(first) : `${quarterWords(first)} to ${quarterWords(last)}`
}

type Figure = ImportDifference['after']

const missingWords: Readonly<Record<string, string>> = {
  not_due: 'not due',
  awaiting_data: 'awaiting data',
  not_collected: 'not collected',
  not_applicable: 'not applicable',
  suppressed: 'suppressed',
}

/** '95% (285 of 300)', or why there is none. */
export function figureWords(figure: Figure | null, format: { unit: string; decimals: number }): string {
  if (figure === null) return 'None'
  const { value, numerator, denominator, missingReason } = figure
  if (value === null) return `Missing: ${missingWords[missingReason ?? ''] ?? 'no reason'}`
  const counts =
    numerator === null || denominator === null ? '' : ` (${count(numerator)} of ${count(denominator)})`
  return `${formatFigureExactly(value, format)}${counts}`
}

const count = (text: string) => formatFigureExactly(text, { unit: 'number', decimals: 0 })

/** '4.2 MB'. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const stageWords: Readonly<Record<Import['progress']['stage'], string>> = {
  reading: 'Sending and reading',
  understanding: 'Reading the rows',
  comparing: 'Comparing figures',
  adding: 'Loading figures',
  changing: 'Loading figures',
  undoing: 'Taking figures back',
}

/** 'Comparing figures: 45%'. */
export function progressWords({ stage, done, total }: Import['progress']): string {
  const words = stageWords[stage]
  return total === 0 ? `${words} …` : `${words}: ${Math.min(100, Math.floor((done / total) * 100))}%`
}
