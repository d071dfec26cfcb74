import { type FrameworkDetail, type Reference, setFramework, setFrameworkOutcomes } from '@accord/api-client'
import { useState } from 'react'
import { missingIn, textOf } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { FrameworkFields, frameworkFieldNames, frameworkIn, frameworkSentences } from './framework-fields.tsx'

export type FrameworkFormProps = {
  framework: FrameworkDetail
  closeHref: string
  onDone: (said: string) => void
}

export const versionHeaders = ({ version }: FrameworkDetail, key: string) => ({
  'If-Match': `"${version}"`,
  'Idempotency-Key': key,
})

export function ChangeFrameworkForm({
  framework,
  closeHref,
  onDone,
  councils,
}: FrameworkFormProps & { councils: readonly Reference[] }) {
  const change = useAction({
    fields: [...frameworkFieldNames],
    run: async (form: FormData, key: string) => {
      const sent = { path: { id: framework.id }, headers: versionHeaders(framework, key) }
      return (await setFramework({ ...sent, body: frameworkIn(form), throwOnError: true })).data
    },
    onDone: () => onDone('The framework is changed.'),
  })

  function send(form: FormData): void {
    const missing = missingIn(form, frameworkSentences)
    change.setErrors(missing)
    if (missing.length === 0) change.start(form)
  }

  return (
    <TaskForm
      title="Change its title, years or councils"
      errors={change.errors}
      submit="Save"
      isPending={change.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      <FrameworkFields framework={framework} councils={councils} errors={change.errors} />
    </TaskForm>
  )
}

type OutcomeRow = { key: string; id: string | null; title: string; held: number }

const moved = <Item,>(items: readonly Item[], from: number, to: number): Item[] => {
  const rest = items.filter((_, place) => place !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

/** All its outcomes at once: added, renamed, ordered, and the empty ones taken out. */
export function OutcomesForm({ framework, closeHref, onDone }: FrameworkFormProps) {
  const [rows, setRows] = useState<readonly OutcomeRow[]>(() =>
    framework.outcomes.map(({ id, title, indicators }) => ({ key: id, id, title, held: indicators.length })),
  )
  const [said, setSaid] = useState('')
  const change = useAction({
    fields: ['reason', ...rows.map((_, place) => `outcomes/${place}/title`), 'outcomes'],
    run: async (form: FormData, key: string) => {
      const outcomes = rows.map(({ id, title }) => ({ id, title }))
      const sent = { path: { id: framework.id }, headers: versionHeaders(framework, key) }
      const body = { outcomes, reason: textOf(form, 'reason') }
      return (await setFrameworkOutcomes({ ...sent, body, throwOnError: true })).data
    },
    onDone: () => onDone('The outcomes are saved.'),
  })

  function move(from: number, to: number): void {
    setRows(moved(rows, from, to))
    setSaid(`${rows[from]?.title || 'The outcome'} is number ${to + 1} of ${rows.length} now.`)
  }

  function send(form: FormData): void {
    const blank = rows.flatMap(({ title }, place) =>
      title.trim() === ''
        ? [{ fieldId: `outcomes/${place}/title`, message: `Write outcome ${place + 1}` }]
        : [],
    )
    const missing = [...blank, ...missingIn(form, { reason: 'Say why' })]
    change.setErrors(missing)
    if (missing.length === 0) change.start(form)
  }

  return (
    <TaskForm
      title="Outcomes"
      errors={change.errors}
      submit="Save outcomes"
      isPending={change.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      <ol className="outcome-rows">
        {rows.map((row, place) => (
          <li key={row.key}>
            <Field
              id={`outcomes/${place}/title`}
              label={`Outcome ${place + 1}`}
              maxLength={200}
              value={row.title}
              message={messageFor(change.errors, `outcomes/${place}/title`)}
              onChange={({ target }) =>
                setRows(rows.map((one) => (one.key === row.key ? { ...one, title: target.value } : one)))
              }
            />
            <span className="row-tasks">
              {place === 0 ? null : (
                <button type="button" className="link-button" onClick={() => move(place, place - 1)}>
                  Up<span className="visually-hidden"> outcome {place + 1}</span>
                </button>
              )}
              {place === rows.length - 1 ? null : (
                <button type="button" className="link-button" onClick={() => move(place, place + 1)}>
                  Down<span className="visually-hidden"> outcome {place + 1}</span>
                </button>
              )}
              {row.held > 0 ? (
                <span className="small muted">
                  {row.held === 1 ? '1 indicator' : `${row.held} indicators`}
                </span>
              ) : (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                >
                  Take out<span className="visually-hidden"> outcome {place + 1}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <p className="task-actions">
        <Button
          look="secondary"
          onClick={() => setRows([...rows, { key: crypto.randomUUID(), id: null, title: '', held: 0 }])}
        >
          Add an outcome
        </Button>
      </p>
      <TextBox id="reason" name="reason" label="Why" message={messageFor(change.errors, 'reason')} />
    </TaskForm>
  )
}
