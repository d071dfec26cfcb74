import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useSession } from '#features/session/use-session.ts'
import { AssessmentView } from '#features/value-for-money/assessment-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { partnershipValueQuery } from '#lib/queries.ts'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/value-for-money.css'

const rowsShown = 14

/** Where an assessment is made, moderated and agreed. */
export function ValueForMoneyAssessmentPage() {
  const { partnership = '' } = useParams()
  const list = useListSearch()
  const person = useSession()
  const council = list.filterOf('council') ?? person?.council?.id ?? null
  const place = { council, quarter: list.filterOf('quarter') }
  const query = useQuery({
    ...partnershipValueQuery({ council: council ?? '', partnership, year: list.filterOf('year') }),
    enabled: council !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded
      query={query}
      what="The assessment"
      space={
        <div aria-busy="true">
          <LoadingHeading>Loading the assessment</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={52} />
        </div>
      }
    >
      {(value) => (
        <>
          <title>{`${value.partnership.shortName}, assessment ${value.year.label} – Accord`}</title>
          <AssessmentView value={value} place={place} />
        </>
      )}
    </Loaded>
  )
}
