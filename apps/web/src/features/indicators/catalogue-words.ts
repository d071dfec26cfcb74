import { countOf } from '@accord/domain'
import type { ListSearch } from '#lib/list-search.ts'

export const attentionWords = {
  orphaned: 'Orphaned: nobody answers for it',
  stale: 'Stale: no new figure for too long',
  'no-target': 'No target this quarter',
  awaiting: 'Figure awaited',
} as const

export const polarityWords = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  range: 'Within a range is better',
  none: 'Neither way',
} as const

/** The most that are compared on one page. */
export const mostCompared = 4

/** '6 indicators match ‘waste’', '35 indicators'. */
export function countWords(total: number, list: ListSearch, isFiltered: boolean): string {
  const count = countOf(total, 'indicator')
  const search = list.filterOf('search')
  const matches = total === 1 ? 'matches' : 'match'
  if (search !== null) return `${count} ${matches} ‘${search}’`
  return isFiltered ? `${count} ${matches} the filter` : count
}

/** Ids in an address, each once and four at most. */
export function idsIn(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter((id) => id !== ''))].slice(0, mostCompared)
}
