import type { ImportedIndicatorSettings, NewIndicator } from '@accord/api-client'
import { countOf, type Measure, type Polarity } from '@accord/domain'
import { textOf } from '#lib/form-values.ts'
import { Choice } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'

const polarities: readonly { value: Polarity; label: string }[] = [
  { value: 'higher', label: 'Higher is better' },
  { value: 'lower', label: 'Lower is better' },
  { value: 'range', label: 'Best within a range' },
  { value: 'none', label: 'Neither way is better' },
]

const measures: readonly { value: Measure; label: string }[] = [
  { value: 'discrete_quarter', label: 'Of the quarter alone' },
  { value: 'snapshot', label: 'As it stood at its end' },
  { value: 'cumulative', label: 'Adds up from April' },
  { value: 'rolling_year', label: 'Of the year up to it' },
  { value: 'annual', label: 'Once a year' },
  { value: 'biennial', label: 'Every two years' },
]

const nameIn = (code: string, field: keyof ImportedIndicatorSettings) => `indicator:${code}:${field}`

/** The settings of one new indicator as the form has them. */
export function settingsIn(form: FormData, code: string): ImportedIndicatorSettings {
  const text = (field: keyof ImportedIndicatorSettings) => textOf(form, nameIn(code, field))
  return {
    title: text('title'),
    unit: text('unit'),
    decimals: Number(text('decimals')),
    polarity: polarities.find(({ value }) => value === text('polarity'))?.value ?? 'higher',
    measure: measures.find(({ value }) => value === text('measure'))?.value ?? 'discrete_quarter',
    roundedCounts: text('roundedCounts') === 'yes',
  }
}

/** How new indicators are read and shown; it does not change once figures are loaded. */
export function IndicatorSettings({ indicators }: { indicators: readonly NewIndicator[] }) {
  return indicators.map(({ code, rows, settings, isAnswered }) => (
    <fieldset key={code} className="question">
      <legend>
        {code} is new, with {countOf(rows, 'row')}. How is it measured?
        {isAnswered ? <span className="code">Answered</span> : null}
      </legend>
      <div className="column-choices">
        <Field
          id={nameIn(code, 'title')}
          name={nameIn(code, 'title')}
          label="Title"
          defaultValue={settings.title}
          maxLength={200}
        />
        <Field
          id={nameIn(code, 'unit')}
          name={nameIn(code, 'unit')}
          label="Unit, such as % or number"
          defaultValue={settings.unit}
          maxLength={40}
        />
        <div className="field">
          <Choice
            label="Decimals shown"
            name={nameIn(code, 'decimals')}
            value={String(settings.decimals)}
            options={['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }))}
          />
        </div>
        <div className="field">
          <Choice
            label="Which way is better"
            name={nameIn(code, 'polarity')}
            value={settings.polarity}
            options={polarities}
          />
        </div>
        <div className="field">
          <Choice
            label="What a figure is of"
            name={nameIn(code, 'measure')}
            value={settings.measure}
            options={measures}
          />
        </div>
        <div className="field">
          <Choice
            label="Counts"
            name={nameIn(code, 'roundedCounts')}
            value={settings.roundedCounts ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: 'Published rounded to 5' },
              { value: 'no', label: 'Exact, or none' },
            ]}
          />
        </div>
      </div>
    </fieldset>
  ))
}
