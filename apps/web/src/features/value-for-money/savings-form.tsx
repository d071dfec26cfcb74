import type { SaveAssessmentData } from '@accord/api-client'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { AddRow, RowFields } from './row-fields.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { SectionForm } from './section-form.tsx'
import { MONEY_FAULT, readPounds, writePounds } from './typed-money.ts'
import { useAssessmentChange } from './use-assessment-change.ts'
import { useRows } from './use-rows.ts'
import type { PartnershipValue } from './value-types.ts'

type Row = PartnershipValue['savings'][number]
type Saved = NonNullable<SaveAssessmentData['body']['savings']>

const blank: Row = { kind: 'cashable', title: '', pence: 0, signedBy: null, signedOn: null }

function read(form: FormData, keys: readonly number[]): { saved: Saved; errors: SummarisedError[] } {
  const saved: Saved = []
  const errors: SummarisedError[] = []
  for (const key of keys) {
    const name = (field: string) => `saving-${field}-${key}`
    const title = textOf(form, name('title'))
    const pence = readPounds(textOf(form, name('pounds')))
    const [signedBy, signedOn] = [textOrNull(form, name('signed-by')), textOrNull(form, name('signed-on'))]
    if (title === '') errors.push({ fieldId: name('title'), message: 'Say what was saved' })
    if (pence === null) errors.push({ fieldId: name('pounds'), message: MONEY_FAULT })
    if ((signedBy === null) !== (signedOn === null)) {
      errors.push({ fieldId: name('signed-by'), message: 'A signed saving says who signed it and when' })
    }
    const kind = form.get(name('kind')) === 'drawn_in' ? 'drawn_in' : 'cashable'
    saved.push({ kind, title, pence: pence ?? 0, signedBy, signedOn })
  }
  return { saved, errors }
}

/** Savings and money drawn in; a saving counts once somebody signed for it. */
export function SavingsForm({ value, draft }: { value: PartnershipValue; draft: DraftAtVersion }) {
  const { rows, add, remove } = useRows<Row>(value.savings)
  const change = useAssessmentChange({
    firstField: rows[0] === undefined ? 'main' : `saving-title-${rows[0].key}`,
    said: 'The savings are saved.',
    run: (savings: Saved) => savePart(draft, { savings }),
  })

  function submit(form: FormData): void {
    const { saved, errors } = read(
      form,
      rows.map(({ key }) => key),
    )
    change.setErrors(errors)
    if (errors.length === 0) change.start(saved)
  }

  return (
    <SectionForm
      heading="Savings and money drawn in"
      note="A saving counts once it is signed."
      submit="Save savings"
      change={change}
      onSubmit={submit}
    >
      {rows.length === 0 ? <p className="muted">No savings yet.</p> : null}
      {rows.map(({ key, row }, place) => (
        <SavingRow
          key={key}
          id={key}
          row={row}
          place={place}
          errors={change.errors}
          onRemove={() => remove(key)}
        />
      ))}
      <div className="add-rows">
        <AddRow onAdd={() => add(blank)}>Add a saving</AddRow>
      </div>
    </SectionForm>
  )
}

type RowProps = {
  id: number
  row: Row
  place: number
  errors: readonly SummarisedError[]
  onRemove: () => void
}

function SavingRow({ id, row, place, errors, onRemove }: RowProps) {
  const field = (name: string) => {
    const own = `saving-${name}-${id}`
    return { id: own, name: own, message: messageFor(errors, own) }
  }
  return (
    <RowFields name={`Saving ${place + 1}`} onRemove={onRemove}>
      <div className="field">
        <Choice
          label="Kind"
          name={`saving-kind-${id}`}
          value={row.kind}
          options={[
            { value: 'cashable', label: 'Cashable saving' },
            { value: 'drawn_in', label: 'Money drawn in' },
          ]}
        />
      </div>
      <Field {...field('title')} label="What" defaultValue={row.title} maxLength={300} />
      <Field
        {...field('pounds')}
        label="Pounds"
        defaultValue={writePounds(row.pence || null)}
        inputMode="decimal"
      />
      <Field {...field('signed-by')} label="Signed by" defaultValue={row.signedBy ?? ''} maxLength={300} />
      <Field {...field('signed-on')} label="Signed on" type="date" defaultValue={row.signedOn ?? ''} />
    </RowFields>
  )
}
