import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { PackLinks } from '#features/packs/pack-links.tsx'
import { PartnershipScrutiny } from '#features/scrutiny/partnership-scrutiny.tsx'
import { useSession } from '#features/session/use-session.ts'
import { LinesToFollow } from '#features/value-for-money/lines-to-follow.tsx'
import { PartnershipValueView } from '#features/value-for-money/partnership-value-view.tsx'
import { useCriterionInView } from '#features/value-for-money/use-criterion-in-view.ts'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { councilsQuery, partnershipValueQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/value-for-money.css'

const rowsShown = 14

/** From a rating to its criteria, and from a criterion to its evidence. */
export function ValueForMoneyPartnershipPage() {
  const { partnership = '' } = useParams()
  const list = useListSearch()
  const person = useSession()
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const council = list.filterOf('council') ?? person?.council?.id ?? councils[0]?.id ?? null
  const place = { council, quarter: list.filterOf('quarter') }
  const query = useQuery({
    ...partnershipValueQuery({ council: council ?? '', partnership, year: list.filterOf('year') }),
    enabled: council !== null,
    placeholderData: keepPreviousData,
  })
  useCriterionInView(query.data !== undefined)
  return (
    <Loaded
      query={query}
      what="The partnership’s value for money"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the partnership’s value for money</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={52} />
        </div>
      }
    >
      {(value) => (
        <>
          <title>{`${value.partnership.shortName}, value for money ${value.year.label} – Accord`}</title>
          <PartnershipValueView value={value} place={place} />
          <PartnershipScrutiny council={value.council.id} partnership={value.partnership.id} />
          <section className="value-follow" aria-label="What to follow up">
            <LinesToFollow lines={value.linesToFollow} />
            <div>
              <h3>Take it to the meeting</h3>
              <PackLinks
                choice={{
                  council: value.council.id,
                  year: value.year.key,
                  partnership: value.partnership.id,
                }}
              />
            </div>
          </section>
        </>
      )}
    </Loaded>
  )
}
