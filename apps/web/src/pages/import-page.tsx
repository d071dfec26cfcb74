import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ImportView } from '#features/imports/import-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { importsPath, indicatorsPath } from '#lib/paths.ts'
import { frameworksQuery, importQuery } from '#lib/queries.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/cycle.css'
import '../styles/workbooks.css'
import '../styles/imports.css'

const rowsShown = 10

/** One file on its way into figures, step by step. */
export function ImportPage() {
  const { id = '' } = useParams()
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const frameworks = useQuery(frameworksQuery(null)).data?.items ?? []
  const query = useQuery(importQuery(id))
  return (
    <Loaded
      query={query}
      what="The import"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the import</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={44} />
        </div>
      }
    >
      {(found) => (
        <>
          <title>{`Import of ${found.fileName} – Accord`}</title>
          <Breadcrumb
            crumbs={[
              { label: 'Indicators', to: indicatorsPath(place) },
              { label: 'Imports', to: importsPath(place) },
              { label: found.fileName },
            ]}
          />
          <ImportView found={found} frameworks={frameworks} list={list} place={place} />
        </>
      )}
    </Loaded>
  )
}
