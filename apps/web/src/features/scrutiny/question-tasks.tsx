import { closeQuestion, type Question } from '@accord/api-client'
import { useAction } from '#lib/use-action.ts'
import { RowLink } from './followed-rows.tsx'

type QuestionTasksProps = { question: Question; againHref: string; onDone: (said: string) => void }

/** Close what was answered, or ask again: as far as the server allows. */
export function QuestionTasks({ question, againHref, onDone }: QuestionTasksProps) {
  const { id, version, number, allowedActions, state } = question
  const close = useAction({
    run: async () => {
      const headers = { 'If-Match': `"${version}"` }
      return (await closeQuestion({ path: { id }, headers, throwOnError: true })).data
    },
    onDone: () => onDone(`Question ${number} is closed.`),
  })
  const mayClose = allowedActions.includes('close')
  const mayAskAgain = allowedActions.includes('ask_again') && state !== 'open'
  if (!mayClose && !mayAskAgain) return <span className="muted">{waitingWord[state]}</span>
  return (
    <span className="row-tasks">
      {mayClose ? (
        <button
          type="button"
          className="link-button"
          disabled={close.isPending}
          onClick={() => close.start(undefined)}
        >
          Close<span className="visually-hidden"> question {number}</span>
        </button>
      ) : null}
      {mayAskAgain ? <RowLink to={againHref} label="Ask again" about={`question ${number}`} /> : null}
      {close.errors.map(({ message }) => (
        <span key={message} role="alert" className="field-message">
          {message}
        </span>
      ))}
    </span>
  )
}

/** What a question waits for, where the reader can do nothing about it. */
export const waitingWord: Readonly<Record<Question['state'], string>> = {
  open: 'Waits for the return',
  late: 'Waits for an answer',
  answered: 'Waits to be closed',
  closed: 'Closed',
}
