import type { IndicatorDetail } from '@accord/api-client'
import type { ReactNode } from 'react'
import { exportPath, indicatorsPath, type Place } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { BreakdownSection } from './breakdown-section.tsx'
import { CatalogueLinks } from './catalogue-links.tsx'
import { CommentaryColumn } from './commentary-column.tsx'
import { IndicatorRecord } from './indicator-record.tsx'
import { IndicatorSeries } from './indicator-series.tsx'
import { IndicatorSide } from './indicator-side.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { SeriesChoice } from './series-choice.tsx'
import type { BreakdownView, SeriesView } from './series-views.ts'
import { TargetRegister } from './target-register.tsx'

type IndicatorViewProps = {
  indicator: IndicatorDetail
  /** The bodies it is broken down by, also while one of them is shown. */
  bodies: readonly { id: string; name: string }[]
  place: Place
  view: SeriesView
  onView: (view: SeriesView) => void
  breakdownView: BreakdownView
  onBreakdownView: (view: BreakdownView) => void
  quarterSwitcher: ReactNode
  /** The newest quarter with a figure, looked for where this one has none. */
  newestQuarter: string | null
}

export function IndicatorView({
  newestQuarter,
  indicator,
  bodies,
  place,
  view,
  onView,
  breakdownView,
  onBreakdownView,
  quarterSwitcher,
}: IndicatorViewProps) {
  const { id, code, fullTitle, framework, headline, organisation } = indicator
  const inFramework = indicatorsPath(place, { framework: framework.id })
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Indicators', to: indicatorsPath(place) },
          { label: framework.shortName, to: inFramework },
          { label: code },
        ]}
      />
      <PageHead
        kicker={
          <>
            <b>{code}</b>
            {fullTitle === code ? '' : ` ${fullTitle}`}
            {organisation === null ? '' : `, ${organisation.name} only`}
          </>
        }
        headline={headline}
        aside={quarterSwitcher}
      />
      <SeriesChoice indicator={indicator} bodies={bodies} place={place} />
      <div className="indicator-head">
        <div>
          <IndicatorSeries
            indicator={indicator}
            view={view}
            onView={onView}
            place={place}
            newestQuarter={newestQuarter}
          />
          <NotesPanel indicator={indicator} />
        </div>
        <IndicatorSide indicator={indicator} place={place} />
      </div>
      <BreakdownSection indicator={indicator} place={place} view={breakdownView} onView={onBreakdownView} />
      <section>
        <div className="two-columns">
          <TargetRegister indicator={indicator} />
          <CommentaryColumn indicator={indicator} />
        </div>
      </section>
      <IndicatorRecord indicator={indicator} />
      <CatalogueLinks indicator={indicator} place={place} />
      <p className="page-ways">
        Every figure of {code}, of all bodies and quarters:
        <a href={exportPath({ indicator: id, framework: framework.id, format: 'csv' })} download>
          Export as CSV
        </a>
        <a href={exportPath({ indicator: id, framework: framework.id, format: 'xlsx' })} download>
          Export as Excel
        </a>
      </p>
    </>
  )
}
