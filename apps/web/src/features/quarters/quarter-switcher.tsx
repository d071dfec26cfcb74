import type { Quarter } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { Link } from 'react-router'

type QuarterSwitcherProps = {
  quarter: Quarter
  previous: Quarter | null
  next: Quarter | null
  /** The same page for another quarter. */
  hrefFor: (quarterKey: string) => string
}

/** Previous, current with its months, and next or the date it opens. */
export function QuarterSwitcher({ quarter, previous, next, hrefFor }: QuarterSwitcherProps) {
  return (
    <nav className="quarter-switcher" aria-label="Quarter">
      {previous === null ? null : (
        <Link to={hrefFor(previous.key)}>
          <span>Previous</span>
          {previous.name}
        </Link>
      )}
      <div className="quarter-current">
        <b>{quarter.label}</b>
        {quarter.months}
      </div>
      {next === null ? null : next.isOpen ? (
        <Link to={hrefFor(next.key)}>
          <span>Next</span>
          {next.name}
        </Link>
      ) : (
        <span className="quarter-closed">
          {next.name} opens
          <br />
          {formatDate(next.opensOn)}
        </span>
      )}
    </nav>
  )
}

/** Holds the switcher’s place while the quarter is on its way. */
export function QuarterSwitcherSpace() {
  return (
    <div className="quarter-switcher" aria-hidden="true">
      <div className="quarter-current">
        <b>&nbsp;</b>&nbsp;
      </div>
    </div>
  )
}
