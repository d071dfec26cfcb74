import type { FormEvent, ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import type { AssessmentChange } from './use-assessment-change.ts'

type SectionFormProps = {
  heading: string
  note?: string | undefined
  submit: string
  change: AssessmentChange
  onSubmit: (form: FormData) => void
  children: ReactNode
}

/** A part of the assessment that is saved by itself, and says that it was. */
export function SectionForm({ heading, note, submit, change, onSubmit, children }: SectionFormProps) {
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (!change.isPending) onSubmit(new FormData(event.currentTarget))
  }

  return (
    <Section heading={heading} note={note}>
      <ErrorSummary heading="There is a problem" errors={change.errors} />
      <form className="assessment-form" onSubmit={send} noValidate aria-label={heading}>
        {children}
        <p className="save-actions">
          <Button type="submit" aria-disabled={change.isPending}>
            {submit}
          </Button>
          <span role="status">{change.isPending ? 'Saving …' : change.outcome}</span>
        </p>
      </form>
    </Section>
  )
}

type RatingChoiceProps = {
  id: string
  label: string
  words: readonly string[]
  rating: number | null
  message?: string | null
}

/** The four words of the scale, or nothing yet. */
export function RatingChoice({ id, label, words, rating, message = null }: RatingChoiceProps) {
  return (
    <div className={message === null ? 'field rating-field' : 'field rating-field field-invalid'}>
      <label htmlFor={id}>{label}</label>
      {message === null ? null : (
        <span className="field-message" id={`${id}-message`}>
          {message}
        </span>
      )}
      <select
        id={id}
        name={id}
        defaultValue={rating ?? ''}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={message === null ? undefined : `${id}-message`}
      >
        <option value="">Not rated yet</option>
        {words.map((word, place) => (
          <option key={word} value={place + 1}>
            {place + 1} {word}
          </option>
        ))}
      </select>
    </div>
  )
}

export const ratingFrom = (form: FormData, name: string) => Number(form.get(name)) || null
