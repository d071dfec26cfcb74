import type { PartnershipDetail } from '@accord/api-client'
import { denominatorSentence, notRatedWord } from '@accord/domain'
import { Link } from 'react-router'
import { FigureText } from '#charts/figure-text.tsx'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

const columns = 5

type OwnedIndicatorsProps = { partnership: PartnershipDetail; place: Place }

/** The indicators it answers for, with both statuses side by side. */
export function OwnedIndicators({ partnership, place }: OwnedIndicatorsProps) {
  const { indicators, tally, quarter } = partnership
  return (
    <Section
      heading={`Indicators it answers for, ${quarter.label.toLowerCase()}`}
      note={
        tally.total === 0 ? undefined : denominatorSentence({ ...tally, holdsOffTarget: tally.offTarget > 0 })
      }
    >
      <Table
        className="record-table stack"
        caption="Indicators it answers for"
        head={
          <>
            <HeadCell>Indicator</HeadCell>
            <HeadCell className="number">{quarter.name}</HeadCell>
            <HeadCell className="number">Target</HeadCell>
            <HeadCell>Now</HeadCell>
            <HeadCell>Year end, forecast</HeadCell>
          </>
        }
      >
        {indicators.map((indicator) => (
          <OwnedRow key={`${indicator.framework.id} ${indicator.id}`} indicator={indicator} place={place} />
        ))}
        {indicators.length === 0 ? (
          <EmptyRow columns={columns}>It answers for no indicator in this quarter.</EmptyRow>
        ) : null}
      </Table>
    </Section>
  )
}

function OwnedRow({
  indicator,
  place,
}: {
  indicator: PartnershipDetail['indicators'][number]
  place: Place
}) {
  const { id, code, title, framework, value, state, target, now, yearEnd } = indicator
  return (
    <Row>
      <RowHead>
        <span className="code">
          {code}, {framework.shortName}
        </span>
        <Link to={indicatorPath(id, place, { framework: framework.id })}>{title}</Link>
      </RowHead>
      <Cell className="number" label="Figure">
        <FigureText value={value} state={state} format={indicator} />
      </Cell>
      <Cell className="number" label="Target">
        {target === null ? <span className="muted">None</span> : formatTarget(target, indicator)}
      </Cell>
      <Cell label="Now">
        <RatedWord rating={now} about={`${code} now`} />
        <span className="code">{now.reason === null ? now.gap : notRatedWord(now.reason)}</span>
      </Cell>
      <Cell label="Year end, forecast">
        <RatedWord rating={yearEnd} about={`${code} at year end`} />
        <span className="code">{yearEnd.gap}</span>
      </Cell>
    </Row>
  )
}
