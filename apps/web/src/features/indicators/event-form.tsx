import { addIndicatorEvent, type IndicatorDetail } from '@accord/api-client'
import { mostEventCharacters } from '@accord/domain'
import { type FormEvent, useRef } from 'react'
import { missingIn, textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { quartersToChoose, seriesName } from './series-quarters.ts'

type EventFormProps = { indicator: IndicatorDetail; onDone: (said: string) => void }
type Typed = { quarter: string; title: string; note: string | null }

/** A pin for the chart: a few words, and more behind them. */
export function EventForm({ indicator, onDone }: EventFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const add = useAction({
    fields: ['title', 'note', 'quarter'],
    run: async (typed: Typed, key: string) => {
      const path = { id: indicator.id }
      const body = { ...typed, organisation: indicator.organisation?.id ?? null }
      const headers = { 'Idempotency-Key': key }
      return (await addIndicatorEvent({ path, body, headers, throwOnError: true })).data
    },
    onDone: ({ title }) => {
      form.current?.reset()
      onDone(`“${title}” is pinned to the chart.`)
    },
  })

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    const missing = missingIn(filled, { title: 'Write what happened, in a few words' })
    add.setErrors(missing)
    if (missing.length > 0) return
    add.start({
      quarter: textOf(filled, 'quarter'),
      title: textOf(filled, 'title'),
      note: textOrNull(filled, 'note'),
    })
  }

  return (
    <form ref={form} onSubmit={send} noValidate className="note-form" aria-labelledby="event-heading">
      <h3 id="event-heading">Pin an event to {seriesName(indicator)}</h3>
      <ErrorSummary heading="There is a problem" errors={add.errors} />
      <Choice
        id="quarter"
        label="Quarter it happened in"
        name="quarter"
        value={indicator.quarter.key}
        options={quartersToChoose(indicator)}
      />
      <Field
        id="title"
        name="title"
        label={`What happened, in ${mostEventCharacters} characters or fewer`}
        maxLength={mostEventCharacters}
        message={messageFor(add.errors, 'title')}
      />
      <TextBox
        id="note"
        name="note"
        label="More about it, if there is more to say"
        maxLength={500}
        message={messageFor(add.errors, 'note')}
      />
      <Button type="submit" disabled={add.isPending}>
        Pin event
      </Button>
    </form>
  )
}
