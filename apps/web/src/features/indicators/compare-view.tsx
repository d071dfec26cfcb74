import type { IndicatorDetail } from '@accord/api-client'
import {
  capitalise,
  countWord,
  financialYearLabel,
  notRatedWord,
  parseQuarterKey,
  quarterFromIndex,
} from '@accord/domain'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { FigureText } from '#charts/figure-text.tsx'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { comparePath, indicatorPath, indicatorsPath, type Place } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { comparedSeries, spanOf, spanWords } from './compare-model.ts'
import { ComparedChart } from './compared-chart.tsx'
import { goodWords, measureWords } from './indicator-words.ts'

type CompareViewProps = { indicators: readonly IndicatorDetail[]; ids: readonly string[]; place: Place }

/** Up to four indicators side by side: the same quarters, each on its own scale, and one table of what they are. */
export function CompareView({ indicators, ids, place }: CompareViewProps) {
  const span = spanOf(indicators)
  const without = (id: string) => {
    const rest = ids.filter((one) => one !== id)
    return rest.length === 0 ? indicatorsPath(place) : comparePath(place, rest)
  }
  const units = new Set(indicators.map(({ unit }) => unit)).size
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Indicators', to: indicatorsPath(place) }, { label: 'Compare' }]} />
      <PageHead headline={headlineOf(indicators)} />
      {span === null ? null : (
        <p className="lead">
          {`${spanWords(span)}. Each chart has a scale of its own`}
          {units > 1 ? ', because their units differ' : ''}
          {': compare shapes, and read figures in the table.'}
        </p>
      )}
      <div className="compared" data-count={indicators.length}>
        {indicators.map((indicator) => (
          <ComparedChart
            key={indicator.id}
            indicator={indicator}
            model={span === null ? null : comparedSeries(indicator, span)}
          />
        ))}
      </div>
      <ComparedTable indicators={indicators} place={place} without={without} />
    </>
  )
}

function headlineOf(indicators: readonly IndicatorDetail[]): string {
  const off = indicators.filter(({ now }) => now.status === 'off_target').length
  const count = `${capitalise(countWord(indicators.length))} ${indicators.length === 1 ? 'indicator' : 'indicators'}`
  if (off === 0) return `${count} compared, none off target now`
  return `${count} compared, ${countWord(off)} off target now`
}

type ComparedTableProps = {
  indicators: readonly IndicatorDetail[]
  place: Place
  without: (id: string) => string
}

function ComparedTable({ indicators, place, without }: ComparedTableProps) {
  const rows: { name: string; of: (indicator: IndicatorDetail) => ReactNode }[] = [
    { name: 'Definition', of: ({ definition, fullTitle }) => definition ?? fullTitle },
    { name: 'Unit', of: ({ unit }) => unit },
    { name: 'Figure now', of: (one) => <FigureText value={one.value} state={one.state} format={one} /> },
    { name: 'Target now', of: (one) => (one.target === null ? 'None' : formatTarget(one.target, one)) },
    {
      name: 'Now',
      of: ({ now, code }) => (
        <>
          <RatedWord rating={now} about={`${code} now`} />
          <span className="code">{now.reason === null ? now.gap : notRatedWord(now.reason)}</span>
        </>
      ),
    },
    {
      name: 'Year end',
      of: ({ yearEnd, code }) => (
        <>
          <RatedWord rating={yearEnd} about={`${code} at year end`} />
          <span className="code">{yearEnd.reason === null ? yearEnd.gap : notRatedWord(yearEnd.reason)}</span>
        </>
      ),
    },
    { name: 'Chance of its target', of: ({ yearEnd }) => yearEnd.chance ?? 'No forecast' },
    { name: 'On a year ago', of: ({ onYearAgo }) => onYearAgo?.sentence ?? 'No figure to compare' },
    { name: 'Good is', of: ({ polarity, measure }) => `${goodWords[polarity]}; ${measureWords[measure]}` },
    {
      name: 'Partnership',
      of: ({ owner, leadOfficer }) => [owner?.name, leadOfficer].filter(Boolean).join(', ') || 'None',
    },
    { name: 'Agreed in', of: ({ framework, outcome }) => `${framework.shortName}, ${outcome}` },
  ]
  return (
    <section>
      <h2>{`What they are, and where they stand in ${yearWords(indicators)}`}</h2>
      <Table
        className="record-table compared-table"
        caption="The indicators compared"
        head={
          <>
            <HeadCell>
              <span className="visually-hidden">What</span>
            </HeadCell>
            {indicators.map(({ id, code, title }) => (
              <HeadCell key={id}>
                <Link to={indicatorPath(id, place)}>
                  {code} {title}
                </Link>
                <Link className="take-off" to={without(id)} preventScrollReset>
                  Take off<span className="visually-hidden"> {code}</span>
                </Link>
              </HeadCell>
            ))}
          </>
        }
      >
        {rows.map(({ name, of }) => (
          <Row key={name}>
            <RowHead>{name}</RowHead>
            {indicators.map((indicator) => (
              <Cell key={indicator.id} label={indicator.code}>
                {of(indicator)}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </section>
  )
}

function yearWords(indicators: readonly IndicatorDetail[]): string {
  const index = parseQuarterKey(indicators[0]?.quarter.key ?? '')
  return index === null ? 'this year' : financialYearLabel(quarterFromIndex(index).startYear)
}
