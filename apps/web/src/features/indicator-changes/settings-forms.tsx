import type { IndicatorSettings } from '@accord/api-client'
import type { FormEvent } from 'react'
import { missingIn, textOf } from '#lib/form-values.ts'
import type { Place } from '#lib/paths.ts'
import { TaskForm } from '#ui/task-form.tsx'
import { LivePreview } from './change-preview.tsx'
import { PlacementFields, placementFields, placementIn } from './placement-fields.tsx'
import { ReasonBox, reasonSentence } from './reason-box.tsx'
import { SettingsFields, settingFields, settingsIn } from './settings-fields.tsx'
import { usePreview } from './use-preview.ts'
import { useProposal } from './use-proposal.ts'

type FormProps = { indicator: IndicatorSettings; place: Place; closeHref: string }

/** The form that an event in it belongs to. */
const formOf = (event: FormEvent<HTMLDivElement>) => event.currentTarget.closest('form')

export function SettingsForm({ indicator, place, closeHref }: FormProps) {
  const { id, code, framework, settings, locked } = indicator
  const proposal = useProposal(place, ['reason', ...settingFields])
  const live = usePreview(id)

  function send(form: FormData): void {
    const missing = missingIn(form, { 'after/title': 'Write its title', ...reasonSentence })
    proposal.setErrors(missing)
    if (missing.length > 0) return
    const after = settingsIn(form, settings)
    proposal.start({
      ...{ kind: 'indicator', indicator: id, framework: framework.id, after },
      reason: textOf(form, 'reason'),
    })
  }

  function look(event: FormEvent<HTMLDivElement>): void {
    const form = formOf(event)
    if (form === null) return
    live.look({ kind: 'indicator', framework: framework.id, after: settingsIn(new FormData(form), settings) })
  }

  return (
    <TaskForm
      title={`Change the definition and tolerances of ${code}`}
      errors={proposal.errors}
      submit="Send for approval"
      isPending={proposal.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      <div onInput={look}>
        <SettingsFields settings={settings} locked={locked} errors={proposal.errors} />
      </div>
      <LivePreview live={live} format={settings} />
      <ReasonBox errors={proposal.errors} />
    </TaskForm>
  )
}

export function PlacementForm({ indicator, place, closeHref }: FormProps) {
  const { id, code, framework, settings, placement, outcomes, owners, designated } = indicator
  const proposal = useProposal(place, ['reason', ...placementFields])
  const live = usePreview(id)

  function send(form: FormData): void {
    const missing = missingIn(form, reasonSentence)
    proposal.setErrors(missing)
    if (missing.length > 0) return
    proposal.start({
      ...{ kind: 'placement', indicator: id, framework: framework.id, after: placementIn(form) },
      reason: textOf(form, 'reason'),
    })
  }

  function look(event: FormEvent<HTMLDivElement>): void {
    const form = formOf(event)
    if (form === null) return
    live.look({ kind: 'placement', framework: framework.id, after: placementIn(new FormData(form)) })
  }

  return (
    <TaskForm
      title={`Change the place of ${code} in ${framework.name}`}
      errors={proposal.errors}
      submit="Send for approval"
      isPending={proposal.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      <div onInput={look}>
        <PlacementFields {...{ placement, outcomes, owners, designated }} errors={proposal.errors} />
      </div>
      <LivePreview live={live} format={settings} />
      <ReasonBox errors={proposal.errors} />
    </TaskForm>
  )
}
