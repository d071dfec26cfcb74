import { addDecimals, decimalText, formatFigure, formatPounds, parseDecimal } from '@accord/domain'
import { Link } from 'react-router'
import { RatingDots } from '#charts/draw/rating-dots.tsx'
import { type Place, valueForMoneyPath } from '#lib/paths.ts'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { EvidenceLink } from './evidence-link.tsx'
import { benefitWords, kindWords, pounds } from './money-words.ts'
import type { PartnershipValue } from './value-types.ts'

const columns = 5

const hoursFormat = (hours: string) => ({ unit: 'number', decimals: hours.includes('.') ? 1 : 0 })
const hoursText = (hours: string | null) => (hours === null ? '–' : formatFigure(hours, hoursFormat(hours)))

function totalHours(investments: PartnershipValue['investments']): string {
  const hours = investments.flatMap((part) => (part.hours === null ? [] : [parseDecimal(part.hours)]))
  return decimalText(hours.reduce(addDecimals, parseDecimal('0')))
}

const rateText = (pence: number | null) => (pence === null ? '–' : `£${(pence / 100).toFixed(2)}`)

type Line = {
  name: string
  hours: string | null
  rate: number | null
  cost: number | null
  median: number | null
}

/** Time by kind, and all funding as one line with its sources. */
function linesOf({ investments, medians }: PartnershipValue): Line[] {
  const medianOf = { member_time: medians.memberTime, officer_time: medians.officerTime } as const
  const time = investments.flatMap(({ kind, title, hours, rate, cost }) =>
    kind === 'funding'
      ? []
      : [{ name: `${kindWords[kind]}, ${title}`, hours, rate, cost, median: medianOf[kind] }],
  )
  const funding = investments.filter(({ kind }) => kind === 'funding')
  if (funding.length === 0) return time
  const [only] = funding
  const sources =
    funding.length === 1 && only !== undefined
      ? only.title
      : funding.map(({ title, cost }) => `${title} ${pounds(cost)}`).join(', ')
  const cost = funding.reduce((total, part) => total + (part.cost ?? 0), 0)
  return [...time, { name: `Funding: ${sources}`, hours: null, rate: null, cost, median: medians.funding }]
}

/** Member time, officer time and money, each beside what the median partnership takes. */
export function GoesIn({ value, place }: { value: PartnershipValue; place: Place }) {
  const { investments, money, medians, year } = value
  return (
    <div>
      <h2>What goes in: {money.cost === null ? 'not known' : formatPounds(money.cost)}</h2>
      <Table
        className="record-table stack in-table"
        caption="Investment"
        head={
          <>
            <HeadCell>Investment</HeadCell>
            <HeadCell className="number">Hours</HeadCell>
            <HeadCell className="number">Rate</HeadCell>
            <HeadCell className="number">Cost</HeadCell>
            <HeadCell className="number">Median</HeadCell>
          </>
        }
      >
        {linesOf(value).map(({ name, hours, rate, cost, median }) => (
          <Row key={name}>
            <RowHead>{name}</RowHead>
            <Cell className="number" label="Hours">
              {hoursText(hours)}
            </Cell>
            <Cell className="number" label="Rate">
              {rateText(rate)}
            </Cell>
            <Cell className="number" label="Cost">
              {pounds(cost)}
            </Cell>
            <Cell className="number muted" label="Median">
              {pounds(median)}
            </Cell>
          </Row>
        ))}
        {investments.length === 0 ? (
          <EmptyRow columns={columns}>No hours or funding are recorded.</EmptyRow>
        ) : (
          <Row className="total-row">
            <RowHead>Total</RowHead>
            <Cell className="number" label="Hours">
              {hoursText(totalHours(investments))}
            </Cell>
            <Cell className="none">{''}</Cell>
            <Cell className="number" label="Cost">
              {pounds(money.cost)}
            </Cell>
            <Cell className="number" label="Median">
              {pounds(medians.cost)}
            </Cell>
          </Row>
        )}
      </Table>
      <p className="note">
        Hours from time records; rates set by finance for {year.label}. Partners’ own time is not counted.{' '}
        <EvidenceLink value={value} criterion="economy" />
      </p>
      <p className="note">
        <Link to={valueForMoneyPath(place, { year: year.key })}>The {medians.assessed} the median is of</Link>
      </p>
      <Benefits value={value} />
    </div>
  )
}

function Benefits({ value }: { value: PartnershipValue }) {
  const { benefits } = value
  return (
    <>
      <h3 className="part-heading">Intangible benefits</h3>
      <Table
        className="record-table stack"
        caption="Intangible benefits with evidence"
        head={
          <>
            <HeadCell>Benefit</HeadCell>
            <HeadCell>Rating</HeadCell>
            <HeadCell>Evidence</HeadCell>
          </>
        }
      >
        {benefits.map(({ kind, rating, evidence }) => (
          <Row key={kind}>
            <RowHead>{benefitWords[kind]}</RowHead>
            <Cell label="Rating" className="no-wrap">
              <span className="receipt">
                <RatingDots rating={rating?.rating ?? null} />
                {rating?.word ?? 'Not rated'}
              </span>
            </Cell>
            <Cell label="Evidence">{evidence ?? <span className="muted">None recorded</span>}</Cell>
          </Row>
        ))}
        {benefits.length === 0 ? <EmptyRow columns={3}>No benefits are recorded.</EmptyRow> : null}
      </Table>
      <p className="note">
        <EvidenceLink value={value} criterion="intangible-benefits" />
      </p>
    </>
  )
}
