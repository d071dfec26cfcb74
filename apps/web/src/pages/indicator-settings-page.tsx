import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { SettingsView } from '#features/indicator-changes/settings-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorSettingsQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/cycle.css'
import '../styles/indicator.css'
import '../styles/scrutiny.css'

const rowsShown = 11

export function IndicatorSettingsPage() {
  const { id = '' } = useParams()
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const query = useQuery(indicatorSettingsQuery(id, { framework: list.filterOf('framework') }))
  return (
    <Loaded
      query={query}
      what="The indicator’s definition"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the indicator’s definition</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={36} />
        </div>
      }
    >
      {(indicator) => (
        <>
          <title>{`${indicator.code}: definition and place – Accord`}</title>
          <SettingsView indicator={indicator} list={list} place={place} />
        </>
      )}
    </Loaded>
  )
}
