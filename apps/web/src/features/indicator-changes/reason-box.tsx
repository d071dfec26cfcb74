import { messageFor } from '#lib/use-action.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { TextBox } from '#ui/text-box.tsx'

export const reasonSentence = { reason: 'Say why' } as const

export function ReasonBox({ errors }: { errors: readonly SummarisedError[] }) {
  return (
    <TextBox
      id="reason"
      name="reason"
      label="Why"
      hint="It is kept with the change, for whoever asks in years to come."
      message={messageFor(errors, 'reason')}
    />
  )
}
