import { formatDate, formatFigureWithUnit, formatPounds } from '@accord/domain'
import { Link } from 'react-router'
import { RatedWord } from '#charts/status-word.tsx'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { EvidenceLink } from './evidence-link.tsx'
import type { PartnershipValue } from './value-types.ts'

type Outcome = PartnershipValue['outcomes'][number]

const figure = (text: string | null, { unit, decimals }: Outcome) =>
  text === null ? '–' : formatFigureWithUnit(text, { unit, decimals })

function headingOf({ outcomeTally, money }: PartnershipValue): string {
  const { onTarget, total } = outcomeTally
  const outcomes = total === 0 ? 'no outcomes recorded' : `${onTarget} of ${total} outcomes`
  return `What comes out: ${outcomes}, ${money.saving === null ? 'saving not known' : formatPounds(money.saving)}`
}

/** Outcomes with their latest figures, and savings: those that are signed, and those that are only claimed. */
export function ComesOut({ value, place }: { value: PartnershipValue; place: Place }) {
  const { outcomes } = value
  return (
    <div>
      <h2>{headingOf(value)}</h2>
      <Table
        className="record-table stack"
        caption="Outcomes, latest figures"
        head={
          <>
            <HeadCell>Outcome</HeadCell>
            <HeadCell className="number">Actual</HeadCell>
            <HeadCell className="number">Target</HeadCell>
            <HeadCell>Now</HeadCell>
          </>
        }
      >
        {outcomes.map((outcome, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two outcomes may have one title, and are never moved.
          <Row key={row}>
            <RowHead>
              {outcome.indicator === null ? null : (
                <>
                  <Link to={indicatorPath(outcome.indicator.id, place)}>{outcome.indicator.code}</Link>{' '}
                </>
              )}
              {outcome.title}
              {outcome.period === null ? null : <span className="code">{outcome.period}</span>}
            </RowHead>
            <Cell className="number" label="Actual">
              <b>{figure(outcome.actual, outcome)}</b>
            </Cell>
            <Cell className="number" label="Target">
              {figure(outcome.target, outcome)}
            </Cell>
            <Cell label="Now">
              <RatedWord rating={outcome.now} about={`${outcome.title} now`} />
            </Cell>
          </Row>
        ))}
        {outcomes.length === 0 ? <EmptyRow columns={4}>No outcomes are recorded.</EmptyRow> : null}
      </Table>
      <p className="note">
        <EvidenceLink value={value} criterion="effectiveness" />
      </p>
      <Savings value={value} />
    </div>
  )
}

function Savings({ value }: { value: PartnershipValue }) {
  const { savings, year } = value
  return (
    <>
      <h3 className="part-heading">Savings and money drawn in</h3>
      <Table
        className="record-table stack"
        caption="Savings and money drawn in"
        head={
          <>
            <HeadCell>Saving</HeadCell>
            <HeadCell className="number">{year.label}</HeadCell>
            <HeadCell>Signed by</HeadCell>
          </>
        }
      >
        {savings.map(({ kind, title, pence, signedBy, signedOn }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are never moved.
          <Row key={row}>
            <RowHead>
              {title}
              {kind === 'drawn_in' ? <span className="code">Money drawn in: not a saving</span> : null}
            </RowHead>
            <Cell className="number" label={year.label}>
              {signedBy === null ? (
                <span className="muted">{formatPounds(pence)}</span>
              ) : (
                <b>{formatPounds(pence)}</b>
              )}
            </Cell>
            <Cell label="Signed by">
              {signedBy === null || signedOn === null
                ? 'Claimed, not signed: not counted'
                : `${signedBy}, ${formatDate(signedOn)}`}
            </Cell>
          </Row>
        ))}
        {savings.length === 0 ? <EmptyRow columns={3}>No savings are recorded.</EmptyRow> : null}
      </Table>
      <p className="note">
        <EvidenceLink value={value} criterion="efficiency" />
      </p>
    </>
  )
}
