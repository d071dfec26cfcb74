import type { SaveAssessmentData } from '@accord/api-client'
import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { kindWords } from './money-words.ts'
import { RowFields } from './row-fields.tsx'
import { type ReadRows, type RowProps, RowsForm } from './rows-form.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import { HOURS_FAULT, MONEY_FAULT, readHours, readPounds, writePounds } from './typed-money.ts'
import type { KeyedRow } from './use-rows.ts'
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
function read(form: FormData, rows: readonly KeyedRow<Row>[]): ReadRows<Saved> {
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
  return (
    <RowsForm<Row, Saved>
      heading="What goes in"
      note={`Hours are costed at the rates of ${value.year.label}.`}
      submit="Save what goes in"
      said="What goes in is saved."
      empty="Nothing goes in yet."
      first={startingRows(value)}
      fieldOf={(key) => `in-amount-${key}`}
      read={read}
      save={(investments) => savePart(draft, { investments })}
      additions={[
        { label: 'Add member time', row: { kind: 'member_time', title: '', amount: '' } },
        { label: 'Add officer time', row: { kind: 'officer_time', title: '', amount: '' } },
        { label: 'Add funding', row: { kind: 'funding', title: '', amount: '' } },
      ]}
    >
      {(row) => <InvestmentRow {...row} />}
    </RowsForm>
  )
}

function InvestmentRow({ id, row, place, errors, onRemove }: RowProps<Row>) {
  const field = (name: string) => {
    const own = `in-${name}-${id}`
    return { id: own, name: own, message: messageFor(errors, own) }
  }
  return (
    <RowFields name={`${kindWords[row.kind]}, row ${place + 1}`} onRemove={onRemove}>
      <p className="row-kind">{kindWords[row.kind]}</p>
      <Field {...field('title')} label={titleLabels[row.kind]} defaultValue={row.title} maxLength={300} />
      <Field
        {...field('amount')}
        label={row.kind === 'funding' ? 'Pounds' : 'Hours'}
        defaultValue={row.amount}
        inputMode="decimal"
      />
    </RowFields>
  )
}
