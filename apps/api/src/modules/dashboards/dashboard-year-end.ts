import { joinWithAnd, type RollUp, rollUp, type Status } from '@accord/domain'
import type { Reading } from './dashboard-indicators.ts'

export function changeBetween(now: RollUp, before: RollUp) {
  return {
    offTarget: now.offTarget - before.offTarget,
    nearTarget: now.nearTarget - before.nearTarget,
    onTarget: now.onTarget - before.onTarget,
    notRated: now.notRated - before.notRated,
  }
}

const NAMED_AT_MOST = 4

const moves: { now: Status; yearEnd: Status; one: string; many: string }[] = [
  {
    now: 'near_target',
    yearEnd: 'off_target',
    one: 'is near target now and forecast to end off target',
    many: 'are near target now and forecast to end off target',
  },
  {
    now: 'on_target',
    yearEnd: 'off_target',
    one: 'is on target now and forecast to end off target',
    many: 'are on target now and forecast to end off target',
  },
  {
    now: 'off_target',
    yearEnd: 'near_target',
    one: 'is forecast to recover to near',
    many: 'are forecast to recover to near',
  },
  {
    now: 'off_target',
    yearEnd: 'on_target',
    one: 'is forecast to recover to on target',
    many: 'are forecast to recover to on target',
  },
]

/** Which indicators the year end differs for, in words; null when it tells the same story as now. */
function noteOf(readings: readonly Reading[]): string | null {
  const clauses = moves.flatMap(({ now, yearEnd, one, many }) => {
    const codes = readings
      .filter((reading) => reading.now.status === now && reading.yearEnd.rating.status === yearEnd)
      .map(({ row }) => row.code)
    if (codes.length === 0) return []
    const rest = codes.length - NAMED_AT_MOST
    const named = rest > 1 ? [...codes.slice(0, NAMED_AT_MOST), `${rest} more`] : codes
    return [`${joinWithAnd(named)} ${codes.length === 1 ? one : many}`]
  })
  return clauses.length === 0 ? null : `${clauses.join('; ')}.`
}

export function toYearEnd(readings: readonly Reading[], now: RollUp) {
  const yearEnd = rollUp(readings.map((reading) => reading.yearEnd.rating))
  return { ...withoutFlag(yearEnd), change: changeBetween(yearEnd, now), note: noteOf(readings) }
}

/** The counts alone: whether a group holds a red is said where a group has a status of its own. */
export function withoutFlag({ holdsOffTarget: _, ...counts }: RollUp) {
  return counts
}
