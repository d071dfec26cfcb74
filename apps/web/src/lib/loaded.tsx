import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { problemOf } from './problem.ts'
import { ProblemView } from './problem-view.tsx'

type LoadedProps<T> = {
  query: UseQueryResult<T, unknown>
  /** What is being read, such as 'The dashboard'. */
  what: string
  /** Shown while it is on its way, at its final height. */
  space: ReactNode
  isPart?: boolean
  children: (data: T) => ReactNode
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
})

/** A read page in each of its states. Once something has been read it stays in view, dated, whatever happens next. */
export function Loaded<T>({ query, what, space, isPart = false, children }: LoadedProps<T>) {
  const tryAgain = () => void query.refetch()
  if (query.data === undefined) {
    return query.isError ? (
      <ProblemView error={query.error} what={what} onTryAgain={tryAgain} isPart={isPart} />
    ) : (
      space
    )
  }
  return (
    <>
      {query.isRefetchError ? (
        <div className="callout callout-warning" role="alert">
          <p>
            {problemOf(query.error).title}. This is the copy loaded at {clock.format(query.dataUpdatedAt)}.
          </p>
          <Button look="secondary" onClick={tryAgain}>
            Try again
          </Button>
        </div>
      ) : null}
      {children(query.data)}
    </>
  )
}
