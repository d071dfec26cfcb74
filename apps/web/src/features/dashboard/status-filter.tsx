import type { Tally } from '@accord/api-client'
import { type Status, statusOrder, statusWord } from '@accord/domain'
import { Link } from 'react-router'
import { StatusMark } from '#charts/draw/status-mark.tsx'

type StatusFilterProps = { tally: Tally; status: Status | null; hrefFor: (status: Status | null) => string }

function countOfStatus(tally: Tally, status: Status): number {
  const counts: Record<Status, number> = {
    off_target: tally.offTarget,
    near_target: tally.nearTarget,
    on_target: tally.onTarget,
    not_rated: tally.notRated,
  }
  return counts[status]
}

/** Links, not buttons: a filtered view can be bookmarked and sent. */
export function StatusFilter({ tally, status, hrefFor }: StatusFilterProps) {
  return (
    <nav aria-label="Show indicators that are">
      <ul className="status-filter">
        <li>
          <Link to={hrefFor(null)} preventScrollReset aria-current={status === null ? 'true' : undefined}>
            All {tally.total}
          </Link>
        </li>
        {statusOrder.map((each) => (
          <li key={each}>
            <Link to={hrefFor(each)} preventScrollReset aria-current={status === each ? 'true' : undefined}>
              <StatusMark status={each} />
              {countOfStatus(tally, each)} {statusWord(each).toLowerCase()}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
