import {
  addWorkItem,
  type CouncilScrutiny,
  changeWorkItem,
  moveWorkItem,
  type WorkItem,
  type WorkState,
} from '@accord/api-client'
import { type WorkKind, workKinds, workKindWord, workMoveNeedsFindings, workStateWord } from '@accord/domain'
import { useState } from 'react'
import { missingIn, textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { MarkedFields, markingIn } from './marked-fields.tsx'
import { itemFieldNames, itemIn, missingInItem, WorkItemFields } from './work-item-fields.tsx'

export type WorkTaskProps = {
  scrutiny: CouncilScrutiny
  closeHref: string
  /** Closes the task and says what was done. */
  onDone: (said: string) => void
}

const kindIn = (form: FormData): WorkKind =>
  workKinds.find((kind) => kind === textOf(form, 'kind')) ?? 'review'

export function AddItemForm({ scrutiny, closeHref, onDone }: WorkTaskProps) {
  const { council, partnerships, meetings, accessLevels } = scrutiny
  const add = useAction({
    fields: [...itemFieldNames, 'access', 'paragraph'],
    run: async (form: FormData, key: string) => {
      const body = {
        ...{ ...itemIn(form), ...markingIn(form) },
        ...{ kind: kindIn(form), partnership: textOrNull(form, 'partnership') },
      }
      const headers = { 'Idempotency-Key': key }
      return (await addWorkItem({ path: { council: council.id }, body, headers, throwOnError: true })).data
    },
    onDone: ({ title }) => onDone(`${title} is on the work programme.`),
  })

  function submit(form: FormData): void {
    const missing = missingInItem(form)
    add.setErrors(missing)
    if (missing.length === 0) add.start(form)
  }

  return (
    <TaskForm
      title="Add to the work programme"
      errors={add.errors}
      submit="Add"
      isPending={add.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <div className="task-fields">
        <div className="field">
          <Choice
            label="Kind"
            name="kind"
            value="review"
            options={workKinds.map((kind) => ({ value: kind, label: workKindWord(kind) }))}
          />
        </div>
        <div className="field">
          <Choice
            label="Partnership (optional)"
            name="partnership"
            value=""
            options={[
              { value: '', label: 'All' },
              ...partnerships.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      </div>
      <WorkItemFields item={null} meetings={meetings} errors={add.errors} />
      <MarkedFields levels={accessLevels} />
    </TaskForm>
  )
}

type OneItemProps = WorkTaskProps & { item: WorkItem }

export function ChangeItemForm({ scrutiny, item, closeHref, onDone }: OneItemProps) {
  const change = useAction({
    fields: itemFieldNames,
    run: async (form: FormData) => {
      const headers = { 'If-Match': `"${item.version}"` }
      return (
        await changeWorkItem({ path: { id: item.id }, body: itemIn(form), headers, throwOnError: true })
      ).data
    },
    onDone: ({ title }) => onDone(`${title} is changed.`),
  })

  function submit(form: FormData): void {
    const missing = missingInItem(form)
    change.setErrors(missing)
    if (missing.length === 0) change.start(form)
  }

  return (
    <TaskForm
      title={`Change ${item.title}`}
      errors={change.errors}
      submit="Save the change"
      isPending={change.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <WorkItemFields item={item} meetings={scrutiny.meetings} errors={change.errors} />
    </TaskForm>
  )
}

/** Planned, under way, reported with what was found; or dropped, with why. */
export function MoveItemForm({ item, closeHref, onDone }: Omit<OneItemProps, 'scrutiny'>) {
  const [to, setTo] = useState<WorkState>(item.nextStates[0] ?? item.state)
  const needsFindings = workMoveNeedsFindings(to)
  const label = to === 'dropped' ? 'Why it is dropped' : 'What was found'
  const move = useAction({
    fields: ['findings', 'to'],
    run: async (form: FormData, key: string) => {
      const headers = { 'If-Match': `"${item.version}"`, 'Idempotency-Key': key }
      const body = { to, findings: needsFindings ? textOrNull(form, 'findings') : null }
      return (await moveWorkItem({ path: { id: item.id }, body, headers, throwOnError: true })).data
    },
    onDone: ({ title, stateWord }) => onDone(`${title} is ${stateWord.toLowerCase()}.`),
  })

  function submit(form: FormData): void {
    const missing = needsFindings ? missingIn(form, { findings: `Write it: ${label.toLowerCase()}` }) : []
    move.setErrors(missing)
    if (missing.length === 0) move.start(form)
  }

  return (
    <TaskForm
      title={`Move on ${item.title}`}
      errors={move.errors}
      submit="Move on"
      isPending={move.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>It is {item.stateWord.toLowerCase()} now.</p>
      <div className="field">
        <Choice
          id="to"
          label="It becomes"
          name="to"
          value={to}
          options={item.nextStates.map((state) => ({ value: state, label: workStateWord(state) }))}
          onChoose={(chosen) => setTo(item.nextStates.find((state) => state === chosen) ?? to)}
        />
      </div>
      {needsFindings ? (
        <TextBox id="findings" name="findings" label={label} message={messageFor(move.errors, 'findings')} />
      ) : null}
    </TaskForm>
  )
}
