import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'

export const agreementFields = ['agreedBy', 'agreedOn'] as const

export const agreementSentences = {
  agreedBy: 'Say who agreed it',
  agreedOn: 'Enter the day it was agreed',
} as const

export function agreementIn(form: FormData) {
  return { agreedBy: textOf(form, 'agreedBy'), agreedOn: textOf(form, 'agreedOn') }
}

/** Targets and baselines are agreed with others first: who, and when. */
export function AgreementFields({ errors }: { errors: readonly SummarisedError[] }) {
  return (
    <div className="task-fields">
      <Field
        id="agreedBy"
        name="agreedBy"
        label="Agreed by"
        maxLength={200}
        message={messageFor(errors, 'agreedBy')}
      />
      <Field
        id="agreedOn"
        name="agreedOn"
        type="date"
        label="Agreed on"
        message={messageFor(errors, 'agreedOn')}
      />
    </div>
  )
}
