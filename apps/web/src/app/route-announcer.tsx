import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigation } from 'react-router'

const plainTitle = 'Accord'

/**
 * A new page takes focus and is said by its title once it has one, as a page loaded by the browser would be.
 * Changes after the question mark (a filter, a sort) leave focus where the reader is working.
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
    // The browser has given focus to the first page itself.
    if (!isFirst) document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, state])

  useEffect(() => {
    // The title arrives with the page’s data, after the address has changed.
    const observer = new MutationObserver(() => {
      if (document.title !== plainTitle) setWords(document.title)
    })
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [])

  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  )
}
