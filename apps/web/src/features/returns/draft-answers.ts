import type { Problem, SavedCell } from '@accord/api-client'
import { type DraftCell, keptText, locked, newer, settled } from './draft-cell.ts'

/** Whether the server’s text is what this text is kept as. */
type IsSame = (typed: string, kept: string) => boolean

/**
 * A cell after the server’s answer to what was sent of it. What was typed meanwhile goes on waiting, against the
 * version that the change sent has made.
 */
export function afterAnswer(entry: DraftCell, result: SavedCell, isSame: IsSame): DraftCell {
  const { sent } = entry
  // The answer to a change that is not the one on its way says nothing of this cell.
  if (sent === null || sent.changeId !== result.changeId) return entry
  const kept = newer(entry.kept, result.now)
  const isAll = entry.text === (sent.value ?? '')
  if (result.outcome === 'saved') {
    if (isAll)
      return settled(entry, kept, isMine(sent.value, kept, isSame) ? entry.text : (kept?.value ?? ''))
    return { ...entry, kept, sent: null, state: 'waiting', base: baseAfter(sent, kept, isSame) }
  }
  if (result.outcome === 'conflict') {
    if (isSame(entry.text, kept?.value ?? '')) return settled(entry, kept, entry.text)
    return { ...entry, kept, sent: null, state: 'conflict', sentence: result.sentence }
  }
  if (result.outcome === 'locked') return locked(entry, kept, result.sentence)
  if (!isAll) return { ...entry, kept, sent: null, state: 'waiting' }
  return { ...entry, kept, sent: null, state: 'invalid', sentence: result.sentence }
}

type Sent = NonNullable<DraftCell['sent']>

function isMine(value: string | null, kept: DraftCell['kept'], isSame: IsSame): boolean {
  return isSame(value ?? '', kept?.value ?? '')
}

/** What someone else has saved since must be seen before it is changed: their version is not taken over unseen. */
function baseAfter(sent: Sent, kept: DraftCell['kept'], isSame: IsSame): number {
  const version = kept?.version ?? 0
  return isMine(sent.value, kept, isSame) ? version : Math.min(version, sent.version + 1)
}

/** A person’s choice where two gave different answers. */
export function afterChoice(entry: DraftCell, choice: 'mine' | 'theirs'): DraftCell {
  if (choice === 'theirs') return settled(entry, entry.kept, keptText(entry))
  return { ...entry, state: 'waiting', sentence: null, base: entry.kept?.version ?? 0 }
}

/** What is typed into a box. Back to what is kept there is nothing to save; an open choice stays open. */
export function afterTyping(entry: DraftCell, text: string, typedAt: number): DraftCell {
  if (entry.state === 'conflict') return { ...entry, text, typedAt }
  if (entry.sent === null && text === keptText(entry)) return settled(entry, entry.kept, text)
  const isOfServer = entry.state === 'settled' || entry.state === 'locked'
  const base = isOfServer ? (entry.kept?.version ?? 0) : entry.base
  return {
    ...entry,
    text,
    typedAt,
    base,
    sentence: null,
    unsaved: null,
    state: entry.state === 'sending' ? 'sending' : 'waiting',
  }
}

/** Whether the same request may be answered another time: no answer, a server in trouble, a session that ended. */
export function mayPass({ status }: Pick<Problem, 'status'>): boolean {
  return status === 0 || status >= 500 || status === 429 || status === 401
}

/** A cell of a save that was refused as a whole, or never answered. */
export function afterFailure(entry: DraftCell, problem: Pick<Problem, 'status' | 'detail'>): DraftCell {
  if (mayPass(problem)) return { ...entry, state: 'waiting' }
  if (problem.status !== 422) return locked(entry, entry.kept, problem.detail)
  return { ...entry, state: 'invalid', sentence: problem.detail, sent: null }
}
