import { useQuery } from '@tanstack/react-query'
import { NewFrameworkForm } from '#features/frameworks/new-framework-form.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { frameworksPath, indicatorsPath } from '#lib/paths.ts'
import { councilsQuery } from '#lib/queries.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/cycle.css'
import '../styles/scrutiny.css'

const rowsShown = 6

export function NewFrameworkPage() {
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const query = useQuery(councilsQuery())
  return (
    <>
      <title>A new framework – Accord</title>
      <Breadcrumb
        crumbs={[
          { label: 'Indicators', to: indicatorsPath(place) },
          { label: 'Frameworks', to: frameworksPath(place) },
          { label: 'New' },
        ]}
      />
      <PageHead headline="Set up a framework" />
      <Loaded
        query={query}
        what="The list of councils"
        isPart
        space={
          <>
            <LoadingWords>Loading the councils</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={60} />
          </>
        }
      >
        {({ items }) => <NewFrameworkForm councils={items} place={place} />}
      </Loaded>
    </>
  )
}
