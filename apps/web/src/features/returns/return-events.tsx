import type { QuarterlyReturn } from '@accord/api-client'
import { formatShortDate, londonDate } from '@accord/domain'
import { timeOf } from './return-words.ts'

/** What has happened to the return, the newest first. */
export function ReturnEvents({ quarterlyReturn }: { quarterlyReturn: QuarterlyReturn }) {
  const { events } = quarterlyReturn
  if (events.length === 0) return <p>Nothing has happened to this return yet.</p>
  return (
    <ol className="return-events">
      {events.toReversed().map(({ label, by, at, reason }) => (
        <li key={at}>
          <b>{label}</b> {by === null ? '' : `by ${by}, `}
          {formatShortDate(londonDate(new Date(at)))}, {timeOf(at)}
          {reason === null ? null : <span className="return-reason">{reason}</span>}
        </li>
      ))}
    </ol>
  )
}
