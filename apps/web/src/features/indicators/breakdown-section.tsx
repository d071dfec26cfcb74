import type { IndicatorDetail } from '@accord/api-client'
import { memo, useMemo } from 'react'
import { bodiesSheet, quartersSheet } from '#charts/prepare/breakdown-sheet.ts'
import { csvOf } from '#charts/prepare/sheet.ts'
import { SheetTable } from '#charts/sheet-table.tsx'
import type { Place } from '#lib/paths.ts'
import { Download } from '#ui/download.tsx'
import { Section } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { BreakdownMultiples } from './breakdown-multiples.tsx'
import { BreakdownRanked } from './breakdown-ranked.tsx'
import { type BodyWithPoints, bodiesOf } from './breakdown-shape.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import type { BreakdownView } from './series-views.ts'

type BreakdownProps = {
  indicator: IndicatorDetail
  place: Place
  view: BreakdownView
  onView: (view: BreakdownView) => void
}

/** Each body against its own target: a roll-up that holds a red says so. */
export const BreakdownSection = memo(function BreakdownSection({
  indicator,
  place,
  view,
  onView,
}: BreakdownProps) {
  const { breakdown, code, id, quarter } = indicator
  const bodies = useMemo(() => bodiesOf(indicator), [indicator])
  const quarters = useMemo(
    () =>
      quartersSheet(
        bodies.map(({ organisation, points }) => ({ name: organisation.shortName, points })),
        { code, format: indicator },
      ),
    [bodies, code, indicator],
  )
  if (breakdown === null || bodies.length === 0) return null
  const isOfQuarters = view === 'multiples' || view === 'quarters'
  const sheet = () => (isOfQuarters ? quarters : bodiesSheet(breakdown.rows, { code, format: indicator }))
  return (
    <Section
      heading={`By body: ${breakdown.heading.charAt(0).toLowerCase()}${breakdown.heading.slice(1)}`}
      note={noteOf(bodies)}
    >
      <Tabs
        label="Bodies as"
        chosen={view}
        onChoose={onView}
        aside={
          <span className="download">
            <Download
              label="Download CSV"
              fileName={`${id}-${isOfQuarters ? 'bodies-by-quarter' : 'bodies'}-${quarter.key}.csv`}
              type="text/csv;charset=utf-8"
              content={() => csvOf(sheet())}
            />
          </span>
        }
        tabs={[
          {
            key: 'table',
            label: 'Figures now',
            panel: <BreakdownTable indicator={indicator} bodies={bodies} place={place} />,
          },
          {
            key: 'multiples',
            label: 'Small multiples',
            panel: <BreakdownMultiples indicator={indicator} bodies={bodies} place={place} />,
          },
          {
            key: 'ranked',
            label: 'Ranked',
            panel: <BreakdownRanked indicator={indicator} breakdown={breakdown} council={place.council} />,
          },
          {
            key: 'quarters',
            label: 'Every quarter',
            panel: (
              // biome-ignore lint/a11y/useSemanticElements: a section begins a part of the page here.
              <div
                className="wide-table"
                role="region"
                aria-label={quarters.caption}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
                tabIndex={0}
              >
                <SheetTable sheet={quarters} className="quarters-table" />
              </div>
            ),
          },
        ]}
      />
    </Section>
  )
})

function noteOf(bodies: readonly BodyWithPoints[]): string {
  const hasTargets = bodies.some(({ target }) => target !== null)
  const count = bodies.length === 1 ? 'One body' : `${bodies.length} bodies`
  return `${count}${hasTargets ? ', each against its own target' : ''}.`
}
