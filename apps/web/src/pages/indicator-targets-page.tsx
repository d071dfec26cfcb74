import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { TargetsView } from '#features/indicator-changes/targets-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorTargetsQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/cycle.css'
import '../styles/indicator.css'
import '../styles/scrutiny.css'

const rowsShown = 8

export function IndicatorTargetsPage() {
  const { id = '' } = useParams()
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const asked = {
    framework: list.filterOf('framework'),
    organisation: list.filterOf('organisation'),
    year: list.filterOf('year'),
  }
  const query = useQuery({ ...indicatorTargetsQuery(id, asked), placeholderData: keepPreviousData })
  return (
    <Loaded
      query={query}
      what="The indicator’s targets"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the indicator’s targets</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={36} />
        </div>
      }
    >
      {(indicator) => (
        <>
          <title>{`${indicator.code}: targets of ${indicator.year.label} – Accord`}</title>
          <TargetsView indicator={indicator} list={list} place={place} />
        </>
      )}
    </Loaded>
  )
}
