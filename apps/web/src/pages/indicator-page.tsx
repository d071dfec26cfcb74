import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { IndicatorSpace } from '#features/indicators/indicator-space.tsx'
import { IndicatorView } from '#features/indicators/indicator-view.tsx'
import { QuarterSwitcher } from '#features/quarters/quarter-switcher.tsx'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorPath } from '#lib/paths.ts'
import { indicatorQuery, newestMeasurementQuery } from '#lib/queries.ts'

/** An imported series may have no title but its code. */
function titleOf({ code, title }: { code: string; title: string }): string {
  return code === title ? code : `${code} ${title}`
}

export function IndicatorPage() {
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const place = { council: search.get('council'), quarter: search.get('quarter') }
  const framework = search.get('framework')
  const organisation = search.get('organisation')
  const view = search.get('view') === 'table' ? 'table' : 'chart'
  const filters = { quarter: place.quarter, framework }
  const query = useQuery({
    ...indicatorQuery(id, { ...filters, organisation }),
    placeholderData: keepPreviousData,
  })
  // The whole-area answer names the bodies: it is what lets one be exchanged for another.
  const wholeArea = useQuery(indicatorQuery(id, { ...filters, organisation: null }))
  const bodies = wholeArea.data?.breakdown?.rows.map((row) => row.organisation) ?? []

  const hasNoFigures = query.data !== undefined && query.data.value === null && query.data.breakdown === null
  const newest = useQuery({ ...newestMeasurementQuery(id), enabled: hasNoFigures })

  function showAs(next: 'chart' | 'table'): void {
    setSearch(
      (before) => {
        if (next === 'table') before.set('view', next)
        else before.delete('view')
        return before
      },
      { preventScrollReset: true, replace: true },
    )
  }

  return (
    <Loaded query={query} what="The indicator" space={<IndicatorSpace />}>
      {(indicator) => (
        <>
          <title>{`${titleOf(indicator)}, ${indicator.quarter.label} – Accord`}</title>
          <IndicatorView
            indicator={indicator}
            bodies={bodies}
            newestQuarter={newest.data?.items[0]?.quarter ?? null}
            place={{ ...place, quarter: indicator.quarter.key }}
            view={view}
            onView={showAs}
            quarterSwitcher={
              <QuarterSwitcher
                quarter={indicator.quarter}
                previous={indicator.previousQuarter}
                next={indicator.nextQuarter}
                hrefFor={(key) =>
                  indicatorPath(
                    id,
                    { ...place, quarter: key },
                    { framework, organisation, view: search.get('view') },
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
