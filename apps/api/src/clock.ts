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

export function createClock(fixedToday: string | null): Clock {
  const instant = () => new Date()
  if (fixedToday === null) return { instant, now: instant, today: () => londonDate(instant()) }
  const midnight = Date.parse(`${fixedToday}T00:00:00Z`)
  return {
    instant,
    today: () => fixedToday,
    // In summer the last hour of a day in UTC is the next day in London.
    now: () => new Date(midnight + Math.min(instant().getTime() % DAY, DAY - 3_600_001)),
  }
}
