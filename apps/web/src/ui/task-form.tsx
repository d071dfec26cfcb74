import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type SummarisedError } from '#ui/error-summary.tsx'

type TaskFormProps = {
  title: string
  children: ReactNode
  errors: readonly SummarisedError[]
  submit: string
  isPending: boolean
  onSubmit: (form: FormData) => void
  closeHref: string
}

/** One thing to do, opened by its address: Back closes it, and a link opens it elsewhere. */
export function TaskForm({ title, children, errors, submit, isPending, onSubmit, closeHref }: TaskFormProps) {
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
          <Link to={closeHref} preventScrollReset>
            Cancel
          </Link>
        </p>
      </form>
    </section>
  )
}
