import { setValueForMoneyScheme, type VfmScheme } from '@accord/api-client'
import { financialYearKey, financialYearLabel } from '@accord/domain'
import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { AddRow, RowFields } from './row-fields.tsx'
import { SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import { useRows } from './use-rows.ts'

type Criterion = VfmScheme['criteria'][number]
type Body = Parameters<typeof setValueForMoneyScheme>[0]['body']

const blank: Criterion = { id: '', title: '', question: '' }
const YEARS_AHEAD = 3

/** A criterion keeps its name in addresses, and a new one takes it from its title. */
const idFrom = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const wordName = (place: number) => `words-${place}`

type Read = { body: Body; errors: SummarisedError[] }

function read(form: FormData, rows: readonly { key: number; row: Criterion }[]): Read {
  const errors: SummarisedError[] = []
  const said = (name: string, message: string) => {
    const value = textOf(form, name)
    if (value === '') errors.push({ fieldId: name, message })
    return value
  }
  const word = (place: number) => said(wordName(place), 'Give this rating a word')
  const criteria = rows.map(({ key, row }) => {
    const title = said(`title-${key}`, 'Name the criterion')
    const question = said(`question-${key}`, 'Say what is judged')
    return { id: row.id || idFrom(title), title, question }
  })
  const words: Body['words'] = [word(0), word(1), word(2), word(3)]
  return { body: { fromYear: textOf(form, 'fromYear'), words, criteria }, errors }
}

type SchemeFormProps = { scheme: VfmScheme; council: string; runningYear: number }

/** The words of the scale and the criteria, from a year on. */
export function SchemeForm({ scheme, council, runningYear }: SchemeFormProps) {
  const { rows, add, remove } = useRows<Criterion>(scheme.criteria)
  const change = useAssessmentChange({
    firstField: 'fromYear',
    said: 'The words and criteria are saved.',
    run: async (body: Body) =>
      (await setValueForMoneyScheme({ path: { council }, body, throwOnError: true })).data,
  })

  function submit(form: FormData): void {
    const { body, errors } = read(form, rows)
    change.setErrors(errors)
    if (errors.length === 0) change.start(body)
  }

  return (
    <SectionForm
      heading="Words and criteria"
      note="A year that has been assessed keeps those it was assessed by."
      submit="Save words and criteria"
      change={change}
      onSubmit={submit}
    >
      <div className="field">
        <Choice
          id="fromYear"
          label="From the year"
          name="fromYear"
          value={financialYearKey(runningYear)}
          options={Array.from({ length: YEARS_AHEAD }, (_, ahead) => ({
            value: financialYearKey(runningYear + ahead),
            label: financialYearLabel(runningYear + ahead),
          }))}
        />
      </div>
      <fieldset className="row-fields">
        <legend>Words of the scale, from the lowest rating to the highest</legend>
        {scheme.words.map((word, place) => (
          <Field
            key={word}
            id={wordName(place)}
            name={wordName(place)}
            label={`Rating ${place + 1}`}
            defaultValue={word}
            maxLength={40}
            message={messageFor(change.errors, wordName(place))}
          />
        ))}
      </fieldset>
      {rows.map(({ key, row }, place) => (
        <RowFields key={key} name={`Criterion ${place + 1}`} onRemove={() => remove(key)}>
          <Field
            id={`title-${key}`}
            name={`title-${key}`}
            label={`Criterion ${place + 1}`}
            defaultValue={row.title}
            maxLength={300}
            message={messageFor(change.errors, `title-${key}`)}
          />
          <Field
            id={`question-${key}`}
            name={`question-${key}`}
            label="What is judged"
            defaultValue={row.question}
            maxLength={300}
            message={messageFor(change.errors, `question-${key}`)}
          />
        </RowFields>
      ))}
      <div className="add-rows">
        <AddRow onAdd={() => add(blank)}>Add a criterion</AddRow>
      </div>
    </SectionForm>
  )
}
