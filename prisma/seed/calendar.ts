import type { Prisma } from '../client/generated/client.ts'
import { daysAfter, type QuarterDates, quarterDates, quarterIndexOf } from '../default-calendar.ts'

export { daysAfter, quarterIndexOf }

export const FIRST_YEAR = 2006
const LAST_YEAR = 2010
const LONDON_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** 'Q3 2007/08', as the data files head their columns. */
export function quarterIndexOfLabel(label: string): number {
  const found = /^Q([1-4]) (\d{4})\/\d{2}$/.exec(label)
  if (!found) throw new Error(`Not a quarter: ${label}`)
  return quarterIndexOf(Number(found[2]), Number(found[1]))
}

export function dateOf(text: string): Date {
  return new Date(`${text}T00:00:00Z`)
}

export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** '16 Oct 2009', as the data files write dates. */
export function dateOfWords(words: string): Date {
  return new Date(`${words} UTC`)
}

/** The instant of a London clock time, such as '09:00'. */
export function londonInstant(date: Date, clock: string): Date {
  const asUtc = new Date(`${isoDate(date)}T${clock}:00Z`)
  const hoursAhead = Number(LONDON_HOUR.format(asUtc)) - asUtc.getUTCHours()
  return new Date(asUtc.getTime() - hoursAhead * 3_600_000)
}

export const QUARTERS: readonly QuarterDates[] = Array.from(
  { length: (LAST_YEAR - FIRST_YEAR + 1) * 4 },
  (_, place) => quarterDates(FIRST_YEAR + Math.floor(place / 4), (place % 4) + 1),
)

export const CURRENT_QUARTER = quarterIndexOf(2009, 2)

export function quarterAt(index: number): QuarterDates {
  const quarter = QUARTERS.find((candidate) => candidate.index === index)
  if (!quarter) throw new Error(`No quarter ${index} in the calendar`)
  return quarter
}

export function quarterRows(): Prisma.QuarterCreateManyInput[] {
  return [...QUARTERS]
}

/** The quarters that a performance officer has opened, each on the morning of its first day. */
export function openedQuarters(): { index: number; openedAt: Date }[] {
  return QUARTERS.filter(({ index }) => index <= CURRENT_QUARTER).map(({ index, opensOn }) => ({
    index,
    openedAt: londonInstant(opensOn, '09:00'),
  }))
}
