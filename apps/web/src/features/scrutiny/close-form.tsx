import { closeRecommendation, type Recommendation } from '@accord/api-client'
import { closingNeedsOutcome } from '@accord/domain'
import { missingIn, textOrNull } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import type { TaskProps } from './recommend-form.tsx'

/** What came of a recommendation. */
export function CloseForm({
  recommendation,
  closeHref,
  onDone,
}: Omit<TaskProps, 'scrutiny'> & { recommendation: Recommendation }) {
  const { id, version, name, text, response } = recommendation
  const needsOutcome = closingNeedsOutcome(response?.response ?? null)
  const close = useAction({
    fields: ['outcome'],
    run: async (form: FormData, key: string) => {
      const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': key }
      const body = { outcome: textOrNull(form, 'outcome') }
      return (await closeRecommendation({ path: { id }, body, headers, throwOnError: true })).data
    },
    onDone: () => onDone(`${name} is closed.`),
  })

  function submit(form: FormData): void {
    const missing = needsOutcome ? missingIn(form, { outcome: 'Say what came of it' }) : []
    close.setErrors(missing)
    if (missing.length === 0) close.start(form)
  }

  return (
    <TaskForm
      title={`Close ${name.toLowerCase()}`}
      errors={close.errors}
      submit="Record and close"
      isPending={close.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>“{text}”</p>
      <TextBox
        id="outcome"
        name="outcome"
        label={needsOutcome ? 'What came of it' : 'What came of it (optional)'}
        hint="For example: One board meets since January; 400 officer hours saved."
        message={messageFor(close.errors, 'outcome')}
      />
    </TaskForm>
  )
}
