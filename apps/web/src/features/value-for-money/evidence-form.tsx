import type { RecordAccess } from '@accord/api-client'
import { useRef, useState } from 'react'
import { textOf } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextBox } from '#ui/text-box.tsx'
import { type EvidenceKind, sendEvidence, type TypedEvidence } from './add-evidence.ts'
import { accessWords } from './money-words.ts'
import type { DraftAtVersion } from './save-part.ts'
import { SectionForm } from './section-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

const largestFile = 10 * 1024 * 1024
const levels = ['internal', 'public', 'exempt', 'confidential'] as const
const paragraphs = [1, 2, 3, 4, 5, 6, 7]

const isLevel = (value: FormDataEntryValue | null): value is RecordAccess =>
  levels.some((level) => level === value)

const kinds = [
  { value: 'note', label: 'A note' },
  { value: 'link', label: 'A link' },
  { value: 'file', label: 'A file' },
  { value: 'indicator', label: 'One of its indicators' },
] as const

function typedIn(form: FormData, kind: EvidenceKind): TypedEvidence {
  const file = form.get('file')
  const access = form.get('access')
  const level = isLevel(access) ? access : 'internal'
  return {
    criterion: textOf(form, 'evidence-criterion'),
    title: textOf(form, 'title'),
    kind,
    note: textOf(form, 'note'),
    url: textOf(form, 'url'),
    indicator: textOf(form, 'indicator'),
    file: file instanceof File && file.size > 0 ? file : null,
    access: level,
    paragraph: level === 'exempt' ? Number(form.get('paragraph')) : null,
  }
}

function faultsOf({ title, kind, note, url, file }: TypedEvidence): SummarisedError[] {
  const faults: SummarisedError[] = []
  if (title === '') faults.push({ fieldId: 'title', message: 'Give the evidence a title' })
  if (kind === 'note' && note === '') faults.push({ fieldId: 'note', message: 'Write the note' })
  if (kind === 'link' && !/^https?:\/\/\S+$/.test(url)) {
    faults.push({ fieldId: 'url', message: 'Write the whole address, beginning with https://' })
  }
  if (kind === 'file' && file === null) faults.push({ fieldId: 'file', message: 'Choose a file' })
  if (kind === 'file' && file !== null && file.size > largestFile) {
    faults.push({
      fieldId: 'file',
      message: 'This file is larger than 10 MB. Make it smaller, or add the part that matters',
    })
  }
  return faults
}

type FormProps = { value: PartnershipValue; draft: DraftAtVersion }

/** One more thing that a judgement rests on, and who may read it. */
export function EvidenceForm({ value, draft }: FormProps) {
  const [kind, setKind] = useState<EvidenceKind>('note')
  const [access, setAccess] = useState<string>('internal')
  const [turn, setTurn] = useState(0)
  const indicators = value.outcomes.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]))
  const chosen = useRef(value.criteria[0]?.id ?? '')
  const change = useAssessmentChange({
    firstField: 'title',
    said: 'The evidence is added.',
    run: (typed: TypedEvidence) => sendEvidence(value.council.id, draft, typed),
    onDone: () => setTurn(turn + 1),
  })

  function submit(form: FormData): void {
    const typed = typedIn(form, kind)
    chosen.current = typed.criterion
    const faults = faultsOf(typed)
    change.setErrors(faults)
    if (faults.length === 0) change.start(typed)
  }

  const field = (id: string) => ({ id, name: id, message: messageFor(change.errors, id) })
  return (
    <SectionForm heading="Add evidence" submit="Add evidence" change={change} onSubmit={submit}>
      <div key={turn} className="evidence-fields">
        <div className="field">
          <Choice
            label="Criterion"
            id="evidence-criterion"
            name="evidence-criterion"
            value={chosen.current}
            options={value.criteria.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
        <Field {...field('title')} label="Title" maxLength={300} />
        <div className="field">
          <Choice
            label="What it is"
            name="kind"
            value={kind}
            options={kindsFor(indicators)}
            onChoose={(next) => setKind(kindOf(next))}
          />
        </div>
        {kind === 'note' ? <TextBox {...field('note')} label="Note" maxLength={4000} /> : null}
        {kind === 'link' ? <Field {...field('url')} label="Address" type="url" inputMode="url" /> : null}
        {kind === 'indicator' ? (
          <div className="field">
            <Choice
              label="Indicator"
              id="indicator"
              name="indicator"
              value={indicators[0]?.id ?? ''}
              options={indicators.map(({ id, code }) => ({ value: id, label: code }))}
            />
          </div>
        ) : null}
        {kind === 'file' ? <Field {...field('file')} label="File, at most 10 MB" type="file" /> : null}
        <div className="field">
          <Choice
            label="Who may read it"
            name="access"
            value={access}
            options={levels.map((level) => ({ value: level, label: accessWords[level] }))}
            onChoose={setAccess}
          />
        </div>
        {access === 'exempt' ? (
          <div className="field">
            <Choice
              label="Paragraph of Schedule 12A"
              id="paragraph"
              name="paragraph"
              value="3"
              options={paragraphs.map((number) => ({ value: String(number), label: `Paragraph ${number}` }))}
            />
          </div>
        ) : null}
      </div>
    </SectionForm>
  )
}

const kindOf = (value: string): EvidenceKind => kinds.find((kind) => kind.value === value)?.value ?? 'note'

/** An indicator can be chosen where the partnership answers for one. */
const kindsFor = (indicators: readonly unknown[]) =>
  kinds.filter(({ value }) => value !== 'indicator' || indicators.length > 0)
