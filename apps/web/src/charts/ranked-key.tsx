import { type Status, statusOrder, statusWord } from '@accord/domain'
import { StatusShape } from './draw/status-mark.tsx'
import type { Ranked } from './prepare/ranked.ts'

/** Names only what is drawn. */
export function RankedKey({ ranked }: { ranked: Ranked }) {
  const statuses: Status[] = statusOrder.filter((status) =>
    ranked.bodies.some((body) => body.status === status && body.at !== null),
  )
  return (
    <ul className="key">
      {statuses.map((status) => (
        <li key={status}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <StatusShape status={status} />
          </svg>
          {statusWord(status).toLowerCase()}
        </li>
      ))}
      {ranked.bodies.some(({ targets }) => targets.length > 0) ? (
        <KeyTick className="ranked-target" name="own target" />
      ) : null}
      {ranked.median === null ? null : <KeyTick className="median-line" name="median" />}
    </ul>
  )
}

function KeyTick({ className, name }: { className: string; name: string }) {
  return (
    <li>
      <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true">
        <path className={className} d="M4 0V14" />
      </svg>
      {name}
    </li>
  )
}
