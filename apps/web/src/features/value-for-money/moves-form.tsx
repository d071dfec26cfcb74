import { agreeAssessment, moderateAssessment, returnAssessmentToDraft } from '@accord/api-client'
import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { type DraftAtVersion, matching } from './save-part.ts'
import { SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

type MovesProps = { value: PartnershipValue; draft: DraftAtVersion }

const onwards = {
  moderate: {
    run: moderateAssessment,
    heading: 'Moderate',
    button: 'Moderate it',
    said: 'The assessment is moderated.',
    what: 'It is whole, and the judgements follow from the evidence. It then waits to be agreed.',
  },
  agree: {
    run: agreeAssessment,
    heading: 'Agree',
    button: 'Agree it',
    said: 'The assessment is agreed.',
    what: 'Its rating becomes the one that everyone reads, here and on the dashboard.',
  },
} as const

/** What moves the assessment on, or what stands in the way, in words. */
export function Moves({ value, draft }: MovesProps) {
  const { allowedActions, blockedBecause } = value
  return (
    <>
      {(['moderate', 'agree'] as const).map((action) => {
        const isAllowed = allowedActions.includes(action)
        const reasons = blockedBecause.filter((blocked) => blocked.action === action)
        if (!isAllowed && reasons.length === 0) return null
        return isAllowed ? (
          <Onwards key={action} action={action} draft={draft} />
        ) : (
          <Blocked key={action} heading={onwards[action].heading} reasons={reasons} />
        )
      })}
      {allowedActions.includes('back_to_draft') ? <BackToDraft draft={draft} /> : null}
    </>
  )
}

function Blocked({ heading, reasons }: { heading: string; reasons: PartnershipValue['blockedBecause'] }) {
  return (
    <Section heading={`${heading}: not yet`}>
      <ul className="dashed" id="main-blocked">
        {reasons.map(({ sentence, pointer }) => (
          <li key={sentence}>
            {pointer === null ? (
              sentence
            ) : (
              <a href={`#${pointer.slice(1).replaceAll('/', '-')}`}>{sentence}</a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Onwards({ action, draft }: { action: keyof typeof onwards; draft: DraftAtVersion }) {
  const { run, heading, button, said, what } = onwards[action]
  const change = useAssessmentChange({
    firstField: `move-${action}`,
    said,
    run: async () =>
      (await run({ path: { id: draft.id }, headers: matching(draft), throwOnError: true })).data,
  })
  return (
    <Section heading={heading}>
      <ErrorSummary heading="There is a problem" errors={change.errors} />
      <p>{what}</p>
      <p className="save-actions">
        <Button
          id={`move-${action}`}
          aria-disabled={change.isPending}
          onClick={change.isPending ? undefined : () => change.start(undefined)}
        >
          {button}
        </Button>
        <span role="status">{change.outcome}</span>
      </p>
    </Section>
  )
}

function BackToDraft({ draft }: { draft: DraftAtVersion }) {
  const change = useAssessmentChange({
    firstField: 'reason',
    said: 'It is a draft again.',
    run: async (reason: string) => {
      const asked = {
        path: { id: draft.id },
        body: { reason },
        headers: matching(draft),
        throwOnError: true,
      } as const
      return (await returnAssessmentToDraft(asked)).data
    },
  })

  function submit(form: FormData): void {
    const reason = textOf(form, 'reason')
    change.setErrors(reason === '' ? [{ fieldId: 'reason', message: 'Say why: the reason is kept' }] : [])
    if (reason !== '') change.start(reason)
  }

  return (
    <SectionForm
      heading="Take back to draft"
      note="Other readers keep what was agreed until it is agreed again."
      submit="Take it back"
      change={change}
      onSubmit={submit}
    >
      <TextBox id="reason" name="reason" label="Why" message={messageFor(change.errors, 'reason')} />
    </SectionForm>
  )
}
