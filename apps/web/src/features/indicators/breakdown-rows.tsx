import type { IndicatorDetail } from '@accord/api-client'
import { formatFigure } from '@accord/domain'
import { Link } from 'react-router'
import { Bullet } from '#charts/draw/bullet.tsx'
import { Sparkline } from '#charts/draw/sparkline.tsx'
import { bulletSummary, formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { Cell, Row, RowHead } from '#ui/table.tsx'
import type { DrawnBody, Shape } from './breakdown-shape.ts'

type BodyRowProps = {
  indicator: IndicatorDetail
  place: Place
  body: DrawnBody
  shape: Shape
  extent: { low: number; high: number } | null
}

export function BodyRow({ body, shape, extent, indicator, place }: BodyRowProps) {
  const { organisation, value, target, now, numerator, denominator, share, slope } = body
  const { id, code, framework, polarity, tolerance, measure } = indicator
  const shown = value === null ? null : formatFigure(value, indicator)
  return (
    <Row>
      <RowHead>
        <Link to={indicatorPath(id, place, { framework: framework.id, organisation: organisation.id })}>
          {organisation.shortName}
        </Link>
        {organisation.id === place.council ? ', yours' : ''}
      </RowHead>
      <Cell className="wide">
        <Sparkline
          series={slope}
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
  body: { organisation, slope },
  indicator,
}: {
  body: DrawnBody
  indicator: IndicatorDetail
}): string {
  const values = slope.flatMap(({ value }) => (value === null ? [] : [value]))
  const first = values[0]
  const last = values.at(-1)
  if (first === undefined || last === undefined) return `${organisation.shortName}: no figures`
  return `${organisation.shortName}: from ${formatFigure(first, indicator)} to ${formatFigure(last, indicator)} over two years`
}

/** Left out where there is no figure for the whole area. */
export function TotalRow({ indicator, shape }: { indicator: IndicatorDetail; shape: Shape }) {
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
