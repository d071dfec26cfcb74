import { compareGaps } from './attention.ts'
import type { RatedStatus, Rating } from './status.ts'

/** An indicator’s rating now and a quarter before; `before` is null where there was none to compare with. */
export type ChangeItem = { now: Rating; before: Rating | null; gapShare?: number | null }

export type StatusChanges<T> = { worse: T[]; better: T[]; same: T[]; notComparable: T[] }

const rank: Readonly<Record<RatedStatus, number>> = { off_target: 0, near_target: 1, on_target: 2 }

/**
 * What changed since the quarter before. Every item is in exactly one list: an item not rated in either
 * quarter is not comparable, and never counts as better or worse. Each list is worst first: by status now,
 * then by gap (`gapShare`, signed, worse negative); equal ones keep the order given.
 */
export function statusChanges<T extends ChangeItem>(items: readonly T[]): StatusChanges<T> {
  const changes: StatusChanges<T> = { worse: [], better: [], same: [], notComparable: [] }
  for (const item of items) changes[kindOf(item)].push(item)
  for (const list of Object.values(changes)) list.sort(worstFirst)
  return changes
}

function kindOf({ now, before }: ChangeItem): keyof StatusChanges<unknown> {
  if (before === null || before.status === 'not_rated' || now.status === 'not_rated') return 'notComparable'
  if (now.status === before.status) return 'same'
  return rank[now.status] < rank[before.status] ? 'worse' : 'better'
}

function worstFirst(a: ChangeItem, b: ChangeItem): number {
  const byStatus = rankOf(a.now) - rankOf(b.now)
  return byStatus === 0 ? compareGaps(a.gapShare ?? null, b.gapShare ?? null) : byStatus
}

function rankOf(rating: Rating): number {
  return rating.status === 'not_rated' ? 3 : rank[rating.status]
}
