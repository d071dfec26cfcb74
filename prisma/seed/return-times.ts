import { CURRENT_QUARTER, dateOfWords, daysAfter, londonInstant, quarterAt } from './calendar.ts'
import { cell } from './data-file.ts'
import { pickFor } from './identity.ts'
import { SIGNIFICANT } from './partnerships.ts'

const RECEIVED = new Map(SIGNIFICANT.map((row) => [cell(row, 'partnership'), cell(row, 'received')]))

function clockFor(partnership: string, quarterIndex: number): string {
  const minutes = 9 * 60 + 5 + pickFor(7 * 60 + 30, 'time of day', partnership, String(quarterIndex))
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function currentInstant(partnership: string): Date | null {
  const received = RECEIVED.get(partnership)
  if (received === '') return null
  const { dueOn } = quarterAt(CURRENT_QUARTER)
  // Partnerships that the mock does not name reported in the week before the returns were due.
  const day = received ? dateOfWords(received) : daysAfter(dueOn, -pickFor(5, 'day', partnership, 'now'))
  // The Monday after: in by nine, when the position is taken.
  return londonInstant(day, day > dueOn ? '09:00' : clockFor(partnership, CURRENT_QUARTER))
}

/** When a partnership first submitted its return; null while it is missing. One in twelve was a few days late. */
export function submittedInstant(partnership: string, quarterIndex: number): Date | null {
  if (quarterIndex === CURRENT_QUARTER) return currentInstant(partnership)
  const { dueOn } = quarterAt(quarterIndex)
  const isLate = pickFor(12, 'late', partnership, String(quarterIndex)) === 0
  const days = isLate
    ? 3 + pickFor(3, 'days late', partnership, String(quarterIndex))
    : -pickFor(5, 'days early', partnership, String(quarterIndex))
  return londonInstant(daysAfter(dueOn, days), clockFor(partnership, quarterIndex))
}

/** When its figures came in: with the return, or on the day the quarter opened while that is missing. */
export function reportedInstant(partnership: string, quarterIndex: number): Date {
  return (
    submittedInstant(partnership, quarterIndex) ?? londonInstant(quarterAt(quarterIndex).opensOn, '09:00')
  )
}
