import type { IndicatorSettings } from '@accord/api-client'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { measureOptions, percentKept, polarityOptions, shareTyped, toleranceOptions } from './change-words.ts'

type Settings = IndicatorSettings['settings']

/** As the API names them, and so the ids of the boxes. */
export const settingFields = [
  'after/title',
  'after/shortTitle',
  'after/definition',
  'after/unit',
  'after/decimals',
  'after/polarity',
  'after/measure',
  'after/tolerance/kind',
  'after/tolerance/green',
  'after/tolerance/amber',
  'after/hardMin',
  'after/hardMax',
  'after/source',
  'after/reportedBy',
  'after/lagWeeks',
] as const

const oneOf = <Value extends string>(text: string, values: readonly Value[], usual: Value): Value =>
  values.find((value) => value === text) ?? usual

/** What the boxes hold, as it is sent; a box that is locked keeps what it had. */
export function settingsIn(form: FormData, kept: Settings | null): Settings {
  const text = (name: string) => textOf(form, `after/${name}`)
  const orNull = (name: string) => textOrNull(form, `after/${name}`)
  const kind = oneOf(text('tolerance/kind'), ['relative', 'absolute'], 'relative')
  const reach = (name: string) => (kind === 'relative' ? shareTyped(text(name)) : text(name))
  const locked = kept !== null && !form.has('after/unit')
  return {
    title: text('title'),
    shortTitle: text('shortTitle'),
    definition: orNull('definition'),
    unit: locked ? kept.unit : text('unit'),
    decimals: Number(text('decimals') || '0'),
    polarity: locked
      ? kept.polarity
      : oneOf(text('polarity'), ['higher', 'lower', 'range', 'none'], 'higher'),
    measure: locked
      ? kept.measure
      : oneOf(
          text('measure'),
          ['snapshot', 'discrete_quarter', 'cumulative', 'rolling_year', 'annual', 'biennial'],
          'snapshot',
        ),
    tolerance: { kind, green: reach('tolerance/green'), amber: reach('tolerance/amber') },
    hardMin: orNull('hardMin'),
    hardMax: orNull('hardMax'),
    source: orNull('source'),
    reportedBy: orNull('reportedBy'),
    lagWeeks: text('lagWeeks') === '' ? null : Number(text('lagWeeks')),
    roundedCounts: form.get('after/roundedCounts') === 'on',
  }
}

type SettingsFieldsProps = {
  settings: Settings | null
  locked: string | null
  errors: readonly SummarisedError[]
}

const decimalOptions = [0, 1, 2, 3, 4, 5, 6].map((number) => ({
  value: String(number),
  label: String(number),
}))

export function SettingsFields({ settings, locked, errors }: SettingsFieldsProps) {
  const field = (name: string, label: string, value: string | null | undefined) => ({
    ...{ id: `after/${name}`, name: `after/${name}`, label, defaultValue: value ?? '' },
    message: messageFor(errors, `after/${name}`),
  })
  const choice = (name: string, label: string, value: string) => ({
    ...{ id: `after/${name}`, name: `after/${name}`, label, value },
  })
  const tolerance = settings?.tolerance ?? { kind: 'relative', green: '0', amber: '0.1' }
  const reach = (text: string) => (tolerance.kind === 'relative' ? percentKept(text) : text)
  return (
    <>
      <Field {...field('title', 'Title', settings?.title)} maxLength={300} />
      <Field {...field('shortTitle', 'Short title, for lists', settings?.shortTitle)} maxLength={120} />
      <TextBox {...field('definition', 'Definition (optional)', settings?.definition)} />
      {locked === null ? (
        <div className="task-fields">
          <Field {...field('unit', 'Unit, such as % or number', settings?.unit)} maxLength={40} />
          <div className="field">
            <Choice
              {...choice('polarity', 'Which way is good', settings?.polarity ?? 'higher')}
              options={polarityOptions}
            />
          </div>
          <div className="field">
            <Choice
              {...choice('measure', 'What a figure covers', settings?.measure ?? 'snapshot')}
              options={measureOptions}
            />
          </div>
        </div>
      ) : (
        <p className="callout">{locked}</p>
      )}
      <fieldset>
        <legend>Tolerances</legend>
        <div className="task-fields">
          <div className="field">
            <Choice {...choice('tolerance/kind', 'Counted in', tolerance.kind)} options={toleranceOptions} />
          </div>
          <Field
            {...field('tolerance/green', 'On target within', reach(tolerance.green))}
            inputMode="decimal"
          />
          <Field
            {...field('tolerance/amber', 'Near target within', reach(tolerance.amber))}
            inputMode="decimal"
          />
        </div>
      </fieldset>
      <div className="task-fields">
        <div className="field">
          <Choice
            {...choice('decimals', 'Decimals shown', String(settings?.decimals ?? 1))}
            options={decimalOptions}
          />
        </div>
        <Field {...field('hardMin', 'Lowest figure (optional)', settings?.hardMin)} inputMode="decimal" />
        <Field {...field('hardMax', 'Highest figure (optional)', settings?.hardMax)} inputMode="decimal" />
      </div>
      <Field {...field('source', 'Source (optional)', settings?.source)} maxLength={300} />
      <div className="task-fields">
        <Field {...field('reportedBy', 'Reported by (optional)', settings?.reportedBy)} maxLength={120} />
        <Field
          {...field('lagWeeks', 'Lag in weeks (optional)', settings?.lagWeeks?.toString())}
          inputMode="numeric"
        />
      </div>
      <label className="ticked">
        <input type="checkbox" name="after/roundedCounts" defaultChecked={settings?.roundedCounts ?? false} />
        Its published counts are rounded
      </label>
    </>
  )
}
