import { Link, useRouteError } from 'react-router'
import { problemOf } from '#lib/problem.ts'
import { Button } from '#ui/button.tsx'
import { Masthead } from './masthead.tsx'

export function MissingPage() {
  return (
    <div className="message-page">
      <title>Page not found – Accord</title>
      <h1>There is no page at this address</h1>
      <p>
        If you typed the address, check it. If you followed a link, the record may have another address now.
      </p>
      <p>
        <Link to="/">Go to your first page</Link>
      </p>
    </div>
  )
}

/** When the page itself broke, or could not be fetched: what happened and what to do, never a trace. */
export function CrashedPage() {
  const { title, detail } = problemOf(useRouteError())
  return (
    <>
      <Masthead />
      <main id="main" className="wrap message-page" tabIndex={-1}>
        <title>Something went wrong – Accord</title>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          <Button onClick={() => window.location.reload()}>Try again</Button>
        </p>
      </main>
    </>
  )
}
