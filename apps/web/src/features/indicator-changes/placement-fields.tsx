import type { IndicatorSettings, Reference } from '@accord/api-client'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'

type Placement = IndicatorSettings['placement']

export const placementFields = [
  'after/outcome',
  'after/owner',
  'after/isDesignated',
  'after/isDataOnly',
] as const

export function placementIn(form: FormData): Placement {
  return {
    outcome: textOf(form, 'after/outcome'),
    owner: textOrNull(form, 'after/owner'),
    isDesignated: form.get('after/isDesignated') === 'on',
    isDataOnly: form.get('after/isDataOnly') === 'on',
  }
}

type PlacementFieldsProps = {
  placement: Placement | null
  outcomes: readonly { id: string; title: string }[]
  owners: readonly Reference[]
  /** '34 of 35 designated', where it is known. */
  designated: string | null
  errors: readonly SummarisedError[]
}

export function PlacementFields({ placement, outcomes, owners, designated, errors }: PlacementFieldsProps) {
  const refused = messageFor(errors, 'after/isDesignated')
  return (
    <>
      <div className="field">
        <Choice
          id="after/outcome"
          name="after/outcome"
          label="Outcome"
          value={placement?.outcome ?? outcomes[0]?.id ?? ''}
          options={outcomes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </div>
      <div className="field">
        <Choice
          id="after/owner"
          name="after/owner"
          label="Partnership that answers for it"
          value={placement?.owner ?? ''}
          options={[
            { value: '', label: 'None' },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      {refused === null ? null : <p className="field-message">{refused}</p>}
      <label className="ticked">
        <input
          type="checkbox"
          id="after/isDesignated"
          name="after/isDesignated"
          defaultChecked={placement?.isDesignated ?? false}
        />
        {`A designated target${designated === null ? '' : ` (${designated})`}`}
      </label>
      <label className="ticked">
        <input
          type="checkbox"
          id="after/isDataOnly"
          name="after/isDataOnly"
          defaultChecked={placement?.isDataOnly ?? false}
        />
        Kept as data only, never rated
      </label>
    </>
  )
}
