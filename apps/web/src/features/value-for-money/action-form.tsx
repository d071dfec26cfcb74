import { addImprovementAction } from '@accord/api-client'
import { useState } from 'react'
import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

const asked = [
  { name: 'outcome', message: 'Say what it is for' },
  { name: 'action', message: 'Say what will be done' },
  { name: 'measure', message: 'Say how you will know' },
  { name: 'dueOn', message: 'Give a date' },
] as const

/** An area for improvement, as an action with an owner and a date. */
export function ActionForm({ value, id }: { value: PartnershipValue; id: string }) {
  const [turn, setTurn] = useState(0)
  const change = useAssessmentChange({
    firstField: 'outcome',
    said: 'The action is added.',
    run: async (form: FormData) => {
      const body = {
        outcome: textOf(form, 'outcome'),
        action: textOf(form, 'action'),
        measure: textOf(form, 'measure'),
        owner: textOf(form, 'owner'),
        dueOn: textOf(form, 'dueOn'),
      }
      return (await addImprovementAction({ path: { id }, body, throwOnError: true })).data
    },
    onDone: () => setTurn(turn + 1),
  })

  function submit(form: FormData): void {
    const missing = asked.flatMap(({ name, message }) =>
      textOf(form, name) === '' ? [{ fieldId: name, message }] : [],
    )
    change.setErrors(missing)
    if (missing.length === 0) change.start(form)
  }

  const field = (name: string) => ({ id: name, name, message: messageFor(change.errors, name) })
  return (
    <SectionForm
      heading="Area for improvement"
      note="It becomes an action with an owner and a date."
      submit="Add the action"
      change={change}
      onSubmit={submit}
    >
      <div key={turn}>
        <Field {...field('outcome')} label="Outcome" maxLength={300} />
        <Field {...field('action')} label="Action" maxLength={300} />
        <Field {...field('measure')} label="Measure of success" maxLength={300} />
        <div className="field">
          <Choice
            label="Owner"
            name="owner"
            id="owner"
            value={value.owners[0]?.id ?? ''}
            options={value.owners.map(({ id: owner, name }) => ({ value: owner, label: name }))}
          />
        </div>
        <Field {...field('dueOn')} label="By when" type="date" />
      </div>
    </SectionForm>
  )
}
