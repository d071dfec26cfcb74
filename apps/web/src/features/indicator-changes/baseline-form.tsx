import type { IndicatorTargets } from '@accord/api-client'
import { missingIn, textOf } from '#lib/form-values.ts'
import type { Place } from '#lib/paths.ts'
import { messageFor } from '#lib/use-action.ts'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { AgreementFields, agreementFields, agreementIn, agreementSentences } from './agreement-fields.tsx'
import { ReasonBox, reasonSentence } from './reason-box.tsx'
import { useProposal } from './use-proposal.ts'

type BaselineFormProps = { indicator: IndicatorTargets; place: Place; closeHref: string }

const boxes = { 'after/value': 'Enter the baseline', 'after/period': 'Say which period it is of' } as const

/** Where the indicator stood before the work began; one that is there is renegotiated, never overwritten. */
export function BaselineForm({ indicator, place, closeHref }: BaselineFormProps) {
  const { id, code, framework, organisation, baseline } = indicator
  const proposal = useProposal(place, ['reason', ...agreementFields, ...Object.keys(boxes)])

  function send(form: FormData): void {
    const missing = missingIn(form, { ...boxes, ...agreementSentences, ...reasonSentence })
    proposal.setErrors(missing)
    if (missing.length > 0) return
    const after = { value: textOf(form, 'after/value'), period: textOf(form, 'after/period') }
    proposal.start({
      ...{ kind: 'baseline', indicator: id, framework: framework.id, organisation: organisation?.id ?? null },
      ...{ after, ...agreementIn(form), reason: textOf(form, 'reason') },
    })
  }

  return (
    <TaskForm
      title={baseline === null ? `Set the baseline of ${code}` : `Renegotiate the baseline of ${code}`}
      errors={proposal.errors}
      submit="Send for approval"
      isPending={proposal.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      <div className="task-fields">
        <Field
          id="after/value"
          name="after/value"
          label="Baseline"
          inputMode="decimal"
          defaultValue={baseline?.value ?? ''}
          message={messageFor(proposal.errors, 'after/value')}
        />
        <Field
          id="after/period"
          name="after/period"
          label="Its period, such as 2005/06"
          maxLength={60}
          defaultValue={baseline?.period ?? ''}
          message={messageFor(proposal.errors, 'after/period')}
        />
      </div>
      <AgreementFields errors={proposal.errors} />
      <ReasonBox errors={proposal.errors} />
    </TaskForm>
  )
}
