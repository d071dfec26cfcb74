import { Fragment, type ReactNode } from 'react'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { AddRow } from './row-fields.tsx'
import { SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import { type KeyedRow, useRows } from './use-rows.ts'

export type ReadRows<Saved> = { saved: Saved; errors: SummarisedError[] }

export type RowProps<Row> = {
  id: number
  row: Row
  place: number
  errors: readonly SummarisedError[]
  onRemove: () => void
}

type RowsFormProps<Row, Saved> = {
  heading: string
  note: string
  submit: string
  said: string
  /** Said where there is no row. */
  empty: string
  first: readonly Row[]
  /** Where a refusal is said that is about no field of its own. */
  fieldOf: (key: number) => string
  read: (form: FormData, rows: readonly KeyedRow<Row>[]) => ReadRows<Saved>
  save: (saved: Saved) => Promise<unknown>
  additions: readonly { label: string; row: Row }[]
  children: (props: RowProps<Row>) => ReactNode
}

/** A part of the assessment that is made of rows, saved whole once every row can be read. */
export function RowsForm<Row, Saved>(props: RowsFormProps<Row, Saved>) {
  const { heading, note, submit, said, empty, first, fieldOf, read, save, additions, children } = props
  const { rows, add, remove } = useRows(first)
  const change = useAssessmentChange({
    firstField: rows[0] === undefined ? 'main' : fieldOf(rows[0].key),
    said,
    run: save,
  })

  function send(form: FormData): void {
    const { saved, errors } = read(form, rows)
    change.setErrors(errors)
    if (errors.length === 0) change.start(saved)
  }

  return (
    <SectionForm heading={heading} note={note} submit={submit} change={change} onSubmit={send}>
      {rows.length === 0 ? <p className="muted">{empty}</p> : null}
      {rows.map(({ key, row }, place) => (
        <Fragment key={key}>
          {children({ id: key, row, place, errors: change.errors, onRemove: () => remove(key) })}
        </Fragment>
      ))}
      <div className="add-rows">
        {additions.map(({ label, row }) => (
          <AddRow key={label} onAdd={() => add(row)}>
            {label}
          </AddRow>
        ))}
      </div>
    </SectionForm>
  )
}
