import type { SaveAssessmentData } from '@accord/api-client'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { RowFields } from './row-fields.tsx'
import { type ReadRows, type RowProps, RowsForm } from './rows-form.tsx'
import { type DraftAtVersion, savePart } from './save-part.ts'
import type { KeyedRow } from './use-rows.ts'
import type { PartnershipValue } from './value-types.ts'

type Outcome = PartnershipValue['outcomes'][number]
type Row = Pick<Outcome, 'title' | 'indicator' | 'actual' | 'target' | 'unit' | 'decimals' | 'polarity'>
type Saved = NonNullable<SaveAssessmentData['body']['outcomes']>

const blank: Row = {
  ...{ title: '', indicator: null, actual: null, target: null },
  ...{ unit: 'number', decimals: 0, polarity: 'higher' },
}

const FIGURE_FAULT = 'Use numbers only, for example 18240 or 68.4'

function figureFrom(form: FormData, name: string): { figure: string | null; fault: SummarisedError | null } {
  const typed = textOrNull(form, name)?.replaceAll(',', '') ?? null
  const isFigure = typed === null || /^-?\d{1,12}(\.\d{1,6})?$/.test(typed)
  return { figure: typed, fault: isFigure ? null : { fieldId: name, message: FIGURE_FAULT } }
}

const decimalsOf = (figure: string | null) => figure?.split('.')[1]?.length ?? 0

function read(form: FormData, rows: readonly KeyedRow<Row>[]): ReadRows<Saved> {
  const saved: Saved = []
  const errors: SummarisedError[] = []
  for (const { key, row } of rows) {
    if (row.indicator !== null) {
      saved.push({ title: row.title, indicator: row.indicator.id })
      continue
    }
    const title = textOf(form, `outcome-title-${key}`)
    if (title === '') errors.push({ fieldId: `outcome-title-${key}`, message: 'Say which outcome' })
    const actual = figureFrom(form, `outcome-actual-${key}`)
    const target = figureFrom(form, `outcome-target-${key}`)
    for (const { fault } of [actual, target]) if (fault !== null) errors.push(fault)
    saved.push({
      ...{ title, actual: actual.figure, target: target.figure },
      unit: textOrNull(form, `outcome-unit-${key}`) ?? 'number',
      decimals: Math.max(decimalsOf(actual.figure), decimalsOf(target.figure)),
      polarity: form.get(`outcome-polarity-${key}`) === 'lower' ? 'lower' : 'higher',
    })
  }
  return { saved, errors }
}

/** What the partnership answers for: by an indicator, or by figures of its own. */
export function OutcomesForm({ value, draft }: { value: PartnershipValue; draft: DraftAtVersion }) {
  return (
    <RowsForm<Row, Saved>
      heading="Outcomes"
      note="An indicator brings its own figures."
      submit="Save outcomes"
      said="The outcomes are saved."
      empty="No outcomes yet."
      first={value.outcomes}
      fieldOf={(key) => `outcome-title-${key}`}
      read={read}
      save={(outcomes) => savePart(draft, { outcomes })}
      additions={[{ label: 'Add an outcome', row: blank }]}
    >
      {(row) => <OutcomeRow {...row} />}
    </RowsForm>
  )
}

function OutcomeRow({ id, row, place, errors, onRemove }: RowProps<Row>) {
  const field = (name: string) => {
    const own = `outcome-${name}-${id}`
    return { id: own, name: own, message: messageFor(errors, own) }
  }
  if (row.indicator !== null) {
    return (
      <RowFields name={`Outcome ${place + 1}`} onRemove={onRemove}>
        <p className="row-indicator" id={`outcome-title-${id}`} tabIndex={-1}>
          <b>{row.indicator.code}</b> {row.title}
        </p>
      </RowFields>
    )
  }
  return (
    <RowFields name={`Outcome ${place + 1}`} onRemove={onRemove}>
      <div className="row-wide">
        <Field {...field('title')} label="Outcome" defaultValue={row.title} maxLength={300} />
      </div>
      <Field {...field('actual')} label="Actual" defaultValue={row.actual ?? ''} inputMode="decimal" />
      <Field {...field('target')} label="Target" defaultValue={row.target ?? ''} inputMode="decimal" />
      <Field {...field('unit')} label="Unit" defaultValue={row.unit} maxLength={40} />
      <div className="field">
        <Choice
          label="Better is"
          name={`outcome-polarity-${id}`}
          value={row.polarity}
          options={[
            { value: 'higher', label: 'Higher' },
            { value: 'lower', label: 'Lower' },
          ]}
        />
      </div>
    </RowFields>
  )
}
