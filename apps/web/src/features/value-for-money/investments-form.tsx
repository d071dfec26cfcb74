import type { SaveAssessmentData } from '@accord/api-client'
import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { kindWords } from './money-words.ts'
import { AddRow, RowFields } from './row-fields.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { SectionForm } from './section-form.tsx'
import { HOURS_FAULT, MONEY_FAULT, readHours, readPounds, writePounds } from './typed-money.ts'
import { useAssessmentChange } from './use-assessment-change.ts'
import { useRows } from './use-rows.ts'
import type { PartnershipValue } from './value-types.ts'

type Kind = PartnershipValue['investments'][number]['kind']
type Row = { kind: Kind; title: string; amount: string }
type Saved = NonNullable<SaveAssessmentData['body']['investments']>

const titleLabels = { member_time: 'What for', officer_time: 'What for', funding: 'Source' } as const

function startingRows({ investments }: PartnershipValue): Row[] {
  const rows = investments.map(({ kind, title, hours, cost }) => ({
    kind,
    title,
    amount: kind === 'funding' ? writePounds(cost) : (hours ?? ''),
  }))
  if (rows.length > 0) return rows
  return [
    { kind: 'member_time', title: 'Meetings', amount: '' },
    { kind: 'officer_time', title: 'Officers', amount: '' },
    { kind: 'funding', title: '', amount: '' },
  ]
}

/** What the form holds, as it is saved; or what is wrong with it. A row with nothing in it is left out. */
function read(
  form: FormData,
  rows: readonly { key: number; row: Row }[],
): { saved: Saved; errors: SummarisedError[] } {
  const saved: Saved = []
  const errors: SummarisedError[] = []
  for (const { key, row } of rows) {
    const [title, amount] = [textOf(form, `in-title-${key}`), textOf(form, `in-amount-${key}`)]
    if (amount === '') continue
    if (title === '')
      errors.push({ fieldId: `in-title-${key}`, message: `${kindWords[row.kind]}: say what for` })
    if (row.kind === 'funding') {
      const pence = readPounds(amount)
      if (pence === null) errors.push({ fieldId: `in-amount-${key}`, message: MONEY_FAULT })
      else saved.push({ kind: row.kind, title, pence })
    } else {
      const hours = readHours(amount)
      if (hours === null) errors.push({ fieldId: `in-amount-${key}`, message: HOURS_FAULT })
      else saved.push({ kind: row.kind, title, hours })
    }
  }
  return { saved, errors }
}

/** Member hours, officer hours, and funding by its source. */
export function InvestmentsForm({ value, draft }: { value: PartnershipValue; draft: DraftAtVersion }) {
  const { rows, add, remove } = useRows(startingRows(value))
  const change = useAssessmentChange({
    firstField: `in-amount-${rows[0]?.key ?? 0}`,
    said: 'What goes in is saved.',
    run: (investments: Saved) => savePart(draft, { investments }),
  })

  function submit(form: FormData): void {
    const { saved, errors } = read(form, rows)
    change.setErrors(errors)
    if (errors.length === 0) change.start(saved)
  }

  return (
    <SectionForm
      heading="What goes in"
      note={`Hours are costed at the rates of ${value.year.label}.`}
      submit="Save what goes in"
      change={change}
      onSubmit={submit}
    >
      {rows.map(({ key, row }, place) => (
        <RowFields key={key} name={`${kindWords[row.kind]}, row ${place + 1}`} onRemove={() => remove(key)}>
          <p className="row-kind">{kindWords[row.kind]}</p>
          <Field
            id={`in-title-${key}`}
            name={`in-title-${key}`}
            label={titleLabels[row.kind]}
            defaultValue={row.title}
            maxLength={300}
            message={messageFor(change.errors, `in-title-${key}`)}
          />
          <Field
            id={`in-amount-${key}`}
            name={`in-amount-${key}`}
            label={row.kind === 'funding' ? 'Pounds' : 'Hours'}
            defaultValue={row.amount}
            inputMode="decimal"
            message={messageFor(change.errors, `in-amount-${key}`)}
          />
        </RowFields>
      ))}
      <div className="add-rows">
        <AddRow onAdd={() => add({ kind: 'member_time', title: '', amount: '' })}>Add member time</AddRow>
        <AddRow onAdd={() => add({ kind: 'officer_time', title: '', amount: '' })}>Add officer time</AddRow>
        <AddRow onAdd={() => add({ kind: 'funding', title: '', amount: '' })}>Add funding</AddRow>
      </div>
    </SectionForm>
  )
}
