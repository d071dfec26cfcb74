import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import { formatFigure, statusOrder } from '@accord/domain'
import { Link } from 'react-router'
import { Bullet } from '#charts/draw/bullet.tsx'
import { Sparkline } from '#charts/draw/sparkline.tsx'
import { targetFigures } from '#charts/prepare/series-figures.ts'
import { slopeExtents } from '#charts/prepare/slope-extents.ts'
import { bulletSummary, formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type Breakdown = NonNullable<IndicatorDetail['breakdown']>
type Body = Breakdown['rows'][number]

type BreakdownProps = { indicator: IndicatorDetail; place: Place }

/** Each body against its own target: a roll-up that holds a red says so. */
export function BreakdownSection({ indicator, place }: BreakdownProps) {
  const { breakdown, counts, code } = indicator
  if (breakdown === null || breakdown.rows.length === 0) return null
  const rows = worstFirst(breakdown.rows)
  const shape = shapeOf(rows)
  return (
    <Section
      heading={`By body: ${breakdown.heading.charAt(0).toLowerCase()}${breakdown.heading.slice(1)}`}
      note={`${rows.length === 1 ? 'One body' : `${rows.length} bodies`}${shape.hasTargets ? ', worst first, each against its own target' : ''}. Lines share one scale of slope.`}
    >
      <Table
        className="record-table stack table-middle breakdown"
        caption={`${code} by body`}
        head={
          <>
            <HeadCell>Body</HeadCell>
            <HeadCell>Two years, one slope scale</HeadCell>
            <HeadCell>{shape.hasTargets ? 'Actual against own target' : 'Actual'}</HeadCell>
            <HeadCell className="number">{code}</HeadCell>
            {shape.hasTargets ? <HeadCell className="number">Target</HeadCell> : null}
            <HeadCell>Now</HeadCell>
            {shape.hasCounts ? (
              <HeadCell className="number count">{counts?.numerator ?? 'Numerator'}</HeadCell>
            ) : null}
            {shape.hasCounts ? (
              <HeadCell className="number count">{counts?.denominator ?? 'Denominator'}</HeadCell>
            ) : null}
            {shape.hasShares ? <HeadCell className="number share">Share of all</HeadCell> : null}
          </>
        }
      >
        {rows.map((body, index) => (
          <BodyRow
            key={body.organisation.id}
            body={body}
            extent={shape.extents[index] ?? null}
            shape={shape}
            indicator={indicator}
            place={place}
          />
        ))}
        <TotalRow indicator={indicator} shape={shape} />
      </Table>
    </Section>
  )
}

function worstFirst(rows: readonly Body[]): Body[] {
  return rows.toSorted((a, b) => statusOrder.indexOf(a.now.status) - statusOrder.indexOf(b.now.status))
}

type Shape = {
  hasTargets: boolean
  hasCounts: boolean
  hasShares: boolean
  highest: number
  extents: ReturnType<typeof slopeExtents>
}

function shapeOf(rows: readonly Body[]): Shape {
  return {
    hasTargets: rows.some(({ target }) => target !== null),
    hasCounts: rows.some(({ numerator }) => numerator !== null),
    hasShares: rows.some(({ share }) => share !== null),
    highest: Math.max(
      0,
      ...rows.flatMap(({ value, target }) => [Number(value ?? 0), ...targetFigures(target)]),
    ),
    extents: slopeExtents(rows.map(({ series }) => figuresIn(series))),
  }
}

function figuresIn(series: readonly SeriesPoint[]): number[] {
  return series.flatMap(({ value }) => (value === null ? [] : [Number(value)]))
}

type BodyRowProps = BreakdownProps & {
  body: Body
  shape: Shape
  extent: { low: number; high: number } | null
}

function BodyRow({ body, shape, extent, indicator, place }: BodyRowProps) {
  const { organisation, value, target, now, numerator, denominator, share, series } = body
  const { id, code, framework, polarity, tolerance, measure } = indicator
  const shown = value === null ? null : formatFigure(value, indicator)
  return (
    <Row>
      <RowHead>
        <Link to={indicatorPath(id, place, { framework: framework.id, organisation: organisation.id })}>
          {organisation.shortName}
        </Link>
      </RowHead>
      <Cell className="wide">
        <Sparkline
          series={series}
          measure={measure}
          extent={extent}
          withTarget={false}
          widthPixels={110}
          heightPixels={34}
          summary={slopeSummary({ body, indicator })}
        />
      </Cell>
      <Cell className="wide">
        <Bullet
          value={value === null ? null : Number(value)}
          target={target}
          forecast={null}
          polarity={polarity}
          tolerance={tolerance}
          highest={shape.highest}
          widthPixels={200}
          heightPixels={20}
          summary={bulletSummary({ value, target, format: indicator, polarity })}
        />
      </Cell>
      <Cell className="number strong" label={code}>
        {shown ?? <span className="muted">No figure</span>}
      </Cell>
      {shape.hasTargets ? (
        <Cell className="number" label="Target">
          {target === null ? <span className="muted">None</span> : formatTarget(target, indicator)}
        </Cell>
      ) : null}
      <Cell label="Now">
        <RatedWord rating={now} about={`${organisation.shortName} now`} />
      </Cell>
      {shape.hasCounts ? <CountCell label={indicator.counts?.numerator} count={numerator} /> : null}
      {shape.hasCounts ? <CountCell label={indicator.counts?.denominator} count={denominator} /> : null}
      {shape.hasShares ? (
        <Cell className="number share" label="Share of all">
          {share === null ? '' : shareWords(share)}
        </Cell>
      ) : null}
    </Row>
  )
}

/** Never 0% for a share there is. */
function shareWords(share: number): string {
  const percent = Math.round(share * 100)
  return percent === 0 && share > 0 ? 'under 1%' : `${percent}%`
}

const wholeNumber = { unit: 'number', decimals: 0 }

function CountCell({ label, count }: { label: string | undefined; count: string | null }) {
  return (
    <Cell className="number count" label={label}>
      {count === null ? '' : formatFigure(count, wholeNumber)}
    </Cell>
  )
}

function slopeSummary({
  body: { organisation, series },
  indicator,
}: {
  body: Body
  indicator: IndicatorDetail
}): string {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]))
  const first = values[0]
  const last = values.at(-1)
  if (first === undefined || last === undefined) return `${organisation.shortName}: no figures`
  return `${organisation.shortName}: from ${formatFigure(first, indicator)} to ${formatFigure(last, indicator)} over two years`
}

/** Left out where there is no figure for the whole area. */
function TotalRow({ indicator, shape }: { indicator: IndicatorDetail; shape: Shape }) {
  const { value, target, now, numerator, denominator, code, counts } = indicator
  if (value === null) return null
  return (
    <Row className="total-row">
      <RowHead>Whole area</RowHead>
      <Cell className="wide none">{null}</Cell>
      <Cell className="wide none">{null}</Cell>
      <Cell className="number" label={code}>
        {formatFigure(value, indicator)}
      </Cell>
      {shape.hasTargets ? (
        <Cell className="number" label="Target">
          {target === null ? '' : formatTarget(target, indicator)}
        </Cell>
      ) : null}
      <Cell label="Now">
        <RatedWord rating={now} about="whole area now" />
      </Cell>
      {shape.hasCounts ? <CountCell label={counts?.numerator} count={numerator} /> : null}
      {shape.hasCounts ? <CountCell label={counts?.denominator} count={denominator} /> : null}
      {shape.hasShares ? (
        <Cell className="number share" label="Share of all">
          100%
        </Cell>
      ) : null}
    </Row>
  )
}
