import type { Dashboard } from '@accord/api-client'
import { countOf, joinWithAnd } from '@accord/domain'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { ReceiptKind } from '#charts/draw/receipt-mark.tsx'
import { ReceiptUnits } from '#charts/draw/unit-row.tsx'
import { formatDayAndMonth } from '#lib/dates.ts'
import { type Place, partnershipPath } from '#lib/paths.ts'
import { lateWords } from './headings.ts'

/** Which partnerships have reported, and by when the rest still can. */
export function ReturnsFact({ dashboard }: { dashboard: Dashboard }) {
  const { returns } = dashboard
  if (returns.expected === 0) {
    return (
      <div className="fact">
        <h2>Returns</h2>
        <p className="note">No returns are expected in this quarter.</p>
      </div>
    )
  }
  return (
    <div className="fact">
      <h2>
        Returns{' '}
        <small>{`${countOf(returns.expected, 'partnership')}, due ${formatDayAndMonth(returns.dueOn)}`}</small>
      </h2>
      <dl className="tally">
        {rowsOf(returns).map(({ kind, count, word, detail }) => (
          <div key={kind}>
            <dt className="count">{count}</dt>
            <dd className="word">
              {word}
              <span className="change">{detail === '' ? ' ' : detail}</span>
            </dd>
            <dd className="units">
              <ReceiptUnits kind={kind} count={count} />
            </dd>
          </div>
        ))}
      </dl>
      <MissingNote dashboard={dashboard} />
    </div>
  )
}

type ReceiptRow = { kind: ReceiptKind; count: number; word: string; detail: string }

function rowsOf(returns: Dashboard['returns']): ReceiptRow[] {
  const { onTime, late, missing, notYetDue, expected, onTimePercent, lateDays, overdueDays } = returns
  const overdue = missing === 0 ? '' : `${countOf(overdueDays, 'day')} overdue`
  const rows: ReceiptRow[] = [
    { kind: 'on_time', count: onTime, word: 'In, on time', detail: `${onTimePercent}% of ${expected}` },
    { kind: 'late', count: late, word: 'In, late', detail: lateWords(lateDays) },
    { kind: 'missing', count: missing, word: 'Missing', detail: overdue },
  ]
  if (notYetDue > 0) rows.push({ kind: 'not_yet_due', count: notYetDue, word: 'Not yet due', detail: '' })
  return rows
}

function MissingNote({ dashboard }: { dashboard: Dashboard }) {
  const { returns, outcomes, council, quarter } = dashboard
  const { missingFrom, closesOn } = returns
  const place: Place = { council: council.id, quarter: quarter.key }
  if (missingFrom.length === 0) return <p className="note">Papers close on {formatDayAndMonth(closesOn)}.</p>
  const awaited = outcomes
    .flatMap(({ indicators }) => indicators)
    .filter(({ now }) => now.reason === 'awaiting_data')
    .map(({ code }) => code)
  const stays = awaited.length === 1 ? 'stays' : 'stay'
  return (
    <p className="note">
      Missing:{' '}
      {missingFrom.map(({ id, shortName }, index) => (
        <Fragment key={id}>
          {index === 0 ? '' : index === missingFrom.length - 1 ? ' and ' : ', '}
          <Link to={partnershipPath(id, place)}>{shortName}</Link>
        </Fragment>
      ))}
      . Papers close on {formatDayAndMonth(closesOn)}
      {awaited.length === 0 ? '' : `; ${joinWithAnd(awaited)} ${stays} not rated until then`}.
    </p>
  )
}
