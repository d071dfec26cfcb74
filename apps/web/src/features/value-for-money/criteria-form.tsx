import { textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { TextBox } from '#ui/text-box.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { RatingChoice, ratingFrom, SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

type FormProps = { value: PartnershipValue; draft: DraftAtVersion }

const longest = 4000

/** Each criterion rated, with the judgement behind it. */
export function CriteriaForm({ value, draft }: FormProps) {
  const { criteria, words } = value
  const change = useAssessmentChange({
    firstField: `rating-${criteria[0]?.id ?? ''}`,
    said: 'The criteria are saved.',
    run: (form: FormData) =>
      savePart(draft, {
        criteria: criteria.map(({ id }) => ({
          criterion: id,
          rating: ratingFrom(form, `rating-${id}`),
          judgement: textOrNull(form, `judgement-${id}`),
        })),
      }),
  })
  return (
    <SectionForm heading="Criteria" submit="Save criteria" change={change} onSubmit={change.start}>
      {criteria.map(({ id, title, question, rating, judgement }) => (
        <fieldset key={id} className="criterion-fields" id={`criteria-${id}`} tabIndex={-1}>
          <legend>{title}</legend>
          <p className="muted">{question}</p>
          <RatingChoice id={`rating-${id}`} label="Rating" words={words} rating={rating?.rating ?? null} />
          <TextBox
            id={`judgement-${id}`}
            name={`judgement-${id}`}
            label="Judgement"
            rows={2}
            maxLength={longest}
            defaultValue={judgement ?? ''}
            message={messageFor(change.errors, `judgement-${id}`)}
          />
        </fieldset>
      ))}
    </SectionForm>
  )
}
