import { addProcessMark, type IndicatorDetail } from '@accord/api-client'
import { type FormEvent, useRef } from 'react'
import { missingIn, textOf } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { quartersToChoose, seriesName } from './series-quarters.ts'

type ProcessMarkFormProps = { indicator: IndicatorDetail; onDone: (said: string) => void }
type Typed = { quarter: string; reason: string }

/** Limits are computed anew only for a known cause, which is written down. */
export function ProcessMarkForm({ indicator, onDone }: ProcessMarkFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const mark = useAction({
    fields: ['reason', 'mark-quarter'],
    run: async (typed: Typed, key: string) => {
      const path = { id: indicator.id }
      const body = { ...typed, organisation: indicator.organisation?.id ?? null }
      const headers = { 'Idempotency-Key': key }
      return (await addProcessMark({ path, body, headers, throwOnError: true })).data
    },
    onDone: () => {
      form.current?.reset()
      onDone('Limits begin anew from there.')
    },
  })

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    const missing = missingIn(filled, { reason: 'Write what changed in the process' })
    mark.setErrors(missing)
    if (missing.length > 0) return
    mark.start({ quarter: textOf(filled, 'mark-quarter'), reason: textOf(filled, 'reason') })
  }

  return (
    <form ref={form} onSubmit={send} noValidate className="note-form" aria-labelledby="mark-heading">
      <h3 id="mark-heading">Begin limits anew for {seriesName(indicator)}</h3>
      <ErrorSummary heading="There is a problem" errors={mark.errors} />
      <Choice
        id="mark-quarter"
        label="First quarter of the changed process"
        name="mark-quarter"
        value={indicator.quarter.key}
        options={quartersToChoose(indicator)}
      />
      <TextBox
        id="reason"
        name="reason"
        label="What changed in the process"
        hint="A known cause, such as a new contract. Limits that begin anew hide what was a signal before."
        maxLength={500}
        message={messageFor(mark.errors, 'reason')}
      />
      <Button type="submit" disabled={mark.isPending}>
        Begin limits anew
      </Button>
    </form>
  )
}
