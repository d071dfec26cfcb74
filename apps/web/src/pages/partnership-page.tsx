import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { PartnershipView } from '#features/partnerships/partnership-view.tsx'
import { QuarterSwitcher } from '#features/quarters/quarter-switcher.tsx'
import { PartnershipScrutiny } from '#features/scrutiny/partnership-scrutiny.tsx'
import { useSession } from '#features/session/use-session.ts'
import { Loaded } from '#lib/loaded.tsx'
import { partnershipPath } from '#lib/paths.ts'
import { mayReadScrutiny } from '#lib/permission.ts'
import { partnershipQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'

const rowsShown = 14

export function PartnershipPage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const person = useSession()
  const place = { council: search.get('council'), quarter: search.get('quarter') }
  const query = useQuery({ ...partnershipQuery(id, place), placeholderData: keepPreviousData })
  return (
    <Loaded
      query={query}
      what="The partnership"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the partnership</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={52} />
        </div>
      }
    >
      {(partnership) => (
        <>
          <title>{`${partnership.shortName}, ${partnership.quarter.label} – Accord`}</title>
          <PartnershipView
            partnership={partnership}
            place={{ council: partnership.council?.id ?? place.council, quarter: partnership.quarter.key }}
            quarterSwitcher={
              <QuarterSwitcher
                quarter={partnership.quarter}
                previous={partnership.previousQuarter}
                next={partnership.nextQuarter}
                hrefFor={(key) => partnershipPath(id, { ...place, quarter: key })}
              />
            }
          />
          {partnership.council !== null && person !== null && mayReadScrutiny(person) ? (
            <PartnershipScrutiny council={partnership.council.id} partnership={partnership.id} />
          ) : null}
        </>
      )}
    </Loaded>
  )
}
