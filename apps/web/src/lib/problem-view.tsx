import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { FailedPanel } from '#ui/failed-panel.tsx'
import { placeOf, problemOf } from './problem.ts'

type ProblemViewProps = {
  error: unknown
  /** What could not be shown, such as 'The dashboard'. */
  what: string
  onTryAgain: () => void
  /** A part of a page that has its own heading, such as the rows of a list. */
  isPart?: boolean
}

/** A page that cannot be shown: not there, not allowed, or not answered. Each says what to do. */
export function ProblemView({ error, what, onTryAgain, isPart = false }: ProblemViewProps) {
  const problem = problemOf(error)
  const place = placeOf(problem)
  // Signed out: the way to sign-in is already being taken.
  if (place === 'sign-in') return null
  if (isPart) {
    const detail = `${problem.title}. ${problem.detail}`
    return <FailedPanel title={`${what} could not be loaded`} detail={detail} onTryAgain={onTryAgain} />
  }
  if (place === 'not-found') {
    return (
      <MessagePage title="There is nothing at this address" detail={problem.detail}>
        <Link to="/">Go to your first page</Link>
      </MessagePage>
    )
  }
  if (place === 'not-allowed') {
    return (
      <MessagePage title="Your role does not open this page" detail={problem.detail}>
        <Link to="/">Go to your first page</Link>
      </MessagePage>
    )
  }
  return (
    <div className="message-page">
      <title>Something went wrong – Accord</title>
      <h1>{what} could not be loaded</h1>
      <FailedPanel title={problem.title} detail={problem.detail} onTryAgain={onTryAgain} />
    </div>
  )
}

type MessagePageProps = { title: string; detail: string; children: ReactNode }

function MessagePage({ title, detail, children }: MessagePageProps) {
  return (
    <div className="message-page">
      <title>{`${title} – Accord`}</title>
      <h1>{title}</h1>
      <p>{detail}</p>
      <p>{children}</p>
    </div>
  )
}
