import { countOf } from './figures.ts'

export type ImportState =
  | 'reading'
  | 'mapping'
  | 'checking'
  | 'ready'
  | 'applied'
  | 'undone'
  | 'failed'
  | 'abandoned'

export type ImportAction = 'map' | 'answer' | 'load' | 'undo' | 'abandon'

/** `open`: questions without an answer. `differences`: figures and names that loading would add or change. */
export type ImportStanding = { state: ImportState; open: number; differences: number }

export const importActions: readonly ImportAction[] = ['map', 'answer', 'load', 'undo', 'abandon']

const stateSentences: Readonly<Record<ImportState, string>> = {
  reading: 'The file is still being read. Wait until that is done.',
  mapping: 'Nobody has said yet which column is what. Do that first.',
  checking: 'The file is being checked just now. Wait until that is done.',
  ready: 'The import is not loaded yet.',
  applied: 'The import is loaded. It can be undone.',
  undone: 'The import was undone. Import the file again if it is needed.',
  failed: 'The file could not be read. Put it right, then import it again.',
  abandoned: 'The import was given up. Import the file again if it is needed.',
}

const statesFor: Readonly<Record<ImportAction, readonly ImportState[]>> = {
  map: ['mapping', 'ready'],
  answer: ['ready'],
  load: ['ready'],
  undo: ['applied'],
  abandon: ['reading', 'mapping', 'ready'],
}

/**
 * Why something cannot be done with an import now, then what to do; null where it can. Loading needs an answer to
 * every question (our choice: nothing is loaded while an error stands, unless somebody leaves its rows out).
 */
export function whyCannotImport(
  action: ImportAction,
  { state, open, differences }: ImportStanding,
): string | null {
  if (!statesFor[action].includes(state)) return stateSentences[state]
  if (action !== 'load') return null
  if (open > 0) return `${countOf(open, 'question')} ${open === 1 ? 'is' : 'are'} open. Answer, then load.`
  return differences === 0 ? 'The file changes nothing: all of it is here already.' : null
}
