import { type Recommendation, type RecommendationResponse, respondToRecommendation } from '@accord/api-client'
import { mayHaveAction, responseNeedsReason } from '@accord/domain'
import { useState } from 'react'
import { missingIn, textOrNull } from '#lib/form-values.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { ActionFields, actionIn, actionNames, missingInAction } from './action-fields.tsx'
import type { TaskProps } from './recommend-form.tsx'

const responses: readonly { value: RecommendationResponse; label: string }[] = [
  { value: 'accepted', label: 'Accept' },
  { value: 'accepted_in_part', label: 'Accept in part' },
  { value: 'rejected', label: 'Reject' },
]

const done = { accepted: 'accepted', accepted_in_part: 'accepted in part', rejected: 'rejected' } as const

/** A date that was set before and has passed is no suggestion. */
const dayToCome = (day: string | null, today: string) => (day === null || day < today ? '' : day)

/** The Executive’s response; what is accepted may open an action in the same breath. */
export function RespondForm({
  scrutiny,
  recommendation,
  closeHref,
  onDone,
}: TaskProps & { recommendation: Recommendation }) {
  const [response, setResponse] = useState<RecommendationResponse>('accepted')
  const [hasAction, setHasAction] = useState(false)
  const { id, version, name, text, access } = recommendation
  const mayAct = response !== 'rejected' && mayHaveAction(access)
  const respond = useAction({
    fields: ['reason', 'followUpOn', ...actionNames],
    run: async (form: FormData, key: string) => {
      const body = {
        response,
        reason: textOrNull(form, 'reason'),
        followUpOn: textOrNull(form, 'followUpOn'),
        action: mayAct && hasAction ? actionIn(form) : null,
      }
      const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': key }
      return (await respondToRecommendation({ path: { id }, body, headers, throwOnError: true })).data
    },
    onDone: () => onDone(`${name} is ${done[response]}.`),
  })

  function submit(form: FormData): void {
    const missing: SummarisedError[] = [
      ...(responseNeedsReason(response)
        ? missingIn(form, { reason: 'Say why it is not accepted as it stands' })
        : []),
      ...(mayAct && hasAction ? missingInAction(form) : []),
    ]
    respond.setErrors(missing)
    if (missing.length === 0) respond.start(form)
  }

  return (
    <TaskForm
      title={`Respond to ${name.toLowerCase()}`}
      errors={respond.errors}
      submit="Record the response"
      isPending={respond.isPending}
      onSubmit={submit}
      closeHref={closeHref}
    >
      <p>“{text}”</p>
      <div className="field">
        <Choice
          label="The Executive’s response"
          name="response"
          value={response}
          options={responses}
          onChoose={(chosen) =>
            setResponse(responses.find(({ value }) => value === chosen)?.value ?? 'accepted')
          }
        />
      </div>
      <TextBox
        id="reason"
        name="reason"
        label={responseNeedsReason(response) ? 'Why' : 'Why (optional)'}
        message={messageFor(respond.errors, 'reason')}
      />
      <Field
        id="followUpOn"
        name="followUpOn"
        type="date"
        label="Follow-up date (optional)"
        defaultValue={dayToCome(recommendation.followUpOn, scrutiny.today)}
        message={messageFor(respond.errors, 'followUpOn')}
      />
      {mayAct ? (
        <ActionFields
          owners={scrutiny.owners}
          errors={respond.errors}
          isOpen={hasAction}
          onOpen={setHasAction}
        />
      ) : null}
    </TaskForm>
  )
}
