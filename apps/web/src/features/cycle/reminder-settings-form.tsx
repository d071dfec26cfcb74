import { changeReminderSettings, type ReminderSetting } from '@accord/api-client'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#lib/loaded.tsx'
import { reminderSettingsQuery } from '#lib/queries.ts'
import { useAction } from '#lib/use-action.ts'
import { Hairlines } from '#ui/skeleton.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import type { TaskProps } from './date-forms.tsx'

export function ReminderSettingsForm(props: TaskProps) {
  const query = useQuery(reminderSettingsQuery())
  return (
    <Loaded
      query={query}
      what="The kinds of reminder"
      isPart
      space={<Hairlines count={6} rowHeightPixels={32} />}
    >
      {({ settings }) => <SettingsForm {...props} settings={settings} />}
    </Loaded>
  )
}

function SettingsForm({ settings, closeHref, onDone }: TaskProps & { settings: readonly ReminderSetting[] }) {
  const change = useAction({
    run: async (form: FormData) => {
      const on = new Set(form.getAll('on').map(String))
      const body = { settings: settings.map(({ kind }) => ({ kind, isOn: on.has(kind) })) }
      return (await changeReminderSettings({ body, throwOnError: true })).data
    },
    onDone: (changed) => {
      const off = changed.settings.filter(({ isOn }) => !isOn).length
      onDone(off === 0 ? 'All kinds of reminder are on.' : `Reminders kept. Switched off: ${off}.`)
    },
  })
  return (
    <TaskForm
      title="Reminders on and off"
      errors={change.errors}
      submit="Keep"
      isPending={change.isPending}
      onSubmit={change.start}
      closeHref={closeHref}
    >
      <fieldset className="task-ticks">
        <legend>Sent by themselves, on screen and by e-mail, in every quarter</legend>
        {settings.map(({ kind, label, isOn, changedBy }) => (
          <label key={kind}>
            <input type="checkbox" name="on" value={kind} defaultChecked={isOn} />
            <span>
              {label}
              {isOn || changedBy === null ? null : (
                <span className="muted small"> switched off by {changedBy}</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
    </TaskForm>
  )
}
