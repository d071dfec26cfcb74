import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { PackLinks } from '#features/packs/pack-links.tsx'
import { useSession } from '#features/session/use-session.ts'
import { rowsAsked } from '#features/value-for-money/compared-rows.ts'
import { ComparisonFilters } from '#features/value-for-money/comparison-filters.tsx'
import { ComparisonTable } from '#features/value-for-money/comparison-table.tsx'
import { WeakestCriteria } from '#features/value-for-money/weakest-criteria.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { schemePath, valueForMoneyPath } from '#lib/paths.ts'
import { councilsQuery, valueForMoneyQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/value-for-money.css'

const filterNames = ['year', 'rating', 'criterion', 'all'] as const
const rowsShown = 17

/** Which partnerships are only fair, and where all are weakest. */
export function ValueForMoneyPage() {
  const list = useListSearch()
  const person = useSession()
  const councils = useQuery(councilsQuery()).data?.items ?? []
  const council = list.filterOf('council') ?? person?.council?.id ?? councils[0]?.id ?? null
  const place = { council, quarter: list.filterOf('quarter') }
  const query = useQuery({
    ...valueForMoneyQuery({ council: council ?? '', year: list.filterOf('year'), all: list.filterOf('all') }),
    enabled: council !== null,
    placeholderData: keepPreviousData,
  })
  const clearHref = valueForMoneyPath(place)
  return (
    <>
      <title>Value for money – Accord</title>
      <Loaded
        query={query}
        what="Value for money"
        space={
          <div aria-busy="true">
            <LoadingHeading>Loading value for money</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={52} />
          </div>
        }
      >
        {(comparison) => (
          <>
            <PageHead
              kicker={
                <>
                  <b>{comparison.council.name}</b>, value for money {comparison.year.label}
                </>
              }
              headline={comparison.headline}
            />
            <ComparisonFilters
              key={JSON.stringify(filterNames.map((name) => list.filterOf(name)))}
              comparison={comparison}
              list={list}
              clearHref={list.isFiltered(filterNames) ? clearHref : null}
            />
            <ComparisonTable
              comparison={comparison}
              rows={rowsAsked(comparison.partnerships, {
                rating: list.filterOf('rating'),
                criterion: list.filterOf('criterion'),
                sort: list.filterOf('sort'),
              })}
              list={list}
              place={place}
              clearHref={clearHref}
            />
            <p className="note">
              Cost is member and officer hours at the year’s rates, and funding. A saving counts once finance
              has signed it. Delivery is rated at {comparison.quarter.replace('Quarter', 'quarter')}. This is
              no league table: partnerships differ in what they are for.{' '}
              <Link to={schemePath({ council: comparison.council.id, quarter: place.quarter })}>
                How partnerships are judged
              </Link>
            </p>
            <WeakestCriteria comparison={comparison} list={list} />
            <Section heading="Scrutiny’s pack: all that are rated fair">
              <PackLinks
                choice={{ council: comparison.council.id, year: comparison.year.key, rating: 'fair' }}
              />
            </Section>
          </>
        )}
      </Loaded>
    </>
  )
}
