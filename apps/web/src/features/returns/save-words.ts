import { type DraftCell, isPending } from './draft-cell.ts'
import type { DraftStatus } from './draft-status.ts'
import { momentOf } from './return-words.ts'

export type SaveMarkKind = 'saved' | 'saving' | 'waiting' | 'invalid' | 'confirm' | 'locked' | 'nothing'

/** How an answer’s saving is told: a mark, a strong beginning, and the rest. */
export type SaveWords = { mark: SaveMarkKind; strong: string; rest: string }

type Told = Pick<DraftStatus, 'connection' | 'isKept'> & {
  today: string
  /** Whether the figure is still to be confirmed. */
  toConfirm?: boolean
}

const order: readonly DraftCell['state'][] = [
  'conflict',
  'invalid',
  'locked',
  'waiting',
  'sending',
  'settled',
]

/** Of several answers the one that most needs a person, else the one saved last. Null where nothing was entered. */
export function saveWords(cells: readonly DraftCell[], told: Told): SaveWords | null {
  const entered = cells.filter((cell) => isPending(cell) || cell.kept !== null)
  const [worst] = entered.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (b.kept?.changedAt ?? '').localeCompare(a.kept?.changedAt ?? ''),
  )
  return worst === undefined ? null : wordsOf(worst, told)
}

function wordsOf({ state, sentence, kept }: DraftCell, told: Told): SaveWords {
  switch (state) {
    case 'conflict':
      return { mark: 'invalid', strong: 'Not saved.', rest: 'Two answers: choose one' }
    case 'invalid':
      return { mark: 'invalid', strong: 'Not saved.', rest: keptWords(kept, told.today) }
    case 'locked':
      return { mark: 'locked', strong: 'Locked:', rest: sentence ?? 'this cannot be changed now' }
    case 'waiting':
    case 'sending':
      return savingWords(told)
    case 'settled':
      return savedWords(kept, told)
  }
}

function savingWords({ connection, isKept }: Told): SaveWords {
  if (connection === 'up') return { mark: 'saving', strong: '', rest: 'Saving' }
  return { mark: 'waiting', strong: '', rest: `Waiting to save${isKept ? ', kept on this device' : ''}` }
}

function savedWords(kept: DraftCell['kept'], { today, toConfirm = false }: Told): SaveWords {
  const saved = kept === null ? 'Saved' : `Saved ${momentOf(kept.changedAt, today)}`
  return toConfirm
    ? { mark: 'confirm', strong: `${saved}.`, rest: 'Please confirm' }
    : { mark: 'saved', strong: '', rest: saved }
}

function keptWords(kept: DraftCell['kept'], today: string): string {
  if (kept === null || kept.value === null) return 'Kept on this device'
  const value = kept.value.length > 20 ? 'The answer before' : kept.value
  return `${value} is kept from ${momentOf(kept.changedAt, today)}`
}
