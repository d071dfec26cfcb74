import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type SummarisedError } from '#ui/error-summary.tsx'

type TaskPanelProps = {
  title: string
  /** What will happen, before it does. */
  children: ReactNode
  errors: readonly SummarisedError[]
  submit: string
  isPending: boolean
  onSubmit: (form: FormData) => void
  cancelHref: string
}

/** One task of the officer, opened by its address: Back closes it, and a link opens it elsewhere. */
export function TaskPanel({
  title,
  children,
  errors,
  submit,
  isPending,
  onSubmit,
  cancelHref,
}: TaskPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }

  return (
    <section className="task" aria-labelledby="task-heading">
      <h2 id="task-heading" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ErrorSummary heading="There is a problem" errors={errors} />
      <form onSubmit={send} noValidate>
        {children}
        <p className="task-actions">
          <Button type="submit" disabled={isPending}>
            {submit}
          </Button>
          <Link to={cancelHref}>Cancel</Link>
        </p>
      </form>
    </section>
  )
}

type ReasonFieldProps = { label: string; message: string | null }

export function messageFor(errors: readonly SummarisedError[], fieldId: string): string | null {
  return errors.find((error) => error.fieldId === fieldId)?.message ?? null
}

/** Why: kept with the change, and shown beside it. */
export function ReasonField({ label, message }: ReasonFieldProps) {
  return (
    <div className={message === null ? 'field' : 'field field-invalid'}>
      <label htmlFor="reason">{label}</label>
      {message === null ? null : (
        <span className="field-message" id="reason-message">
          {message}
        </span>
      )}
      <textarea
        id="reason"
        name="reason"
        rows={3}
        maxLength={2000}
        aria-invalid={message === null ? undefined : true}
        aria-describedby={message === null ? undefined : 'reason-message'}
      />
    </div>
  )
}
