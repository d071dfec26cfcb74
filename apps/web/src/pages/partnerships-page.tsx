import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PartnershipFilters } from '#features/partnerships/partnership-filters.tsx'
import { PartnershipList } from '#features/partnerships/partnership-list.tsx'
import { useSession } from '#features/session/use-session.ts'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { partnershipsPath } from '#lib/paths.ts'
import { councilsQuery, partnershipsQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'

const filterNames = ['search', 'significant', 'scope', 'rating'] as const
const rowsShown = 20

export function PartnershipsPage() {
  const list = useListSearch()
  const person = useSession()
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const register = list.filterOf('council') ?? person?.council?.id ?? 'all'
  const place = { council: register === 'all' ? null : register, quarter: list.filterOf('quarter') }
  const filters = {
    council: place.council,
    ...Object.fromEntries(filterNames.map((name) => [name, list.filterOf(name)])),
    sort: list.filterOf('sort'),
    page: list.page === 1 ? null : String(list.page),
  }
  const query = useQuery({ ...partnershipsQuery(filters), placeholderData: keepPreviousData })
  const clearHref = partnershipsPath({ council: register, quarter: place.quarter })
  const council = councils.find(({ id }) => id === register)
  return (
    <>
      <title>Partnerships – Accord</title>
      <PageHead
        headline={
          council === undefined
            ? 'Partnerships'
            : `${council.registered} partnerships on ${council.shortName}’s register, ${council.significant} of them significant`
        }
      />
      <PartnershipFilters
        key={`${JSON.stringify(filters)} ${councils.length}`}
        list={list}
        register={register}
        councils={councils}
        clearHref={list.isFiltered(filterNames) ? clearHref : null}
      />
      <Loaded
        query={query}
        what="The list of partnerships"
        isPart
        space={
          <>
            <LoadingWords>Loading the partnerships</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={33} />
          </>
        }
      >
        {(page) => (
          <PartnershipList page={page} list={list} place={place} filters={filters} clearHref={clearHref} />
        )}
      </Loaded>
    </>
  )
}
