import type { Dashboard, DashboardPartnership, Tally } from '@accord/api-client'
import { capitalise, formatShortDate, type Status, shortCounts } from '@accord/domain'
import { Link } from 'react-router'
import { RatingDots } from '#charts/draw/rating-dots.tsx'
import { ReceiptMark } from '#charts/draw/receipt-mark.tsx'
import { StatusUnits } from '#charts/draw/unit-row.tsx'
import { type Place, partnershipPath, partnershipValuePath } from '#lib/paths.ts'
import { Cell, GroupRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

const columns = 7

/** Each significant partnership in one row: what it answers for, its return, its rating, its troubles. */
export function PartnershipMatrix({ dashboard }: { dashboard: Dashboard }) {
  const { partnerships, council } = dashboard
  const year = partnerships.find(({ valueForMoney }) => valueForMoney !== null)?.valueForMoney?.year ?? ''
  const groups = [
    { title: 'Countywide', members: partnerships.filter(({ scope }) => scope === 'countywide') },
    { title: council.shortName, members: partnerships.filter(({ scope }) => scope === 'district_specific') },
  ].filter(({ members }) => members.length > 0)
  return (
    <Table
      className="matrix"
      caption="Significant partnerships: indicators, returns, value for money, risks and actions"
      head={
        <>
          <HeadCell>Partnership</HeadCell>
          <HeadCell>Indicators it answers for, now</HeadCell>
          <HeadCell>Return</HeadCell>
          <HeadCell>Value for money {year}</HeadCell>
          <HeadCell className="number">
            Red
            <br />
            risks
          </HeadCell>
          <HeadCell className="number">
            Overdue
            <br />
            actions
          </HeadCell>
          <HeadCell className="lead-officer">Lead officer</HeadCell>
        </>
      }
    >
      {groups.map(({ title, members }) => (
        <MatrixGroup key={title} title={title} members={members} dashboard={dashboard} />
      ))}
    </Table>
  )
}

type MatrixGroupProps = { title: string; members: readonly DashboardPartnership[]; dashboard: Dashboard }

function MatrixGroup({ title, members, dashboard }: MatrixGroupProps) {
  const place = { council: dashboard.council.id, quarter: dashboard.quarter.key }
  return (
    <>
      <GroupRow columns={columns}>{title}</GroupRow>
      {members.map((partnership) => (
        <MatrixRow key={partnership.id} partnership={partnership} place={place} />
      ))}
    </>
  )
}

function MatrixRow({ partnership, place }: { partnership: DashboardPartnership; place: Place }) {
  const { id, name, valueForMoney, redRisks, overdueActions, leadOfficer } = partnership
  return (
    <Row>
      <RowHead>
        <Link to={partnershipPath(id, place)}>{name}</Link>
      </RowHead>
      <Cell className="indicators" label="Indicators now">
        <AnswersFor partnership={partnership} />
      </Cell>
      <Cell label="Return">
        <Receipt receipt={partnership.return} />
      </Cell>
      <Cell label="Value for money">
        <span className="receipt">
          <RatingDots rating={valueForMoney?.rating ?? null} />
          {valueForMoney === null ? (
            <span>Not assessed</span>
          ) : (
            <Link to={partnershipValuePath(id, { ...place, year: valueForMoney.year.replace('/', '-') })}>
              {capitalise(valueForMoney.word)}
              <span className="visually-hidden">: {name}, criteria and evidence</span>
            </Link>
          )}
        </span>
      </Cell>
      <TroubleCell label="Red risks" count={redRisks} />
      <TroubleCell label="Overdue" count={overdueActions} />
      <Cell className="lead-officer" label="Lead">
        {leadOfficer ?? <span className="muted">None named</span>}
      </Cell>
    </Row>
  )
}

/** A count of trouble is bold; nought is grey. */
function TroubleCell({ label, count }: { label: string; count: number }) {
  return (
    <Cell className="number" label={label}>
      {count === 0 ? <span className="zero">0</span> : <b>{count}</b>}
    </Cell>
  )
}

function statusesOf({ offTarget, nearTarget, onTarget, notRated }: Tally): Status[] {
  const times = (count: number, status: Status) => Array.from({ length: count }, () => status)
  return [
    ...times(offTarget, 'off_target'),
    ...times(nearTarget, 'near_target'),
    ...times(onTarget, 'on_target'),
    ...times(notRated, 'not_rated'),
  ]
}

function AnswersFor({ partnership: { tally, oversees } }: { partnership: DashboardPartnership }) {
  if (tally.total === 0) {
    return (
      <span className="small muted">
        {oversees === null ? 'none designated' : `oversees all ${oversees}`}
      </span>
    )
  }
  return (
    <span className="units-cell">
      <span className="units-box">
        <StatusUnits statuses={statusesOf(tally)} />
      </span>
      <span>{shortCounts({ ...tally, holdsOffTarget: tally.offTarget > 0 })}</span>
    </span>
  )
}

const receiptWords = { on_time: 'In', late: 'Late', missing: 'Missing', not_yet_due: 'Not yet due' } as const

function Receipt({ receipt: { kind, receivedOn } }: { receipt: DashboardPartnership['return'] }) {
  return (
    <span className="receipt">
      <ReceiptMark kind={kind} />
      <span>
        {receiptWords[kind]}
        {receivedOn === null ? null : (
          <>
            {' '}
            <span className="muted small">{formatShortDate(receivedOn)}</span>
          </>
        )}
      </span>
    </span>
  )
}
