import { parseQuarterKey, quarterLabel } from '@accord/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { IndicatorFilters } from '#features/indicators/indicator-filters.tsx'
import { IndicatorList } from '#features/indicators/indicator-list.tsx'
import { useSession } from '#features/session/use-session.ts'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { exportPath, importsPath, indicatorsPath } from '#lib/paths.ts'
import { mayImport } from '#lib/permission.ts'
import { frameworksQuery, indicatorsQuery, partnershipsQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'

const filterNames = ['search', 'framework', 'outcome', 'owner', 'status'] as const
const rowsShown = 20

function headlineFor(quarterKey: string | null): string {
  const index = quarterKey === null ? null : parseQuarterKey(quarterKey)
  return index === null ? 'Indicators' : `Indicators, ${quarterLabel(index).toLowerCase()}`
}

export function IndicatorsPage() {
  const list = useListSearch()
  const person = useSession()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const frameworks = useQuery(frameworksQuery(null)).data?.items ?? []
  const partnerships =
    useQuery(partnershipsQuery({ council: place.council, sort: 'name', pageSize: '500' })).data?.items ?? []
  const filters = {
    ...Object.fromEntries(filterNames.map((name) => [name, list.filterOf(name)])),
    framework: list.filterOf('framework'),
    quarter: place.quarter,
    sort: list.filterOf('sort'),
    page: list.page === 1 ? null : String(list.page),
  }
  const query = useQuery({ ...indicatorsQuery(filters), placeholderData: keepPreviousData })
  const clearHref = indicatorsPath(place)
  return (
    <>
      <title>Indicators – Accord</title>
      <PageHead
        headline={headlineFor(place.quarter)}
        aside={
          <p className="page-ways">
            {person !== null && mayImport(person) ? (
              <Link to={importsPath(place)}>Import figures</Link>
            ) : null}
            <a href={exportPath({ framework: filters.framework, format: 'csv' })} download>
              Export figures (CSV)
            </a>
            <a href={exportPath({ framework: filters.framework, format: 'xlsx' })} download>
              Export figures (Excel)
            </a>
          </p>
        }
      />
      <IndicatorFilters
        key={`${JSON.stringify(filters)} ${frameworks.length} ${partnerships.length}`}
        list={list}
        frameworks={frameworks}
        owners={partnerships.filter(({ indicatorCount }) => indicatorCount > 0)}
        clearHref={list.isFiltered(filterNames) ? clearHref : null}
      />
      <Loaded
        query={query}
        what="The list of indicators"
        isPart
        space={
          <>
            <LoadingWords>Loading the indicators</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={52} />
          </>
        }
      >
        {(page) => (
          <IndicatorList page={page} list={list} place={place} filters={filters} clearHref={clearHref} />
        )}
      </Loaded>
    </>
  )
}
