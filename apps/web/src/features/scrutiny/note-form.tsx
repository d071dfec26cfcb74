import { addInterviewNote } from '@accord/api-client'
import { missingIn, textOf } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { MarkedFields, markingIn } from './marked-fields.tsx'
import type { TaskProps } from './recommend-form.tsx'

export function NoteForm({ scrutiny, closeHref, onDone }: TaskProps) {
  const { council, partnership, accessLevels, today } = scrutiny
  const add = useAction({
    fields: ['withWhom', 'heldOn', 'text', 'access', 'paragraph'],
    run: async (form: FormData, key: string) => {
      const body = {
        withWhom: textOf(form, 'withWhom'),
        heldOn: textOf(form, 'heldOn'),
        text: textOf(form, 'text'),
        ...markingIn(form),
      }
      const path = { council: council.id, partnership: partnership.id }
      const headers = { 'Idempotency-Key': key }
      return (await addInterviewNote({ path, body, headers, throwOnError: true })).data
    },
    onDone: ({ withWhom }) => onDone(`The note of the interview with ${withWhom} is kept.`),
  })

  function submit(form: FormData): void {
    const missing = missingIn(form, {
      withWhom: 'Write whom you spoke with',
      heldOn: 'Enter the day it was held',
      text: 'Write what was said',
    })
    add.setErrors(missing)
    if (missing.length === 0) add.start(form)
  }

  return (
    <TaskForm
      title="Keep a note of an interview"
      errors={add.errors}
      submit="Keep the note"
      isPending={add.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>A note is never changed. Add another to correct it.</p>
      <Field
        id="withWhom"
        name="withWhom"
        label="With whom"
        maxLength={200}
        message={messageFor(add.errors, 'withWhom')}
      />
      <Field
        id="heldOn"
        name="heldOn"
        type="date"
        label="Held on"
        defaultValue={today}
        message={messageFor(add.errors, 'heldOn')}
      />
      <TextBox
        id="text"
        name="text"
        label="What was said"
        rows={4}
        message={messageFor(add.errors, 'text')}
      />
      <MarkedFields levels={accessLevels} />
    </TaskForm>
  )
}
