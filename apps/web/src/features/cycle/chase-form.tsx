import { chaseQuarter, type ReturnSummary } from '@accord/api-client'
import { useAction } from '#lib/use-action.ts'
import { TaskForm } from '#ui/task-form.tsx'
import type { TaskProps } from './date-forms.tsx'

type ChaseFormProps = TaskProps & { outstanding: readonly ReturnSummary[]; council: string | null }

/** Reminds everyone whose turn it is, after saying of what. */
export function ChaseForm({ cycle, outstanding, council, closeHref, onDone }: ChaseFormProps) {
  const chase = useAction({
    run: async () => {
      const body = council === null ? {} : { council }
      return (await chaseQuarter({ path: { quarter: cycle.quarter.key }, body, throwOnError: true })).data
    },
    onDone: ({ people }) => onDone(chasedSentence(people)),
  })
  return (
    <TaskForm
      title="Chase all that is outstanding"
      errors={chase.errors}
      submit="Send reminders"
      isPending={chase.isPending}
      onSubmit={() => chase.start(undefined)}
      closeHref={closeHref}
    >
      <p>Each person gets one message, of all that is theirs. Whoever was reminded today is left alone.</p>
      <ul className="task-list">
        {outstanding.map(({ id, partnership, with: holders }) => (
          <li key={id}>
            {partnership.name}: {holders.length === 0 ? 'nobody has it' : holders.join(', ')}
          </li>
        ))}
      </ul>
    </TaskForm>
  )
}

function chasedSentence(people: number): string {
  if (people === 0) return 'Everyone was reminded today already.'
  return people === 1 ? 'One person was reminded.' : `${people} people were reminded.`
}
