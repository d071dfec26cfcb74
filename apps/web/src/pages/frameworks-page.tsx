import { useQuery } from '@tanstack/react-query'
import { FrameworkList } from '#features/frameworks/framework-list.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { catalogueChoicesQuery, frameworksQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'

const rowsShown = 5

export function FrameworksPage() {
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const mayManage = useQuery(catalogueChoicesQuery()).data?.mayManageFrameworks ?? false
  const query = useQuery(frameworksQuery(null))
  return (
    <>
      <title>Frameworks – Accord</title>
      <Loaded
        query={query}
        what="The list of frameworks"
        space={
          <div aria-busy="true">
            <LoadingHeading>Loading the frameworks</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={56} />
          </div>
        }
      >
        {({ items }) => <FrameworkList frameworks={items} mayManage={mayManage} place={place} />}
      </Loaded>
    </>
  )
}
