import { addFramework, type Reference } from '@accord/api-client'
import { useNavigate } from 'react-router'
import { missingIn, textOf } from '#lib/form-values.ts'
import { frameworkPath, frameworksPath, type Place } from '#lib/paths.ts'
import { useAction } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { FrameworkFields, frameworkFieldNames, frameworkIn, frameworkSentences } from './framework-fields.tsx'

const kinds = [
  { value: 'local area agreement', label: 'Local Area Agreement: at most 35 designated targets' },
  { value: 'corporate plan', label: 'Corporate plan' },
  { value: 'outcomes framework', label: 'Outcomes framework' },
  { value: 'national indicator set', label: 'National indicator set' },
] as const

const kindOf = (text: string) => kinds.find(({ value }) => value === text)?.value ?? 'corporate plan'

export function NewFrameworkForm({ councils, place }: { councils: readonly Reference[]; place: Place }) {
  const navigate = useNavigate()
  const add = useAction({
    fields: [...frameworkFieldNames],
    run: async (form: FormData, key: string) => {
      const headers = { 'Idempotency-Key': key }
      const body = { kind: kindOf(textOf(form, 'kind')), ...frameworkIn(form) }
      return (await addFramework({ body, headers, throwOnError: true })).data
    },
    onDone: ({ id }) => void navigate(frameworkPath(id, place)),
  })

  function send(form: FormData): void {
    const missing = missingIn(form, frameworkSentences)
    add.setErrors(missing)
    if (missing.length === 0) add.start(form)
  }

  return (
    <TaskForm
      title="What it is"
      errors={add.errors}
      submit="Set it up"
      isPending={add.isPending}
      onSubmit={send}
      closeHref={frameworksPath(place)}
    >
      <div className="field">
        <Choice id="kind" name="kind" label="Kind" value={kinds[0].value} options={kinds} />
      </div>
      <FrameworkFields framework={null} councils={councils} errors={add.errors} />
    </TaskForm>
  )
}
