import { type ColumnMapping, type Import, mapImport } from '@accord/api-client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { textOf, textOrNull } from '#lib/form-values.ts'
import { importPath } from '#lib/paths.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { fieldId, fields, mainFields, moreFields } from './import-fields.ts'
import type { ImportViewProps } from './import-props.ts'
import { ProgressWords } from './progress-words.tsx'
import { SampleTable } from './sample-table.tsx'

const NEW = ''

function titleFrom(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function mappingIn(form: FormData): ColumnMapping {
  const named = fields.flatMap(({ name }) => {
    const place = textOf(form, fieldId(name))
    return place === '' ? [] : [[name, Number(place)]]
  })
  const columns: ColumnMapping['columns'] = Object.fromEntries(named)
  return {
    columns,
    indicator: columns.indicator === undefined ? textOrNull(form, 'mapping/indicator') : null,
  }
}

/** The second step: which column is what, and where the figures go. */
export function ColumnsForm({ found, frameworks, place }: ImportViewProps) {
  const navigate = useNavigate()
  const { id, version, fileName, mapping, proposedMapping, target, isRemembered } = found
  const shown = mapping ?? proposedMapping
  const [framework, setFramework] = useState(target?.framework ?? NEW)
  const [hasIndicator, setHasIndicator] = useState(shown?.columns.indicator !== undefined)
  const map = useAction({
    fields: [
      ...fields.map(({ name }) => fieldId(name)),
      ...['mapping/indicator', 'framework', 'frameworkTitle'],
    ],
    run: async (form: FormData) => {
      const body = {
        mapping: mappingIn(form),
        framework: framework === NEW ? null : framework,
        frameworkTitle: framework === NEW ? textOrNull(form, 'frameworkTitle') : null,
      }
      const headers = { 'If-Match': `"${version}"` }
      return (await mapImport({ path: { id }, body, headers, throwOnError: true })).data
    },
    onDone: () => void navigate(importPath(id, place)),
  })
  const choose = (name: string) => (value: string) => {
    if (name === 'indicator') setHasIndicator(value !== '')
  }
  return (
    <form
      className="import-columns"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!map.isPending) map.start(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary heading="There is a problem" errors={map.errors} />
      <Section heading="Where the figures go" note="An agreement takes figures of its own indicators only.">
        <div className="task-fields">
          <div className="field">
            <Choice
              id="framework"
              label="Framework"
              name="framework"
              value={framework}
              options={[
                { value: NEW, label: 'A new one, of imported series' },
                ...frameworks.map(({ id: value, name }) => ({ value, label: name })),
              ]}
              onChoose={setFramework}
            />
            <Message text={messageFor(map.errors, 'framework')} />
          </div>
          {framework === NEW ? (
            <Field
              id="frameworkTitle"
              name="frameworkTitle"
              label="Title of the new framework"
              maxLength={120}
              defaultValue={target?.framework === null ? target.title : titleFrom(fileName)}
              message={messageFor(map.errors, 'frameworkTitle')}
            />
          ) : null}
        </div>
      </Section>
      <Section
        heading="Which column is what"
        note={
          isRemembered
            ? 'As it was said of the last file with these headings.'
            : 'As the headings and the first rows suggest.'
        }
      >
        <SampleTable header={found.header} sample={found.sample} />
        <div className="column-choices">
          {mainFields.map((field) => (
            <ColumnChoice
              key={field.name}
              {...{ field, found, shown }}
              message={messageFor(map.errors, fieldId(field.name))}
              onChoose={choose(field.name)}
            />
          ))}
          {hasIndicator ? null : (
            <Field
              id="mapping/indicator"
              name="mapping/indicator"
              label="Code of the only indicator"
              maxLength={60}
              defaultValue={shown?.indicator ?? ''}
              message={messageFor(map.errors, 'mapping/indicator')}
            />
          )}
        </div>
        <details className="more-columns">
          <summary>More columns: state, notes, unit and the like</summary>
          <div className="column-choices">
            {moreFields.map((field) => (
              <ColumnChoice
                key={field.name}
                {...{ field, found, shown }}
                message={messageFor(map.errors, fieldId(field.name))}
                onChoose={choose(field.name)}
              />
            ))}
          </div>
        </details>
      </Section>
      <div className="upload-actions">
        <Button type="submit" aria-disabled={map.isPending}>
          Check the file
        </Button>
        <ProgressWords id={id} isPending={map.isPending} waiting="Checking the file …" />
      </div>
    </form>
  )
}

function Message({ text }: { text: string | null }) {
  return text === null ? null : <span className="field-message">{text}</span>
}

type ColumnChoiceProps = {
  field: (typeof fields)[number]
  found: Import
  shown: ColumnMapping | null
  message: string | null
  onChoose: (value: string) => void
}

function ColumnChoice({ field: { name, label, none }, found, shown, message, onChoose }: ColumnChoiceProps) {
  const [value, setValue] = useState(String(shown?.columns[name] ?? ''))
  return (
    <div className={message === null ? 'field' : 'field field-invalid'}>
      <Message text={message} />
      <Choice
        id={fieldId(name)}
        name={fieldId(name)}
        label={label}
        value={value}
        options={[
          { value: '', label: none },
          ...found.header.map((heading, place) => ({
            value: String(place),
            label: heading === '' ? `Column ${place + 1}` : heading,
          })),
        ]}
        onChoose={(next) => {
          setValue(next)
          onChoose(next)
        }}
      />
    </div>
  )
}
