import { listIndicators, placeIndicator } from '@accord/api-client'
import { missingIn, textOf, textOrNull } from '#lib/form-values.ts'
import { ProblemError } from '#lib/problem.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { TaskForm } from '#ui/task-form.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { type FrameworkFormProps, versionHeaders } from './framework-forms.tsx'

const bare = (code: string) => code.replaceAll(' ', '').toLowerCase()

/** The indicator of a code as people write it: 'ni192'. */
async function idOfCode(code: string): Promise<string | null> {
  const { items } = (await listIndicators({ query: { search: code, pageSize: 20 }, throwOnError: true })).data
  return items.find((indicator) => bare(indicator.code) === bare(code))?.id ?? null
}

const detail = 'No indicator has this code. Find it in the catalogue first.'

const noSuchCode = {
  ...{ type: '/problems/not-found', title: 'There is nothing here', status: 404, code: 'not-found', detail },
  errors: [{ pointer: '#/body/code', detail }],
}

type PlaceFormProps = FrameworkFormProps & {
  /** The indicator whose place is changed; null for one that is placed. */
  indicator: string | null
}

/** An indicator placed in the framework, or another outcome, owner or designation for one that is there. */
export function PlaceForm({ framework, indicator, closeHref, onDone }: PlaceFormProps) {
  const outcome = framework.outcomes.find(({ indicators }) => indicators.some(({ id }) => id === indicator))
  const placed = outcome?.indicators.find(({ id }) => id === indicator)
  const change = useAction({
    fields: ['code', 'outcome', 'owner', 'reason'],
    run: async (form: FormData, key: string) => {
      const id = indicator ?? (await idOfCode(textOf(form, 'code')))
      if (id === null) throw new ProblemError(noSuchCode)
      const body = {
        outcome: textOf(form, 'outcome'),
        owner: textOrNull(form, 'owner'),
        isDesignated: form.get('isDesignated') === 'on',
        // Of one that is there another person decides: it moves statuses.
        isDataOnly: placed?.isDataOnly ?? form.get('isDataOnly') === 'on',
        reason: textOf(form, 'reason'),
      }
      const path = { id: framework.id, indicator: id }
      const headers = versionHeaders(framework, key)
      return (await placeIndicator({ path, headers, body, throwOnError: true })).data
    },
    onDone: ({ designated }) => onDone(`It is saved: ${designated}.`),
  })

  function send(form: FormData): void {
    const missing = missingIn(form, {
      ...(indicator === null ? { code: 'Write the code of the indicator' } : {}),
      reason: 'Say why',
    })
    change.setErrors(missing)
    if (missing.length === 0) change.start(form)
  }

  return (
    <TaskForm
      title={placed === undefined ? 'Place an indicator in it' : `Place of ${placed.code} ${placed.title}`}
      errors={change.errors}
      submit="Save"
      isPending={change.isPending}
      onSubmit={send}
      closeHref={closeHref}
    >
      {placed === undefined ? (
        <Field
          id="code"
          name="code"
          label="Code of an indicator in the catalogue, such as NI 38"
          maxLength={40}
          message={messageFor(change.errors, 'code')}
        />
      ) : null}
      <div className="field">
        <Choice
          id="outcome"
          name="outcome"
          label="Outcome"
          value={outcome?.id ?? framework.outcomes[0]?.id ?? ''}
          options={framework.outcomes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </div>
      <div className="field">
        <Choice
          id="owner"
          name="owner"
          label="Partnership that answers for it"
          value={placed?.owner?.id ?? ''}
          options={[
            { value: '', label: 'None' },
            ...framework.owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      {framework.whyNoMore === null || placed?.isDesignated === true ? null : (
        <p className="callout">{framework.whyNoMore}</p>
      )}
      <label className="ticked">
        <input
          type="checkbox"
          name="isDesignated"
          defaultChecked={placed?.isDesignated ?? false}
          disabled={framework.whyNoMore !== null && placed?.isDesignated !== true}
        />
        {`A designated target (${framework.designated})`}
      </label>
      {placed === undefined ? (
        <label className="ticked">
          <input type="checkbox" name="isDataOnly" />
          Kept as data only, never rated
        </label>
      ) : null}
      <TextBox id="reason" name="reason" label="Why" message={messageFor(change.errors, 'reason')} />
    </TaskForm>
  )
}
