import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { IndicatorSpace } from '#features/indicators/indicator-space.tsx'
import { IndicatorView } from '#features/indicators/indicator-view.tsx'
import {
  type BreakdownView,
  breakdownViews,
  type SeriesView,
  seriesViews,
  viewIn,
} from '#features/indicators/series-views.ts'
import { QuarterSwitcher } from '#features/quarters/quarter-switcher.tsx'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorPath } from '#lib/paths.ts'
import { indicatorQuery, newestMeasurementQuery } from '#lib/queries.ts'

/** An imported series may have no title but its code. */
function titleOf({ code, title }: { code: string; title: string }): string {
  return code === title ? code : `${code} ${title}`
}

/** A view is in the address, but for the first of them. */
function useView<View extends string>(name: string, views: readonly [View, ...View[]]) {
  const [search, setSearch] = useSearchParams()
  // Another function after each change of the address: what it is handed to would be made anew.
  const latest = useRef(setSearch)
  useEffect(() => {
    latest.current = setSearch
  }, [setSearch])
  const show = useCallback(
    (next: View) =>
      latest.current(
        (before) => {
          if (next === views[0]) before.delete(name)
          else before.set(name, next)
          return before
        },
        { preventScrollReset: true, replace: true },
      ),
    [name, views],
  )
  return [viewIn(views, search.get(name)), show] as const
}

export function IndicatorPage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const [council, quarter] = [search.get('council'), search.get('quarter')]
  const framework = search.get('framework')
  const organisation = search.get('organisation')
  const [view, showAs] = useView<SeriesView>('view', seriesViews)
  const [breakdownView, showBodiesAs] = useView<BreakdownView>('breakdown', breakdownViews)
  const filters = { quarter, framework }
  const query = useQuery({
    ...indicatorQuery(id, { ...filters, organisation }),
    placeholderData: keepPreviousData,
  })
  // The whole-area answer names the bodies: it is what lets one be exchanged for another.
  const wholeArea = useQuery(indicatorQuery(id, { ...filters, organisation: null }))
  const bodies = wholeArea.data?.breakdown?.rows.map((row) => row.organisation) ?? []

  const hasNoFigures = query.data !== undefined && query.data.value === null && query.data.breakdown === null
  const newest = useQuery({ ...newestMeasurementQuery(id), enabled: hasNoFigures })

  const shownQuarter = query.data?.quarter.key ?? quarter
  const place = useMemo(() => ({ council, quarter: shownQuarter }), [council, shownQuarter])

  return (
    <Loaded query={query} what="The indicator" space={<IndicatorSpace />}>
      {(indicator) => (
        <>
          <title>{`${titleOf(indicator)}, ${indicator.quarter.label} – Accord`}</title>
          <IndicatorView
            indicator={indicator}
            bodies={bodies}
            newestQuarter={newest.data?.items[0]?.quarter ?? null}
            place={place}
            view={view}
            onView={showAs}
            breakdownView={breakdownView}
            onBreakdownView={showBodiesAs}
            quarterSwitcher={
              <QuarterSwitcher
                quarter={indicator.quarter}
                previous={indicator.previousQuarter}
                next={indicator.nextQuarter}
                hrefFor={(key) =>
                  indicatorPath(
                    id,
                    { council, quarter: key },
                    {
                      framework,
                      organisation,
                      view: search.get('view'),
                      breakdown: search.get('breakdown'),
                    },
                  )
                }
              />
            }
          />
        </>
      )}
    </Loaded>
  )
}
