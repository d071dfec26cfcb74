import type { IndicatorChange } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { Link } from 'react-router'
import { changePath, indicatorPath, type Place } from '#lib/paths.ts'
import { ChangeLines } from './change-lines.tsx'
import { changeTitle } from './change-words.ts'

type ChangeListProps = {
  changes: readonly IndicatorChange[]
  place: Place
  /** Where the indicator is named already. */
  isOfOne?: boolean
}

export function ChangeList({ changes, place, isOfOne = false }: ChangeListProps) {
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.id}>
          <h3>
            <Link to={changePath(change.id, place)}>
              {isOfOne ? '' : `${change.indicator.code}: `}
              {changeTitle(change)}
            </Link>
          </h3>
          {isOfOne ? null : (
            <p className="small muted">
              {change.indicator.id === null ? (
                change.indicator.title
              ) : (
                <Link to={indicatorPath(change.indicator.id, place)}>{change.indicator.title}</Link>
              )}
              , {change.framework.shortName}
            </p>
          )}
          <ChangeLines lines={change.lines} />
          <p>{change.reason}</p>
          <ChangeSaid change={change} />
        </li>
      ))}
    </ul>
  )
}

/** Who proposed, who agreed and who decided, and when. */
export function ChangeSaid({ change }: { change: IndicatorChange }) {
  const { agreedBy, agreedOn, proposedBy, proposedOn, state, stateWord, decidedBy, decidedOn, decisionNote } =
    change
  return (
    <p className="small muted">
      {agreedBy === null || agreedOn === null ? '' : `Agreed by ${agreedBy} on ${formatDate(agreedOn)}. `}
      {`Proposed by ${proposedBy} on ${formatDate(proposedOn)}. `}
      {state === 'proposed' || decidedOn === null
        ? `${stateWord}.`
        : `${stateWord} by ${decidedBy} on ${formatDate(decidedOn)}.`}
      {decisionNote === null ? '' : ` ${decisionNote}`}
    </p>
  )
}
