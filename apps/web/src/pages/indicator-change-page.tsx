import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ChangeView } from '#features/indicator-changes/change-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorChangeQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/cycle.css'
import '../styles/scrutiny.css'

const rowsShown = 8

export function IndicatorChangePage() {
  const { id = '' } = useParams()
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const query = useQuery(indicatorChangeQuery(id))
  return (
    <Loaded
      query={query}
      what="The change"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the change</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={44} />
        </div>
      }
    >
      {(change) => (
        <>
          <title>{`${change.indicator.code}: ${change.kindWord.toLowerCase()} – Accord`}</title>
          <ChangeView change={change} list={list} place={place} />
        </>
      )}
    </Loaded>
  )
}
