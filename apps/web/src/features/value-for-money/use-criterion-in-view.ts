import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** An address that names a criterion leads to it once the page has its figures, by sight and by focus. */
export function useCriterionInView(isLoaded: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (!isLoaded || hash === '') return
    const title = document.getElementById(hash.slice(1))
    title?.scrollIntoView({ block: 'center' })
    title?.focus({ preventScroll: true })
  }, [hash, isLoaded])
}
