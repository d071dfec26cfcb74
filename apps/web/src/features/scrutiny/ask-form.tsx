import { askQuestion, type PartnershipScrutiny, type Question } from '@accord/api-client'
import { askAgainText } from '@accord/domain'
import { type FormEvent, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { missingIn, textOf } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextBox } from '#ui/text-box.tsx'

type AskFormProps = {
  scrutiny: PartnershipScrutiny
  /** The question that is asked again, if one is. */
  again: Question | null
  onDone: (said: string) => void
}

/** The answers of the last quarter that has any: read before asking. */
function lastAnswers(questions: readonly Question[]): Question[] {
  const answered = questions.filter(({ answer }) => answer !== null)
  const last = Math.max(...answered.map(({ quarterIndex }) => quarterIndex))
  return answered.filter(({ quarterIndex }) => quarterIndex === last)
}

function LastAnswers({ questions }: { questions: readonly Question[] }) {
  const answers = lastAnswers(questions)
  const [first] = answers
  if (first === undefined) return <p className="muted">No question has been answered before.</p>
  return (
    <>
      <h3>What was answered in {first.quarter.toLowerCase()}</h3>
      <dl className="last-answers">
        {answers.map(({ id, text, answer }) => (
          <div key={id}>
            <dt>{text}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** A question for the next return, below what was answered in the last. */
export function AskForm({ scrutiny, again, onDone }: AskFormProps) {
  const { council, partnership, questions, asking } = scrutiny
  const form = useRef<HTMLFormElement>(null)
  const { hash, key } = useLocation()
  // The page comes after the address: what the address points at is gone to when it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival is one, also at the same address.
  useEffect(() => {
    if (hash === '#ask') form.current?.querySelector('textarea')?.focus()
  }, [hash, key])
  const ask = useAction({
    fields: ['text'],
    run: async (text: string, key: string) => {
      const path = { council: council.id, partnership: partnership.id }
      const headers = { 'Idempotency-Key': key }
      return (await askQuestion({ path, body: { text }, headers, throwOnError: true })).data
    },
    onDone: ({ number, quarter }) => {
      form.current?.reset()
      onDone(`Question ${number} is recorded. ${quarter}’s return has to answer it.`)
    },
  })

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    const missing = missingIn(filled, { text: 'Write the question' })
    ask.setErrors(missing)
    if (missing.length === 0) ask.start(textOf(filled, 'text'))
  }

  return (
    <form id="ask" ref={form} className="ask-form" onSubmit={send} noValidate>
      <LastAnswers questions={questions} />
      <ErrorSummary heading="There is a problem" errors={ask.errors} />
      <TextBox
        key={again?.id}
        id="text"
        name="text"
        label="Record a question for the next return"
        hint={asking?.sentence ?? null}
        defaultValue={again === null ? '' : askAgainText(again)}
        message={messageFor(ask.errors, 'text')}
      />
      <Button type="submit" disabled={ask.isPending}>
        Record question
      </Button>
    </form>
  )
}
