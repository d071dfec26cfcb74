import type { Problem, WorkbookCell } from '@accord/api-client'
import { countOf, formatMediumDate, isDate, parseCellKey } from '@accord/domain'

const reasons: Readonly<Record<string, string>> = {
  not_due: 'Not due this quarter',
  awaiting_data: 'Awaiting data',
  not_collected: 'Not collected',
  not_applicable: 'Not applicable',
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** An answer as it is read: a reason in words, a date as a date; null where it is blank. */
export function answerInWords(key: string, text: string | null): string | null {
  if (text === null) return null
  const field = parseCellKey(key)?.field
  if (field === 'missing') return reasons[text] ?? text
  if (isDate(text)) return formatMediumDate(text)
  return /^-?\d{4,}(\.\d+)?$/.test(text) ? grouped(text) : text
}

export const outcomeWords: Readonly<Record<Exclude<WorkbookCell['outcome'], 'same' | 'change'>, string>> = {
  invalid: 'Cannot be kept',
  changed_meanwhile: 'Changed meanwhile',
  locked: 'Locked',
}

/** '14 answers differ', and how many of them cannot be kept. */
export function differenceWords(cells: readonly WorkbookCell[]): { headline: string; rest: string | null } {
  const different = cells.filter(({ outcome }) => outcome !== 'same').length
  const changes = cells.filter(({ outcome }) => outcome === 'change').length
  if (different === 0) return { headline: 'Nothing in this file differs', rest: null }
  const headline = `${countOf(different, 'answer')} ${different === 1 ? 'differs' : 'differ'}`
  const refused = different - changes
  if (refused === 0) return { headline, rest: null }
  const which = refused === 1 ? 'One' : String(refused)
  return { headline, rest: `${which} of them cannot be kept, and it is said why.` }
}

export type FileFault = { tab: string; row: string; cell: string; reason: string }

/** '#/Indicators/B7' is tab Indicators, row 7, cell B7; what concerns the whole file has none of them. */
export function faultsOf({ errors = [], detail }: Problem): FileFault[] {
  const parts = errors.length === 0 ? [{ pointer: '#', detail }] : errors
  return parts.map(({ pointer, detail: reason }) => {
    const [, tab = '', cell = ''] = pointer.split('/')
    return { tab, row: cell.replace(/^[A-Z]+/, ''), cell, reason }
  })
}
