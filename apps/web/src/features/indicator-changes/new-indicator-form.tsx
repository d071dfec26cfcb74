import type { FrameworkDetail } from '@accord/api-client'
import { useNavigate } from 'react-router'
import { missingIn, textOf } from '#lib/form-values.ts'
import { indicatorsPath, newIndicatorPath, type Place } from '#lib/paths.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { PlacementFields, placementFields, placementIn } from './placement-fields.tsx'
import { ReasonBox, reasonSentence } from './reason-box.tsx'
import { SettingsFields, settingFields, settingsIn } from './settings-fields.tsx'
import { useProposal } from './use-proposal.ts'

type NewIndicatorFormProps = {
  framework: FrameworkDetail
  frameworks: readonly { id: string; name: string }[]
  place: Place
}

const needed = {
  'after/code': 'Write its code',
  'after/title': 'Write its title',
  'after/shortTitle': 'Write a short title',
  'after/unit': 'Write its unit',
} as const

export function NewIndicatorForm({ framework, frameworks, place }: NewIndicatorFormProps) {
  const navigate = useNavigate()
  const fields = ['after/code', ...settingFields, ...placementFields, 'reason']
  const proposal = useProposal(place, fields)
  const { outcomes, owners, designated } = framework

  function send(form: FormData): void {
    const missing = missingIn(form, { ...needed, ...reasonSentence })
    proposal.setErrors(missing)
    if (missing.length > 0) return
    const after = { code: textOf(form, 'after/code'), ...settingsIn(form, null), ...placementIn(form) }
    proposal.start({
      ...{ kind: 'new_indicator', framework: framework.id, after, reason: textOf(form, 'reason') },
    })
  }

  return (
    <TaskForm
      title="What it is"
      errors={proposal.errors}
      submit="Send for approval"
      isPending={proposal.isPending}
      onSubmit={send}
      closeHref={indicatorsPath(place)}
    >
      <div className="field">
        <Choice
          id="framework"
          name="framework"
          label="Framework"
          value={framework.id}
          options={frameworks.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => void navigate(newIndicatorPath(place, id), { replace: true })}
        />
      </div>
      <Field
        id="after/code"
        name="after/code"
        label="Code, such as NI 192"
        maxLength={40}
        message={messageFor(proposal.errors, 'after/code')}
      />
      <SettingsFields settings={null} locked={null} errors={proposal.errors} />
      <PlacementFields
        key={framework.id}
        {...{ outcomes, owners, designated, placement: null }}
        errors={proposal.errors}
      />
      <ReasonBox errors={proposal.errors} />
    </TaskForm>
  )
}
