import type { ComparedPartnership } from '@accord/api-client'

type SortKey = (row: ComparedPartnership) => number | string | null

const criterionRating = (row: ComparedPartnership, criterion: string) =>
  row.criteria.find((score) => score.criterion === criterion)?.rating ?? null

const directionRank = { worse: 0, no_change: 1, better: 2 } as const

const sorts: Readonly<Record<string, SortKey>> = {
  name: ({ name }) => name,
  rating: ({ rating }) => rating?.rating ?? null,
  direction: ({ direction }) => (direction === null ? null : directionRank[direction]),
  cost: ({ cost }) => cost,
  saving: ({ saving }) => saving,
  per: ({ perPound }) => perPound,
  delivery: ({ delivery }) => (delivery.rated === 0 ? null : delivery.offTarget),
  overdue: ({ overdueActions }) => overdueActions,
}

export const ratingNames = ['poor', 'fair', 'good', 'excellent'] as const

/** The rating as the address names it, whatever the council calls it. */
function ratingName({ rating }: ComparedPartnership): string {
  return rating === null ? 'not_assessed' : (ratingNames[rating.rating - 1] ?? '')
}

const inOrder = new Intl.Collator('en-GB', { numeric: true })

/** What is empty comes last, whichever way the rest is sorted. */
function compare(a: number | string | null, b: number | string | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return (
    sign * (typeof a === 'number' && typeof b === 'number' ? a - b : inOrder.compare(String(a), String(b)))
  )
}

function sorted(rows: readonly ComparedPartnership[], sort: string | null): readonly ComparedPartnership[] {
  const key = sorts[(sort ?? '').replace(/^-/, '')]
  if (key === undefined) return rows
  const sign = sort?.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => compare(key(a), key(b), sign))
}

/** The rows of a comparison as its address asks: by rating, weak on a criterion, in an order; else the register’s. */
export function rowsAsked(
  rows: readonly ComparedPartnership[],
  { rating, criterion, sort }: { rating: string | null; criterion: string | null; sort: string | null },
): readonly ComparedPartnership[] {
  const kept = rows.filter((row) => {
    const onCriterion = criterion === null ? null : criterionRating(row, criterion)
    return (
      (rating === null || ratingName(row) === rating) &&
      (criterion === null || (onCriterion !== null && onCriterion <= 2))
    )
  })
  return sorted(kept, sort)
}
