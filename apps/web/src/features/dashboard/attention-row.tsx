import type { DashboardIndicator } from '@accord/api-client'
import { formatFigure, formatMediumDate, notRatedWord, runPhrase } from '@accord/domain'
import { Link } from 'react-router'
import { Bullet } from '#charts/draw/bullet.tsx'
import { Sparkline } from '#charts/draw/sparkline.tsx'
import { FigureText } from '#charts/figure-text.tsx'
import { bulletSummary, formatTarget, sparklineSummary } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { askPath, indicatorPath, type Place } from '#lib/paths.ts'
import { Cell, Row, RowHead } from '#ui/table.tsx'
import { pointsOf } from './points-of.ts'
import { nowExplained, yearEndExplained } from './rating-explained.ts'

const quartersShown = 8

type AttentionRowProps = {
  indicator: DashboardIndicator
  place: Place
  framework: string | null
  mayAsk: boolean
}

export function AttentionRow({ indicator, place, framework, mayAsk }: AttentionRowProps) {
  const { id, code, title, owner, measure, target } = indicator
  const past = pointsOf(indicator.series).slice(0, quartersShown)
  return (
    <Row>
      <RowHead>
        <span className="code">
          {code}
          {owner === null ? '' : `, ${owner.shortName}`}
        </span>
        <Link to={indicatorPath(id, place, { framework })}>{title}</Link>
      </RowHead>
      <Cell>
        <Sparkline
          series={past}
          measure={measure}
          summary={sparklineSummary({ code, format: indicator, series: past, target })}
        />
      </Cell>
      <Cell className="value">
        <AttentionBullet indicator={indicator} />
      </Cell>
      <Cell label="Now">
        <NowDetail indicator={indicator} />
      </Cell>
      <Cell label="Year end, forecast">
        <YearEndDetail indicator={indicator} />
      </Cell>
      <Cell className="cause" label="Cause">
        {indicator.attention?.cause ?? <span className="muted">Not given</span>}
      </Cell>
      <Cell className="action" label="Action, owner, date">
        <ActionDetail attention={indicator.attention} />
        {mayAsk && owner !== null ? (
          <Link className="ask-report" to={askPath(owner.id, place)}>
            Ask for a report next quarter<span className="visually-hidden"> on {code}</span>
          </Link>
        ) : null}
      </Cell>
    </Row>
  )
}

function AttentionBullet({ indicator }: { indicator: DashboardIndicator }) {
  const { value, state, target, polarity, tolerance, measure, yearEnd } = indicator
  // The year-end figure of a count that builds up is on another scale than this quarter’s.
  const forecast = measure === 'cumulative' || yearEnd.value === null ? null : Number(yearEnd.value)
  return (
    <>
      <Bullet
        value={value === null ? null : Number(value)}
        target={target}
        forecast={forecast}
        polarity={polarity}
        tolerance={tolerance}
        summary={bulletSummary({ value, target, format: indicator, polarity })}
      />
      <span className="bullet-caption">
        <FigureText value={value} state={state} format={indicator} />
        {target === null ? '' : `, target ${formatTarget(target, indicator)}`}
      </span>
    </>
  )
}

function NowDetail({ indicator }: { indicator: DashboardIndicator }) {
  const { code, now, quartersRunning } = indicator
  const run = now.status === 'off_target' ? runPhrase(now.status, quartersRunning) : ''
  const details = [now.gap, run, now.reason === null ? null : notRatedWord(now.reason)]
  return (
    <>
      <RatedWord rating={nowExplained(indicator)} about={`${code} now`} />
      {details.map((detail) => (detail ? <Detail key={detail}>{detail}</Detail> : null))}
    </>
  )
}

function YearEndDetail({ indicator }: { indicator: DashboardIndicator }) {
  const { code, yearEnd } = indicator
  const aim = yearEnd.target === null ? '' : `, target ${formatTarget(yearEnd.target, indicator)}`
  return (
    <>
      <RatedWord rating={yearEndExplained(indicator)} about={`${code} at year end`} />
      {yearEnd.value === null ? (
        <Detail>No forecast</Detail>
      ) : (
        <Detail>{`${formatFigure(yearEnd.value, indicator)}${aim}`}</Detail>
      )}
      {yearEnd.chance === null ? null : <Detail>{`${yearEnd.chance} chance`}</Detail>}
    </>
  )
}

function Detail({ children }: { children: string }) {
  return <span className="detail">{children}</span>
}

function ActionDetail({ attention }: { attention: DashboardIndicator['attention'] }) {
  if (attention === null || attention.action === null) return <span className="muted">Not given</span>
  const { action, owner, dueOn } = attention
  return (
    <>
      {action}
      {owner === null && dueOn === null ? null : (
        <span className="owner">
          {owner === null ? null : <b>{owner}</b>}
          {owner !== null && dueOn !== null ? ', ' : ''}
          {dueOn === null ? null : (
            <>
              by <span className="no-wrap">{formatMediumDate(dueOn)}</span>
            </>
          )}
        </span>
      )}
    </>
  )
}
