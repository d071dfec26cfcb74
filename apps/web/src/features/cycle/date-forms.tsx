import {
  type Cycle,
  extendReturn,
  moveQuarterDates,
  openQuarter,
  type ReturnSummary,
} from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { ReasonField } from './reason-field.tsx'

export type TaskProps = {
  cycle: Cycle
  closeHref: string
  /** Closes the task and says what was done. */
  onDone: (said: string) => void
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

const dateFields = [
  { name: 'opensOn', label: 'Opens on' },
  { name: 'dueOn', label: 'Due on' },
  { name: 'closesOn', label: 'Closes on' },
] as const

function missingDates(form: FormData) {
  return dateFields
    .filter(({ name }) => text(form, name) === '')
    .map(({ name, label }) => ({ fieldId: name, message: `Enter a date: ${label.toLowerCase()}` }))
}

const missingReason = { fieldId: 'reason', message: 'Say why: the reason is kept with the change' }

export function MoveDatesForm({ cycle, closeHref, onDone }: TaskProps) {
  const { quarter } = cycle
  const move = useAction({
    fields: ['opensOn', 'dueOn', 'closesOn', 'reason'],
    run: async (form: FormData) => {
      const body = {
        opensOn: text(form, 'opensOn'),
        dueOn: text(form, 'dueOn'),
        closesOn: text(form, 'closesOn'),
        reason: text(form, 'reason'),
      }
      const headers = { 'If-Match': `"${cycle.version}"` }
      const asked = { path: { quarter: quarter.key }, body, headers, throwOnError: true } as const
      return (await moveQuarterDates(asked)).data
    },
    onDone: ({ quarter: moved }) =>
      onDone(`The dates were moved: due ${formatDate(moved.dueOn)}, closes ${formatDate(moved.closesOn)}.`),
  })

  function submit(form: FormData): void {
    const missing = [...missingDates(form), ...(text(form, 'reason') === '' ? [missingReason] : [])]
    move.setErrors(missing)
    if (missing.length === 0) move.start(form)
  }

  return (
    <TaskForm
      title={`Move the dates of ${quarter.label.toLowerCase()}`}
      errors={move.errors}
      submit="Move the dates"
      isPending={move.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>Returns that fall due with the quarter move with it. One with a due date of its own stays.</p>
      <div className="task-fields">
        {dateFields.map(({ name, label }) => (
          <Field
            key={name}
            id={name}
            name={name}
            label={label}
            type="date"
            defaultValue={quarter[name]}
            message={messageFor(move.errors, name)}
          />
        ))}
      </div>
      <ReasonField label="Why the dates move" message={messageFor(move.errors, 'reason')} />
    </TaskForm>
  )
}

export function ExtendForm({ cycle, summary, closeHref, onDone }: TaskProps & { summary: ReturnSummary }) {
  const { quarter } = cycle
  const { partnership } = summary
  const extend = useAction({
    fields: ['until', 'reason'],
    run: async (form: FormData) => {
      const body = { until: text(form, 'until'), reason: text(form, 'reason') }
      const headers = { 'If-Match': `"${summary.version}"` }
      return (await extendReturn({ path: { id: summary.id }, body, headers, throwOnError: true })).data
    },
    onDone: ({ extendedTo }) =>
      onDone(`${partnership.name} has until ${extendedTo === null ? 'then' : formatDate(extendedTo)}.`),
  })

  function submit(form: FormData): void {
    const missing = [
      ...(text(form, 'until') === '' ? [{ fieldId: 'until', message: 'Enter the last day' }] : []),
      ...(text(form, 'reason') === '' ? [missingReason] : []),
    ]
    extend.setErrors(missing)
    if (missing.length === 0) extend.start(form)
  }

  return (
    <TaskForm
      title={`More time for ${partnership.name}`}
      errors={extend.errors}
      submit="Give more time"
      isPending={extend.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>
        {quarter.label} closes on {formatDate(quarter.closesOn)}. This return is taken until the day you give.
        It still counts as late after {formatDate(summary.dueOn)}.
      </p>
      <Field
        id="until"
        name="until"
        label="Last day"
        type="date"
        defaultValue={summary.extendedTo ?? ''}
        message={messageFor(extend.errors, 'until')}
      />
      <ReasonField label="Why it needs more time" message={messageFor(extend.errors, 'reason')} />
    </TaskForm>
  )
}

export function OpenQuarterForm({ cycle, closeHref, onDone }: TaskProps) {
  const { nextToOpen } = cycle
  const open = useAction({
    run: async (quarter: string) => (await openQuarter({ path: { quarter }, throwOnError: true })).data,
    onDone: ({ quarter, counts }) =>
      onDone(`${quarter.label} is open: ${counts.expected} returns were made.`),
  })
  if (nextToOpen === null) return null
  return (
    <TaskForm
      title={`Open ${nextToOpen.label.toLowerCase()}`}
      errors={open.errors}
      submit={`Open ${nextToOpen.name.toLowerCase()}`}
      isPending={open.isPending}
      onSubmit={() => open.start(nextToOpen.key)}
      closeHref={closeHref}
    >
      <p>
        Every partnership that is significant to a council gets a return, due {formatDate(nextToOpen.dueOn)}.
        Its people are told on {formatDate(nextToOpen.opensOn)}, or now if that day has come.
      </p>
    </TaskForm>
  )
}
