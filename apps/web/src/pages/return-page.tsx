import { returnSections } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from 'react-router'
import { ReturnRoom } from '#features/returns/return-room.tsx'
import { SectionView } from '#features/returns/section-view.tsx'
import { useSession } from '#features/session/use-session.ts'
import { Loaded } from '#lib/loaded.tsx'
import { returnQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'

const rowsShown = 8

/** Reads the return and keeps its draft, round every page of it. */
export function ReturnPage() {
  const { id = '' } = useParams()
  const person = useSession()
  const query = useQuery(returnQuery(id))
  return (
    <Loaded
      query={query}
      what="The return"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the return</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={96} />
        </div>
      }
    >
      {(quarterlyReturn) =>
        person === null ? null : (
          <ReturnRoom key={`${person.id} ${id}`} quarterlyReturn={quarterlyReturn} personId={person.id}>
            <Outlet />
          </ReturnRoom>
        )
      }
    </Loaded>
  )
}

/** A section that is not named is the first. */
export function ReturnSectionPage() {
  const { section } = useParams()
  const known = returnSections.find((one) => one.section === section)?.section ?? 'indicators'
  return <SectionView key={known} section={known} />
}
