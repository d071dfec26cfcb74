import { missingIn, textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'

const texts = [
  { name: 'action/outcome', label: 'Outcome it serves', missing: 'Write the outcome that the action serves' },
  { name: 'action/action', label: 'Action', missing: 'Write what will be done' },
  { name: 'action/measure', label: 'Measure of success', missing: 'Write how its success is measured' },
] as const

const dueOn = 'action/dueOn'
const ownerId = 'action/ownerId'

export const actionNames: readonly string[] = [...texts.map(({ name }) => name), dueOn, ownerId]

export function missingInAction(form: FormData): SummarisedError[] {
  const sentences = Object.fromEntries(texts.map(({ name, missing }) => [name, missing]))
  return missingIn(form, { ...sentences, [dueOn]: 'Enter the day the action is due' })
}

export function actionIn(form: FormData) {
  return {
    outcome: textOf(form, 'action/outcome'),
    action: textOf(form, 'action/action'),
    measure: textOf(form, 'action/measure'),
    ownerId: textOf(form, ownerId),
    dueOn: textOf(form, dueOn),
  }
}

type ActionFieldsProps = {
  owners: readonly { id: string; name: string }[]
  errors: readonly SummarisedError[]
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

/** An action for the partnership, with its owner and date: it stands in its next return. */
export function ActionFields({ owners, errors, isOpen, onOpen }: ActionFieldsProps) {
  return (
    <fieldset className="task-ticks">
      <legend className="visually-hidden">Action</legend>
      <label>
        <input type="checkbox" checked={isOpen} onChange={({ target }) => onOpen(target.checked)} />
        Open an action for the partnership
      </label>
      {isOpen ? (
        <>
          {texts.map(({ name, label }) => (
            <Field key={name} id={name} name={name} label={label} message={messageFor(errors, name)} />
          ))}
          <div className="task-fields">
            <div className="field">
              <Choice
                id={ownerId}
                label="Owner"
                name={ownerId}
                value={owners[0]?.id ?? ''}
                options={owners.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
            <Field id={dueOn} name={dueOn} type="date" label="By" message={messageFor(errors, dueOn)} />
          </div>
        </>
      ) : null}
    </fieldset>
  )
}
