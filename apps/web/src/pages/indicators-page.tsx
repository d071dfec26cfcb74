import { parseQuarterKey, quarterLabel } from '@accord/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { CatalogueTasks } from '#features/indicators/catalogue-tasks.tsx'
import { IndicatorFilters } from '#features/indicators/indicator-filters.tsx'
import { IndicatorList } from '#features/indicators/indicator-list.tsx'
import { useSession } from '#features/session/use-session.ts'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { exportPath, importsPath, indicatorsPath } from '#lib/paths.ts'
import { mayImport } from '#lib/permission.ts'
import { catalogueChoicesQuery, frameworksQuery, indicatorsQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'

const filterNames = [
  'search',
  'framework',
  'outcome',
  'owner',
  'officer',
  'status',
  'attention',
  'polarity',
  'frequency',
] as const
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
  const choices = useQuery(catalogueChoicesQuery()).data ?? null
  const filters = {
    ...Object.fromEntries(filterNames.map((name) => [name, list.filterOf(name)])),
    framework: list.filterOf('framework'),
    quarter: place.quarter,
    sort: list.filterOf('sort'),
    page: list.page === 1 ? null : String(list.page),
  }
  const query = useQuery({ ...indicatorsQuery(filters), placeholderData: keepPreviousData })
  const clearHref = indicatorsPath(place)
  const isFiltered = list.isFiltered(filterNames)
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
      {choices === null ? null : <CatalogueTasks choices={choices} place={place} />}
      <IndicatorFilters
        key={JSON.stringify(filters)}
        list={list}
        frameworks={frameworks}
        choices={choices}
        clearHref={isFiltered ? clearHref : null}
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
        {(page) => <IndicatorList {...{ page, list, place, filters, clearHref, isFiltered }} />}
      </Loaded>
    </>
  )
}
