import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigation } from 'react-router'

/**
 * A new page is said and takes focus, as a page loaded by the browser would. Changes after the question mark
 * (a filter, a sort) leave focus where the reader is working.
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const shown = useRef<string | null>(null)
  const [words, setWords] = useState('')

  useEffect(() => {
    if (state !== 'idle' || shown.current === pathname) return
    const isFirst = shown.current === null
    shown.current = pathname
    // The browser has announced the first page itself.
    if (isFirst) return
    document.getElementById('main')?.focus({ preventScroll: true })
    setWords(document.title)
  }, [pathname, state])

  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  )
}
