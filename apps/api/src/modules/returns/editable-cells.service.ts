import type { ReadReturn } from './return-standing.ts'
import { mayChange } from './return-standing.ts'

export type { ReadReturn } from './return-standing.ts'

/** Whether the reader may change an answer of the return now; what they are told where they may not. */
export function whyNotEditable({ lock, editable }: ReadReturn, cell: string): string | null {
  if (lock !== null) return lock.sentence
  if (mayChange(editable, cell)) return null
  return 'This answer is not yours to change. Ask the partnership’s lead to hand it to you.'
}
