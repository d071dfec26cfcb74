import { londonDate } from '@accord/domain'

/** The one place that knows what time it is. */
export type Clock = {
  /** The day the product lives on: fixed in a demonstration. */
  today: () => string
  /** Real time, for what must really elapse: sessions and throttles. */
  instant: () => Date
}

export function createClock(fixedToday: string | null): Clock {
  const instant = () => new Date()
  return { instant, today: fixedToday === null ? () => londonDate(instant()) : () => fixedToday }
}
