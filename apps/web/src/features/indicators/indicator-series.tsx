import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import { parseQuarterKey, quarterLabel, rate, type Status } from '@accord/domain'
import { Link } from 'react-router'
import { LongChart } from '#charts/draw/long-chart.tsx'
import { LongKey } from '#charts/long-key.tsx'
import { LongSeriesTable } from '#charts/long-series-table.tsx'
import { type LongSeries, prepareLongSeries } from '#charts/prepare/long-series.ts'
import { csvPath, indicatorPath, type Place } from '#lib/paths.ts'
import { ChartFigure } from '#ui/chart-figure.tsx'
import { useIsNarrow } from '#ui/use-is-narrow.ts'
import { measureWords } from './indicator-words.ts'

const ticksWide = 7
const ticksNarrow = 4

/** Each figure against the target of its own quarter, by the rule of the indicator. */
function statusFor(indicator: IndicatorDetail) {
  const { polarity, tolerance } = indicator
  return ({ value, target }: SeriesPoint): Status | null =>
    value === null
      ? null
      : rate({ actual: value, target, rule: { polarity, tolerance, format: indicator } }).status
}

type IndicatorSeriesProps = {
  indicator: IndicatorDetail
  view: 'chart' | 'table'
  onView: (view: 'chart' | 'table') => void
  place: Place
  newestQuarter: string | null
}

export function IndicatorSeries(props: IndicatorSeriesProps) {
  const { indicator, view, onView } = props
  const isNarrow = useIsNarrow()
  const { id, code, title, measure, series, forecast, leadForecast, organisation, unit, quarter } = indicator
  const model = prepareLongSeries({
    title,
    series,
    forecast,
    leadForecast: leadForecast === null ? null : { quarter: quarter.key, value: leadForecast.value },
    measure,
    format: indicator,
    statusOf: statusFor(indicator),
    mostTicks: isNarrow ? ticksNarrow : ticksWide,
  })
  if (model === null) return <NoSeries {...props} />
  const csvHref = csvPath(`/indicators/${id}/measurements`, {
    organisation: organisation?.id ?? null,
    sort: 'quarter',
  })
  return (
    <div>
      <ChartFigure
        title={`${title}, ${measureWords[measure]}`}
        csvHref={csvHref}
        view={view}
        onView={onView}
        chart={
          <>
            <p className="visually-hidden">{model.summary}</p>
            <LongChart model={model} isNarrow={isNarrow} />
            <LongKey model={model} />
            <p className="figure-source">{sourceSentence(indicator, model)}</p>
          </>
        }
        table={<LongSeriesTable model={model} code={code} unit={unit} />}
      />
    </div>
  )
}

function sourceSentence({ yearEnd, forecast }: IndicatorDetail, { scaleNote }: LongSeries): string {
  const method =
    forecast.length === 0
      ? yearEnd.method
      : `Forecast: ${yearEnd.method.charAt(0).toLowerCase()}${yearEnd.method.slice(1)}`
  return [scaleNote, /[.]$/.test(method) ? method : `${method}.`]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

/** An imported series may have figures for each body and none for the area: say so, and where to look. */
function NoSeries({ indicator, place, newestQuarter }: IndicatorSeriesProps) {
  const { id, breakdown, title, measure, quarter, framework } = indicator
  const newest = newestQuarter === null ? null : parseQuarterKey(newestQuarter)
  return (
    <div>
      <p className="figure-title">{`${title}, ${measureWords[measure]}`}</p>
      <p className="callout">
        {breakdown === null
          ? `No figure has been reported for ${quarter.label.toLowerCase()}.`
          : `There is no figure for the whole area. ${breakdown.rows.length} bodies report their own: choose one above, or compare them below.`}
        {newest === null || newestQuarter === quarter.key ? null : (
          <>
            {' '}
            <Link
              to={indicatorPath(
                id,
                { ...place, quarter: newestQuarter },
                { framework: framework.id, organisation: indicator.organisation?.id ?? null },
              )}
            >
              {`Open ${quarterLabel(newest).toLowerCase()}, the newest with a figure`}
            </Link>
          </>
        )}
      </p>
    </div>
  )
}
