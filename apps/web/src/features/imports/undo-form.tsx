import { type Import, undoImport } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useNavigate } from 'react-router'
import { missingIn, textOf } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { ProgressWords } from './progress-words.tsx'

/** Takes a whole import back by restatement, with a reason that every figure’s history will show. */
export function UndoForm({ found, closeHref }: { found: Import; closeHref: string }) {
  const navigate = useNavigate()
  const { id, version, added, changed, leftOnUndo } = found
  const undo = useAction({
    fields: ['reason'],
    run: async (form: FormData, key: string) => {
      const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': key }
      const body = { reason: textOf(form, 'reason') }
      return (await undoImport({ path: { id }, body, headers, throwOnError: true })).data
    },
    onDone: () => void navigate(closeHref, { replace: true }),
  })

  function submit(form: FormData): void {
    const missing = missingIn(form, { reason: 'Say why the import is undone' })
    undo.setErrors(missing)
    if (missing.length === 0) undo.start(form)
  }

  return (
    <TaskForm
      title="Undo this import"
      errors={undo.errors}
      submit="Undo the import"
      isPending={undo.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>
        {changed === 0 ? '' : `${countOf(changed, 'changed figure')} go back to what they were. `}
        {added === 0 ? '' : `${countOf(added, 'new figure')} become missing, awaiting data. `}
        Nothing is deleted: every figure’s history keeps both.
      </p>
      {leftOnUndo === 0 ? null : (
        <p className="callout callout-warning">
          {countOf(leftOnUndo, 'figure')} {leftOnUndo === 1 ? 'was' : 'were'} changed by somebody after the
          import, and {leftOnUndo === 1 ? 'stays' : 'stay'} as {leftOnUndo === 1 ? 'it is' : 'they are'}.
        </p>
      )}
      <TextBox
        id="reason"
        name="reason"
        label="Why"
        maxLength={500}
        message={messageFor(undo.errors, 'reason')}
      />
      <ProgressWords id={id} isPending={undo.isPending} waiting="Taking figures back …" />
    </TaskForm>
  )
}
