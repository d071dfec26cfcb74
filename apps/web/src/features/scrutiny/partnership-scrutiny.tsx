import type { PartnershipScrutiny as Scrutiny } from '@accord/api-client'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#lib/loaded.tsx'
import { partnershipScrutinyQuery } from '#lib/queries.ts'
import { Section } from '#ui/section.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'
import { PartnershipRecord } from './partnership-record.tsx'
import '../../styles/cycle.css'
import '../../styles/scrutiny.css'

type PartnershipScrutinyProps = {
  /** By their ids, such as 'cherwell' and 'waste-partnership'. */
  council: string
  partnership: string
}

const rowsShown = 5

/** What a council’s scrutiny has asked, recommended and heard of one partnership: it reads and writes by itself. */
export function PartnershipScrutiny({ council, partnership }: PartnershipScrutinyProps) {
  const query = useQuery(partnershipScrutinyQuery({ council, partnership }))
  return (
    <Section heading="Questions and recommendations">
      <Loaded
        query={query}
        what="Questions and recommendations"
        isPart
        space={
          <>
            <LoadingWords>Loading questions and recommendations</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={56} />
          </>
        }
      >
        {(scrutiny: Scrutiny) => <PartnershipRecord scrutiny={scrutiny} />}
      </Loaded>
    </Section>
  )
}
