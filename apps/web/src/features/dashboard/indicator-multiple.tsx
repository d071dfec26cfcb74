import type { DashboardIndicator, SeriesPoint } from '@accord/api-client'
import { formatFigure, notRatedWord, parseQuarterKey, quarterLabel } from '@accord/domain'
import { Link } from 'react-router'
import { SmallMultiple } from '#charts/draw/small-multiple.tsx'
import { FigureText } from '#charts/figure-text.tsx'
import { formatTarget, smallMultipleSummary } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { pointsOf } from './points-of.ts'
import { nowExplained, yearEndExplained } from './rating-explained.ts'

type IndicatorMultipleProps = { indicator: DashboardIndicator; place: Place; framework: string | null }

/** Code, title, chart, value and target, Now, Year end: in that order in every panel. */
export function IndicatorMultiple({ indicator, place, framework }: IndicatorMultipleProps) {
  const { id, code, title, forecast, measure, target, now, yearEnd } = indicator
  const series = pointsOf(indicator.series)
  return (
    <li>
      <span className="title">
        <span className="code">{code}</span>
        <Link to={indicatorPath(id, place, { framework })}>{title}</Link>
      </span>
      <SmallMultiple
        series={series}
        forecast={forecast}
        measure={measure}
        summary={smallMultipleSummary({ code, format: indicator, series, target, yearEnd })}
      />
      <span className="figures">
        <span>
          <NewestFigure indicator={indicator} />
        </span>
        <span className="target">{target === null ? '' : `target ${formatTarget(target, indicator)}`}</span>
      </span>
      <dl>
        <dt>Now</dt>
        <dd>
          <RatedWord rating={nowExplained(indicator)} about={`${code} now`} />
        </dd>
        {now.reason === null ? (
          <>
            <dt>Year end</dt>
            <dd>
              <RatedWord rating={yearEndExplained(indicator)} about={`${code} at year end`} />
            </dd>
          </>
        ) : (
          <>
            <dt>Reason</dt>
            <dd>{notRatedWord(now.reason)}</dd>
          </>
        )}
      </dl>
    </li>
  )
}

/** This quarter’s figure; where there is none, the newest there is, with its year. */
function NewestFigure({ indicator }: { indicator: DashboardIndicator }) {
  const { value, state, series } = indicator
  if (value !== null) return <FigureText value={value} state={state} format={indicator} />
  const newest = pointsOf(series).findLast((point) => point.value !== null)
  if (newest === undefined || newest.value === null) return <span className="muted">No figure</span>
  return (
    <>
      <b>{formatFigure(newest.value, indicator)}</b> <span className="muted">{periodOf(newest)}</span>
    </>
  )
}

function periodOf({ period, quarter }: SeriesPoint): string {
  if (period !== null) return period
  const index = parseQuarterKey(quarter)
  return index === null ? quarter : quarterLabel(index)
}
