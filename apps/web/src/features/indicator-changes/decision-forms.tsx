import {
  approveIndicatorChange,
  declineIndicatorChange,
  type IndicatorChangeDetail,
  reproposeIndicatorChange,
  withdrawIndicatorChange,
} from '@accord/api-client'
import { missingIn, textOrNull } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'

type Action = IndicatorChangeDetail['allowedActions'][number]

type DecisionFormProps = {
  change: IndicatorChangeDetail
  action: Action
  closeHref: string
  onDone: (said: string) => void
}

const words: Readonly<Record<Action, { title: string; submit: string; note: string | null; said: string }>> =
  {
    approve: {
      title: 'Approve this change',
      submit: 'Approve',
      note: 'Note (optional)',
      said: 'It is approved and in force.',
    },
    decline: {
      title: 'Decline this change',
      submit: 'Decline',
      note: 'Why it is declined',
      said: 'It is declined. Nothing was changed.',
    },
    withdraw: {
      title: 'Withdraw this change',
      submit: 'Withdraw',
      note: null,
      said: 'It is withdrawn. Nothing was changed.',
    },
    repropose: {
      title: 'Propose it again, from how things stand now',
      submit: 'Propose again',
      note: null,
      said: 'It is proposed again.',
    },
  }

/** One step of a change’s life, at the version that was read. */
export function DecisionForm({ change, action, closeHref, onDone }: DecisionFormProps) {
  const { title, submit, note, said } = words[action]
  const step = useAction({
    fields: note === null ? [] : ['note'],
    run: async (form: FormData, key: string) => {
      const headers = { 'If-Match': `"${change.version}"`, 'Idempotency-Key': key }
      const sent = { path: { id: change.id }, headers, throwOnError: true } as const
      const written = textOrNull(form, 'note')
      if (action === 'approve')
        return (await approveIndicatorChange({ ...sent, body: { note: written } })).data
      if (action === 'decline')
        return (await declineIndicatorChange({ ...sent, body: { note: written ?? '' } })).data
      if (action === 'withdraw') return (await withdrawIndicatorChange({ ...sent, body: {} })).data
      return (await reproposeIndicatorChange({ ...sent, body: {} })).data
    },
    onDone: () => onDone(said),
  })

  function send(form: FormData): void {
    const missing = action === 'decline' ? missingIn(form, { note: 'Say why it is declined' }) : []
    step.setErrors(missing)
    if (missing.length === 0) step.start(form)
  }

  return (
    <TaskForm
      title={title}
      errors={step.errors}
      submit={submit}
      isPending={step.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      {note === null ? null : (
        <TextBox id="note" name="note" label={note} message={messageFor(step.errors, 'note')} />
      )}
    </TaskForm>
  )
}
