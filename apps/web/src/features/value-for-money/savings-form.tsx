import type { SaveAssessmentData } from '@accord/api-client'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { RowFields } from './row-fields.tsx'
import { type ReadRows, type RowProps, RowsForm } from './rows-form.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { MONEY_FAULT, readPounds, writePounds } from './typed-money.ts'
import type { KeyedRow } from './use-rows.ts'
import type { PartnershipValue } from './value-types.ts'

type Row = PartnershipValue['savings'][number]
type Saved = NonNullable<SaveAssessmentData['body']['savings']>

const blank: Row = { kind: 'cashable', title: '', pence: 0, signedBy: null, signedOn: null }

function read(form: FormData, rows: readonly KeyedRow<Row>[]): ReadRows<Saved> {
  const saved: Saved = []
  const errors: SummarisedError[] = []
  for (const { key } of rows) {
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
  return (
    <RowsForm
      heading="Savings and money drawn in"
      note="A saving counts once it is signed."
      submit="Save savings"
      said="The savings are saved."
      empty="No savings yet."
      first={value.savings}
      fieldOf={(key) => `saving-title-${key}`}
      read={read}
      save={(savings) => savePart(draft, { savings })}
      additions={[{ label: 'Add a saving', row: blank }]}
    >
      {(row) => <SavingRow {...row} />}
    </RowsForm>
  )
}

function SavingRow({ id, row, place, errors, onRemove }: RowProps<Row>) {
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
