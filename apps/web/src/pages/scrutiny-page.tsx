import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ScrutinyView } from '#features/scrutiny/scrutiny-view.tsx'
import { useSession } from '#features/session/use-session.ts'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { councilsQuery, scrutinyQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/cycle.css'
import '../styles/scrutiny.css'

const rowsShown = 14

export function ScrutinyPage() {
  const list = useListSearch()
  const person = useSession()
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const council = list.filterOf('council') ?? person?.council?.id ?? councils[0]?.id ?? null
  const query = useQuery({
    ...scrutinyQuery(council ?? '', {
      partnership: list.filterOf('partnership'),
      state: list.filterOf('state'),
    }),
    enabled: council !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <title>Scrutiny – Accord</title>
      <Loaded
        query={query}
        what="The council’s scrutiny"
        space={
          <div aria-busy="true">
            <LoadingHeading>Loading the council’s scrutiny</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={56} />
          </div>
        }
      >
        {(scrutiny) => (
          <ScrutinyView
            scrutiny={scrutiny}
            list={list}
            place={{ council, quarter: list.filterOf('quarter') }}
          />
        )}
      </Loaded>
    </>
  )
}
