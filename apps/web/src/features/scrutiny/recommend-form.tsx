import { makeRecommendation, type PartnershipScrutiny } from '@accord/api-client'
import { missingIn, textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { MarkedFields, markingIn } from './marked-fields.tsx'

export type TaskProps = {
  scrutiny: PartnershipScrutiny
  closeHref: string
  /** Closes the task and says what was done. */
  onDone: (said: string) => void
}

export function RecommendForm({ scrutiny, closeHref, onDone }: TaskProps) {
  const { council, partnership, workItems, accessLevels } = scrutiny
  const make = useAction({
    fields: ['text', 'followUpOn', 'workItemId', 'access', 'paragraph'],
    run: async (form: FormData, key: string) => {
      const body = {
        text: textOf(form, 'text'),
        followUpOn: textOrNull(form, 'followUpOn'),
        workItemId: textOrNull(form, 'workItemId'),
        ...markingIn(form),
      }
      const path = { council: council.id, partnership: partnership.id }
      const headers = { 'Idempotency-Key': key }
      return (await makeRecommendation({ path, body, headers, throwOnError: true })).data
    },
    onDone: ({ name }) => onDone(`${name} is made. It waits for the Executive’s response.`),
  })

  function submit(form: FormData): void {
    const missing = missingIn(form, { text: 'Write what is recommended' })
    make.setErrors(missing)
    if (missing.length === 0) make.start(form)
  }

  return (
    <TaskForm
      title={`Make a recommendation about ${partnership.name}`}
      errors={make.errors}
      submit="Make the recommendation"
      isPending={make.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <TextBox
        id="text"
        name="text"
        label="What is recommended"
        hint="One thing that can be done, for example: Publish cost per trip for every supported route."
        message={messageFor(make.errors, 'text')}
      />
      <Field
        id="followUpOn"
        name="followUpOn"
        type="date"
        label="Look again on (optional)"
        message={messageFor(make.errors, 'followUpOn')}
      />
      {workItems.length === 0 ? null : (
        <div className="field">
          <Choice
            id="workItemId"
            label="From the work programme (optional)"
            name="workItemId"
            value=""
            options={[
              { value: '', label: 'None' },
              ...workItems.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </div>
      )}
      <MarkedFields levels={accessLevels} />
    </TaskForm>
  )
}
