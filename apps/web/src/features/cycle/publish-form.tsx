import { publishQuarter } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { messageFor, useAction } from '#lib/use-action.ts'
import { TaskForm } from '#ui/task-form.tsx'
import type { TaskProps } from './date-forms.tsx'
import { ReasonField } from './reason-field.tsx'

type PublishFormProps = TaskProps & { council: { id: string; shortName: string } }

/** Says what will be frozen, and who is missing, before it is. */
export function PublishForm({ cycle, council, closeHref, onDone }: PublishFormProps) {
  const { quarter, counts, notIn, isClosed } = cycle
  const isEarly = notIn.length > 0 && !isClosed
  const isAddition = cycle.publications.some((publication) => publication.council.id === council.id)
  const publish = useAction({
    fields: ['reason'],
    run: async (form: FormData) => {
      const reason = String(form.get('reason') ?? '').trim()
      const body = { quarter: quarter.key, evenWithout: isEarly, reason: reason === '' ? null : reason }
      return (await publishQuarter({ path: { council: council.id }, body, throwOnError: true })).data
    },
    onDone: ({ returns }) =>
      onDone(`${quarter.label} is published for ${council.shortName}, with ${countOf(returns, 'return')}.`),
  })

  function submit(form: FormData): void {
    const needsReason = isEarly && String(form.get('reason') ?? '').trim() === ''
    publish.setErrors(
      needsReason ? [{ fieldId: 'reason', message: 'Say why it is published without them' }] : [],
    )
    if (!needsReason) publish.start(form)
  }

  return (
    <TaskForm
      title={`Publish ${quarter.label.toLowerCase()} for ${council.shortName}`}
      errors={publish.errors}
      submit="Publish"
      isPending={publish.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      {isAddition ? (
        <p>
          The quarter is published already. {countOf(counts.accepted, 'return')} accepted since will be added;
          the copy that was published stays as it is.
        </p>
      ) : (
        <p>
          {countOf(counts.accepted, 'accepted return')} will become published, and {council.shortName}’s
          dashboard of this moment is kept as it is: every figure, rating and sentence. What is corrected
          later is shown beside it.
        </p>
      )}
      {notIn.length === 0 ? null : (
        <>
          <p>
            {countOf(notIn.length, 'return')} {notIn.length === 1 ? 'has' : 'have'} not been accepted and will
            not be in it:
          </p>
          <ul className="task-list">
            {notIn.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {isEarly ? (
        <ReasonField
          label="Why it is published without them"
          message={messageFor(publish.errors, 'reason')}
        />
      ) : null}
    </TaskForm>
  )
}
