import type { RecordAccess } from '@accord/api-client'
import { useState } from 'react'
import { textOf } from '#lib/form-values.ts'
import { Choice } from '#ui/choice.tsx'

const words: Readonly<Record<RecordAccess, string>> = {
  public: 'Public: anyone',
  internal: 'Internal: anyone signed in',
  exempt: 'Exempt: members and officers of this council',
  confidential: 'Confidential: the Executive and performance officers',
}

const paragraphs = [
  { value: '1', label: '1: an individual' },
  { value: '2', label: '2: the identity of an individual' },
  { value: '3', label: '3: financial or business affairs' },
  { value: '4', label: '4: labour relations' },
  { value: '5', label: '5: legal privilege' },
  { value: '6', label: '6: notices and orders' },
  { value: '7', label: '7: crime' },
]

/** Who may read a new record; where it is exempt, by which paragraph of Schedule 12A. */
export function MarkedFields({ levels }: { levels: readonly RecordAccess[] }) {
  const [access, setAccess] = useState('internal')
  return (
    <div className="task-fields">
      <div className="field">
        <Choice
          id="access"
          label="Who may read it"
          name="access"
          value={access}
          options={levels.map((value) => ({ value, label: words[value] }))}
          onChoose={setAccess}
        />
      </div>
      {access === 'exempt' ? (
        <div className="field">
          <Choice
            id="paragraph"
            label="Paragraph of Schedule 12A"
            name="paragraph"
            value="3"
            options={paragraphs}
          />
        </div>
      ) : null}
    </div>
  )
}

const levelsKnown: readonly RecordAccess[] = ['public', 'internal', 'exempt', 'confidential']

export function markingIn(form: FormData): { access: RecordAccess; paragraph: number | null } {
  const access = levelsKnown.find((level) => level === textOf(form, 'access')) ?? 'internal'
  return { access, paragraph: access === 'exempt' ? Number(textOf(form, 'paragraph')) : null }
}

export function Marking({ marking }: { marking: string | null }) {
  return marking === null ? null : <b className="marking">{marking}</b>
}
