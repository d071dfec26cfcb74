import { parseFinancialYearKey } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '#features/session/use-session.ts'
import { SchemeForm } from '#features/value-for-money/scheme-form.tsx'
import { SchemeView } from '#features/value-for-money/scheme-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { valueForMoneyPath } from '#lib/paths.ts'
import { mayAssess } from '#lib/permission.ts'
import { schemeQuery, valueForMoneyQuery } from '#lib/queries.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/value-for-money.css'

const rowsShown = 7

/** By which words and criteria partnerships are judged, and from which year. */
export function ValueForMoneySchemePage() {
  const list = useListSearch()
  const person = useSession()
  const council = list.filterOf('council') ?? person?.council?.id ?? ''
  const place = { council, quarter: list.filterOf('quarter') }
  const newest = useQuery(valueForMoneyQuery({ council })).data?.years[0] ?? null
  const query = useQuery(schemeQuery(council))
  const mayEdit = person !== null && mayAssess(person) && person.council?.id === council
  return (
    <>
      <title>How partnerships are judged – Accord</title>
      <Breadcrumb
        crumbs={[
          { label: 'Value for money', to: valueForMoneyPath(place) },
          { label: 'How partnerships are judged' },
        ]}
      />
      <Loaded
        query={query}
        what="The criteria"
        space={
          <div aria-busy="true">
            <LoadingHeading>Loading the criteria</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={44} />
          </div>
        }
      >
        {(scheme) => (
          <>
            <PageHead
              kicker={<b>Value for money</b>}
              headline={`Judged by ${scheme.criteria.length} criteria since ${scheme.fromYear.label}`}
            />
            <SchemeView scheme={scheme} />
            {mayEdit && newest !== null ? (
              <SchemeForm
                scheme={scheme}
                council={council}
                runningYear={parseFinancialYearKey(newest.key) ?? 0}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </>
  )
}
