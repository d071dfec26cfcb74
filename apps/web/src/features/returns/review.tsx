import type { ReturnSection } from '@accord/domain'
import { sectionTitle } from '@accord/domain'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { useRoom } from './draft-context.tsx'
import {
  ReviewActions,
  ReviewNarrative,
  ReviewQuestions,
  ReviewResources,
  ReviewRisks,
} from './review-answers.tsx'
import { ReviewIndicators } from './review-indicators.tsx'
import type { ReviewProps } from './review-props.ts'

/** Everything in the return, by section, as it stands on this device. */
export function Review(props: ReviewProps) {
  return (
    <>
      <Part {...props} section="indicators">
        <ReviewIndicators {...props} />
      </Part>
      <Part {...props} section="actions">
        <ReviewActions {...props} />
      </Part>
      <Part {...props} section="risks">
        <ReviewRisks {...props} />
      </Part>
      <Part {...props} section="resources">
        <ReviewResources {...props} />
      </Part>
      <Part {...props} section="narrative">
        <ReviewNarrative {...props} />
      </Part>
      <Part {...props} section="questions">
        <ReviewQuestions {...props} />
      </Part>
    </>
  )
}

function Part({ section, canEdit, children }: ReviewProps & { section: ReturnSection; children: ReactNode }) {
  const { model } = useRoom()
  const title = sectionTitle(section)
  return (
    <Section
      heading={title}
      note={
        canEdit ? (
          <Link to={returnPath(model.quarterlyReturn.id, section)}>
            Change <span className="visually-hidden">{title.toLowerCase()}</span>
          </Link>
        ) : undefined
      }
    >
      {children}
    </Section>
  )
}
