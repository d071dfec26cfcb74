import { countOf } from '@accord/domain'
import { Link, useLocation } from 'react-router'
import { signInPath } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { useRoom, useSummary } from './draft-context.tsx'

/** Why answers wait, and what to do; nothing is lost meanwhile. */
export function ConnectionBanner() {
  const { store } = useRoom()
  const { status } = useSummary()
  const { pathname, search } = useLocation()
  const { connection, isKept, waiting } = status
  if (connection === 'up') return null
  const kept = isKept
    ? `${countOf(waiting, 'answer')} ${waiting === 1 ? 'is' : 'are'} kept on this device.`
    : 'This browser keeps nothing: leave the page open.'
  return (
    <div className="callout callout-warning connection-banner">
      {connection === 'signed-out' ? (
        <>
          <p>
            <b>You have been signed out.</b> {kept} Sign in again and {waiting === 1 ? 'it is' : 'they are'}{' '}
            saved.
          </p>
          <Link className="button" to={signInPath(pathname + search, 'expired')}>
            Sign in again
          </Link>
        </>
      ) : (
        <>
          <p>
            <b>Accord cannot be reached.</b> {kept} Go on typing: what you type is saved when the connection
            is back.
          </p>
          <Button look="secondary" onClick={store.retry}>
            Try now
          </Button>
        </>
      )}
    </div>
  )
}
