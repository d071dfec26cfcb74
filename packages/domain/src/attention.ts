import { ordinal } from './figures.ts'
import type { Rating, Status } from './status.ts'

/**
 * What the order of attention needs to know of an indicator. Gap shares are signed shares of the target, worse
 * is negative, as `gapOf` gives them; null where unknown or where the target is zero.
 */
export type AttentionItem = {
  now: Rating
  yearEnd: Rating | null
  gapShare: number | null
  yearEndGapShare?: number | null
}

/** The dashboard’s exceptions, each list worst gap first; items are those given, in no list twice. */
export type Attention<T> = {
  offNow: T[]
  nearButForecastOff: T[]
  onButForecastOff: T[]
  notReported: T[]
}

/**
 * Sorts out what needs attention: off target now; near now but forecast to end the year off; on target now but
 * forecast off; and awaiting data. Unknown gaps come after known ones; equal ones keep the order given.
 */
export function needsAttention<T extends AttentionItem>(items: readonly T[]): Attention<T> {
  const forecastOff = (item: T) => item.yearEnd?.status === 'off_target'
  return {
    offNow: worstFirst(
      items.filter(({ now }) => now.status === 'off_target'),
      ({ gapShare }) => gapShare,
    ),
    nearButForecastOff: worstFirst(
      items.filter((item) => item.now.status === 'near_target' && forecastOff(item)),
      yearEndGap,
    ),
    onButForecastOff: worstFirst(
      items.filter((item) => item.now.status === 'on_target' && forecastOff(item)),
      yearEndGap,
    ),
    notReported: items.filter(({ now }) => now.status === 'not_rated' && now.reason === 'awaiting_data'),
  }
}

function yearEndGap({ yearEndGapShare, gapShare }: AttentionItem): number | null {
  return yearEndGapShare ?? gapShare
}

function worstFirst<T>(items: T[], gapOfItem: (item: T) => number | null): T[] {
  return items.sort((a, b) => compareGaps(gapOfItem(a), gapOfItem(b)))
}

/** Orders signed gaps worst first, unknown last. */
export function compareGaps(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return a - b
}

/** How many quarters running the newest status has held; statuses newest first. Not rated and missing break a run. */
export function runOf(statuses: readonly (Status | null)[]): number {
  const newest = statuses[0]
  if (newest === undefined || newest === null || newest === 'not_rated') return 0
  const end = statuses.findIndex((status) => status !== newest)
  return end === -1 ? statuses.length : end
}

/** 'new this quarter', '2nd quarter running'; nothing for what is not rated. */
export function runPhrase(status: Status, run: number): string {
  if (status === 'not_rated' || run < 1) return ''
  return run === 1 ? 'new this quarter' : `${ordinal(run)} quarter running`
}
