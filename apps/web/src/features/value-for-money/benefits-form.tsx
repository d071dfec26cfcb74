import { textOrNull } from '#lib/form-values.ts'
import { Field } from '#ui/field.tsx'
import { benefitWords } from './money-words.ts'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { RatingChoice, ratingFrom, SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

const kinds = ['building_relationships', 'intelligence_sharing', 'liaison', 'innovation'] as const

/** The four benefits that have no price, each with how strong its evidence is. */
export function BenefitsForm({ value, draft }: { value: PartnershipValue; draft: DraftAtVersion }) {
  const change = useAssessmentChange({
    firstField: `benefit-rating-${kinds[0]}`,
    said: 'The benefits are saved.',
    run: (form: FormData) =>
      savePart(draft, {
        benefits: kinds.map((kind) => ({
          kind,
          rating: ratingFrom(form, `benefit-rating-${kind}`),
          evidence: textOrNull(form, `benefit-evidence-${kind}`),
        })),
      }),
  })
  return (
    <SectionForm heading="Intangible benefits" submit="Save benefits" change={change} onSubmit={change.start}>
      {kinds.map((kind) => {
        const benefit = value.benefits.find((one) => one.kind === kind)
        return (
          <fieldset key={kind} className="row-fields">
            <legend>{benefitWords[kind]}</legend>
            <RatingChoice
              id={`benefit-rating-${kind}`}
              label="Rating"
              words={value.words}
              rating={benefit?.rating?.rating ?? null}
            />
            <div className="benefit-evidence">
              <Field
                id={`benefit-evidence-${kind}`}
                name={`benefit-evidence-${kind}`}
                label="Evidence"
                maxLength={4000}
                defaultValue={benefit?.evidence ?? ''}
              />
            </div>
          </fieldset>
        )
      })}
    </SectionForm>
  )
}
