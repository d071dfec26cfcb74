import { useQuery } from '@tanstack/react-query'
import { ChangesView } from '#features/indicator-changes/changes-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorChangesQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'

const rowsShown = 6

export function IndicatorChangesPage() {
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const query = useQuery(
    indicatorChangesQuery({ indicator: list.filterOf('indicator'), framework: list.filterOf('framework') }),
  )
  return (
    <>
      <title>Changes of indicators – Accord</title>
      <Loaded
        query={query}
        what="The list of changes"
        space={
          <div aria-busy="true">
            <LoadingHeading>Loading the changes</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={120} />
          </div>
        }
      >
        {(page) => <ChangesView page={page} place={place} />}
      </Loaded>
    </>
  )
}
