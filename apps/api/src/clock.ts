import { londonDate } from '@accord/domain'

/** The one place that knows what time it is. */
export type Clock = {
  /** The day the product lives on: fixed in a demonstration. */
  today: () => string
  /** The moment that records are written at: the real time of day, on the day the product lives on. */
  now: () => Date
  /** Real time, for what must really elapse: sessions and throttles. */
  instant: () => Date
}

const DAY = 86_400_000
const SLOW_FROM = 79_200_000

/**
 * The real time of day in UTC, which is another day in London in the last hour of a summer’s day: from ten in the
 * evening it goes at half its pace, so that what comes later is still later.
 */
function timeWithinTheDay(milliseconds: number): number {
  return Math.min(milliseconds, SLOW_FROM) + Math.floor(Math.max(milliseconds - SLOW_FROM, 0) / 2)
}

export function createClock(fixedToday: string | null): Clock {
  const instant = () => new Date()
  if (fixedToday === null) return { instant, now: instant, today: () => londonDate(instant()) }
  const midnight = Date.parse(`${fixedToday}T00:00:00Z`)
  return {
    instant,
    today: () => fixedToday,
    now: () => new Date(midnight + timeWithinTheDay(instant().getTime() % DAY)),
  }
}
