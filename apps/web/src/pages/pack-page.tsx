import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { PackView } from '#features/packs/pack-view.tsx'
import { Loaded } from '#lib/loaded.tsx'
import { packPdfPath } from '#lib/paths.ts'
import { packQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/packs.css'

const rowsShown = 14

export function PackPage() {
  const [search] = useSearchParams()
  const asked = {
    council: search.get('council') ?? '',
    year: search.get('year'),
    partnership: search.get('partnership'),
    rating: search.get('rating'),
  }
  const query = useQuery(packQuery(asked))
  return (
    <Loaded
      query={query}
      what="The pack"
      space={
        <div aria-busy="true">
          <LoadingHeading>Building the pack</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={40} />
        </div>
      }
    >
      {(pack) => (
        <>
          <title>{`${pack.title} – Accord`}</title>
          <PackView pack={pack} pdf={packPdfPath(asked)} />
        </>
      )}
    </Loaded>
  )
}
