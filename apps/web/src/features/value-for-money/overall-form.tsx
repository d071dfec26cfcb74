import type { AssessmentAnswer } from '@accord/api-client'
import { textOrNull } from '#lib/form-values.ts'
import { Choice } from '#ui/choice.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { RatingChoice, ratingFrom, SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

const answers = [
  { value: '', label: 'Not answered yet' },
  { value: 'in_line', label: 'Yes, it is in line' },
  { value: 'not_yet', label: 'Not yet' },
  { value: 'not_in_line', label: 'No, it is not' },
]

const isAnswer = (text: string | null): text is AssessmentAnswer =>
  text === 'in_line' || text === 'not_yet' || text === 'not_in_line'

function answerFrom(form: FormData): AssessmentAnswer | null {
  const answer = textOrNull(form, 'answer')
  return isAnswer(answer) ? answer : null
}

/** The first question and the overall rating: a person’s, each with its reason. */
export function OverallForm({ value, draft }: { value: PartnershipValue; draft: DraftAtVersion }) {
  const { assessment, rating, words } = value
  const change = useAssessmentChange({
    firstField: 'answer',
    said: 'The overall judgement is saved.',
    run: (form: FormData) =>
      savePart(draft, {
        answer: answerFrom(form),
        answerReason: textOrNull(form, 'answerReason'),
        rating: ratingFrom(form, 'rating'),
        ratingReason: textOrNull(form, 'ratingReason'),
      }),
  })
  return (
    <SectionForm
      heading="Overall"
      note="Your judgement, not an average of the criteria."
      submit="Save overall judgement"
      change={change}
      onSubmit={change.start}
    >
      <div className="field">
        <Choice
          label="Is the investment in line with the benefits and savings?"
          name="answer"
          id="answer"
          value={assessment?.answer ?? ''}
          options={answers}
        />
      </div>
      <TextBox
        id="answerReason"
        name="answerReason"
        label="Why"
        maxLength={4000}
        defaultValue={assessment?.answerReason ?? ''}
      />
      <RatingChoice id="rating" label="Overall rating" words={words} rating={rating?.rating ?? null} />
      <TextBox
        id="ratingReason"
        name="ratingReason"
        label="Reason for the rating"
        maxLength={4000}
        defaultValue={assessment?.ratingReason ?? ''}
      />
    </SectionForm>
  )
}
