import { useQuery } from '@tanstack/react-query'
import { ImportsView } from '#features/imports/imports-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorsPath } from '#lib/paths.ts'
import { importsQuery } from '#lib/queries.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/cycle.css'
import '../styles/workbooks.css'
import '../styles/imports.css'

const rowsShown = 8

/** Figures from files: one is brought in here, and what came before is listed. */
export function ImportsPage() {
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const query = useQuery(importsQuery(list.page))
  return (
    <>
      <title>Imports – Accord</title>
      <Breadcrumb crumbs={[{ label: 'Indicators', to: indicatorsPath(place) }, { label: 'Imports' }]} />
      <Loaded
        query={query}
        what="The list of imports"
        space={
          <div aria-busy="true">
            <LoadingHeading>Loading the imports</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={44} />
          </div>
        }
      >
        {(page) => <ImportsView page={page} list={list} place={place} />}
      </Loaded>
    </>
  )
}
