import type { ReturnSectionState } from '@accord/api-client'
import { sectionTitle } from '@accord/domain'
import type { ReactNode } from 'react'
import { Handover } from './handover.tsx'

type SectionHeadProps = { section: ReturnSectionState['section']; note?: ReactNode }

export function SectionHead({ section, note }: SectionHeadProps) {
  return (
    <>
      <div className="section-head return-section-head">
        <h2>{sectionTitle(section)}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </div>
      <Handover section={section} />
    </>
  )
}
