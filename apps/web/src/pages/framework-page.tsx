import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { FrameworkView } from '#features/frameworks/framework-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { councilsQuery, frameworkQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/cycle.css'
import '../styles/indicator.css'
import '../styles/scrutiny.css'

const rowsShown = 20

export function FrameworkPage() {
  const { id = '' } = useParams()
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const query = useQuery(frameworkQuery(id))
  return (
    <Loaded
      query={query}
      what="The framework"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the framework</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={44} />
        </div>
      }
    >
      {(framework) => (
        <>
          <title>{`${framework.shortName} – Accord`}</title>
          <FrameworkView framework={framework} councils={councils} list={list} place={place} />
        </>
      )}
    </Loaded>
  )
}
