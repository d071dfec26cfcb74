import type { FrameworkDetail, Reference } from '@accord/api-client'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextBox } from '#ui/text-box.tsx'

export const frameworkFieldNames = [
  'title',
  'shortTitle',
  'startYear',
  'endYear',
  'councils',
  'accountableBody',
  'reason',
] as const

export const frameworkSentences = {
  title: 'Write its title',
  shortTitle: 'Write a short title',
  startYear: 'Enter the year it begins',
  endYear: 'Enter the year it ends',
  reason: 'Say why',
} as const

/** What the boxes hold; the last year is sent as the start of the last financial year. */
export function frameworkIn(form: FormData) {
  return {
    title: textOf(form, 'title'),
    shortTitle: textOf(form, 'shortTitle'),
    startYear: Number(textOf(form, 'startYear')),
    endYear: Number(textOf(form, 'endYear')) - 1,
    councils: form.getAll('council').map(String),
    accountableBody: textOrNull(form, 'accountableBody'),
    onDashboard: form.get('onDashboard') === 'on',
    reason: textOf(form, 'reason'),
  }
}

type FrameworkFieldsProps = {
  framework: FrameworkDetail | null
  councils: readonly Reference[]
  errors: readonly SummarisedError[]
}

export function FrameworkFields({ framework, councils, errors }: FrameworkFieldsProps) {
  const field = (name: string, label: string, value: string | number | undefined) => ({
    ...{ id: name, name, label, defaultValue: value ?? '', message: messageFor(errors, name) },
  })
  const held = framework?.councils.map(({ id }) => id) ?? []
  const refused = messageFor(errors, 'councils')
  return (
    <>
      <Field {...field('title', 'Title', framework?.name)} maxLength={200} />
      <Field {...field('shortTitle', 'Short title, for lists', framework?.shortName)} maxLength={80} />
      <div className="task-fields">
        <Field {...field('startYear', 'From April of', framework?.startYear)} inputMode="numeric" />
        <Field
          {...field('endYear', 'To March of', framework === null ? undefined : framework.endYear + 1)}
          inputMode="numeric"
        />
      </div>
      <fieldset id="councils" tabIndex={-1} className="task-ticks">
        <legend>Councils that agreed it</legend>
        {refused === null ? null : <p className="field-message">{refused}</p>}
        {councils.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" name="council" value={id} defaultChecked={held.includes(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <Choice
          id="accountableBody"
          name="accountableBody"
          label="Accountable body"
          value={framework?.accountableBody?.id ?? ''}
          options={[
            { value: '', label: 'None' },
            ...councils.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <label className="ticked">
        <input type="checkbox" name="onDashboard" defaultChecked={framework?.onDashboard ?? false} />
        Shown on the councils’ dashboards
      </label>
      <TextBox id="reason" name="reason" label="Why" message={messageFor(errors, 'reason')} />
    </>
  )
}
