import type { IndicatorDetail, SeriesPoint } from '@accord/api-client'
import { countOf, parseQuarterKey, rate, type Status, yearEndIndex } from '@accord/domain'
import { memo, useMemo } from 'react'
import { LongChart } from '#charts/draw/long-chart.tsx'
import { LongKey } from '#charts/long-key.tsx'
import { PinList } from '#charts/pin-list.tsx'
import { PointReader } from '#charts/point-reader.tsx'
import { targetWritten } from '#charts/prepare/breakdown-sheet.ts'
import { type LongSeries, prepareLongSeries } from '#charts/prepare/long-series.ts'
import { longSheet } from '#charts/prepare/long-sheet.ts'
import { sayLongPoint } from '#charts/prepare/point-sentences.ts'
import { csvOf, type Sheet } from '#charts/prepare/sheet.ts'
import { prepareSignal } from '#charts/prepare/signal.ts'
import { signalSheet } from '#charts/prepare/signal-sheet.ts'
import { useReadingCursor } from '#charts/reading-cursor.ts'
import { SheetTable } from '#charts/sheet-table.tsx'
import { csvPath, type Place } from '#lib/paths.ts'
import { ChartFigure } from '#ui/chart-figure.tsx'
import { Download } from '#ui/download.tsx'
import { useIsNarrow } from '#ui/use-is-narrow.ts'
import { measureWords } from './indicator-words.ts'
import { NoSeries } from './no-series.tsx'
import type { SeriesView } from './series-views.ts'
import { SignalPanel } from './signal-panel.tsx'

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

function modelOf(indicator: IndicatorDetail, isNarrow: boolean): LongSeries | null {
  const { title, measure, series, forecast, leadForecast, quarter, events } = indicator
  return prepareLongSeries({
    title,
    series,
    forecast,
    leadForecast: leadForecast === null ? null : { quarter: quarter.key, value: leadForecast.value },
    events,
    measure,
    format: indicator,
    statusOf: statusFor(indicator),
    mostTicks: isNarrow ? ticksNarrow : ticksWide,
  })
}

/** The figures to their last decimal, for the CSV of what the table shows. */
function sheetOf(indicator: IndicatorDetail, model: LongSeries): Sheet {
  const { code, unit, series, forecast, leadForecast, quarter } = indicator
  const points = new Map(series.map((point) => [parseQuarterKey(point.quarter), point]))
  const ahead = new Map(forecast.map((point) => [parseQuarterKey(point.quarter), point.value]))
  const yearEnd = yearEndIndex(parseQuarterKey(quarter.key) ?? 0)
  return longSheet(model, {
    code,
    unit,
    written: (index) => {
      const point = points.get(index)
      return {
        value: point?.value ?? null,
        target: targetWritten(point?.target ?? null),
        forecast: ahead.get(index) ?? null,
        lead: index === yearEnd ? (leadForecast?.value ?? null) : null,
      }
    },
  })
}

type IndicatorSeriesProps = {
  indicator: IndicatorDetail
  view: SeriesView
  onView: (view: SeriesView) => void
  place: Place
  newestQuarter: string | null
}

/** The series as a chart, as a table and as a signal: each view, its CSV and what is spoken come from one model. */
export const IndicatorSeries = memo(function IndicatorSeries(props: IndicatorSeriesProps) {
  const { indicator, view, onView } = props
  const isNarrow = useIsNarrow()
  const cursor = useReadingCursor()
  const model = useMemo(() => modelOf(indicator, isNarrow), [indicator, isNarrow])
  const sheet = useMemo(() => (model === null ? null : sheetOf(indicator, model)), [indicator, model])
  const signal = useMemo(() => signalOf(indicator, isNarrow), [indicator, isNarrow])
  if (model === null || sheet === null) return <NoSeries {...props} />
  const { title, measure, id, code, quarter } = indicator
  const shown = view === 'signal' && signal !== null ? signalSheet(signal, code) : sheet
  const newest = model.points.findLastIndex(({ value }) => value !== null)
  return (
    <div>
      <ChartFigure
        title={`${title}, ${measureWords[measure]}`}
        view={view}
        onView={onView}
        download={
          <Download
            label="Download CSV"
            fileName={`${id}-${view === 'signal' ? 'signal-' : ''}${quarter.key}.csv`}
            type="text/csv;charset=utf-8"
            content={() => csvOf(shown)}
          />
        }
        views={[
          {
            key: 'chart',
            label: 'Chart',
            panel: (
              <>
                <PointReader
                  label={model.summary}
                  cursor={cursor}
                  count={model.points.length}
                  start={newest}
                  axis="across"
                  say={(at) => sayLongPoint(model, at)}
                >
                  <LongChart model={model} isNarrow={isNarrow} cursor={cursor} />
                </PointReader>
                <LongKey model={model} />
                <PinList pins={model.pins} />
                <p className="figure-source">{sourceSentence(indicator, model)}</p>
              </>
            ),
          },
          { key: 'table', label: 'Table', panel: <SheetTable sheet={sheet} /> },
          {
            key: 'signal',
            label: 'Signal',
            panel: (
              <SignalPanel
                signal={signal}
                sentence={indicator.signal.sentence}
                isNarrow={isNarrow}
                code={code}
              />
            ),
          },
        ]}
      />
      <EveryFigure indicator={indicator} />
    </div>
  )
})

function signalOf(indicator: IndicatorDetail, isNarrow: boolean) {
  const { title, signal, series, target } = indicator
  return prepareSignal({
    title,
    signal,
    series,
    target,
    format: indicator,
    mostTicks: isNarrow ? ticksNarrow : ticksWide,
  })
}

/** What is on the page is what is in its CSV; all there ever was is in the record. */
function EveryFigure({ indicator: { id, organisation, earlierQuarters } }: { indicator: IndicatorDetail }) {
  const href = csvPath(`/indicators/${id}/measurements`, {
    organisation: organisation?.id ?? 'whole-area',
    sort: 'quarter',
  })
  return (
    <p className="figure-source">
      {earlierQuarters === 0 ? '' : `${countOf(earlierQuarters, 'earlier quarter')} not shown here. `}
      <a href={href} download>
        Every figure with its counts, as CSV
      </a>
    </p>
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
