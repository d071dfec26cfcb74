import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** The answer that the address names after its '#'. Its box takes focus once it is there. */
export function useRevealed(): string | null {
  const { hash, key } = useLocation()
  const cell = hash === '' ? null : decodeURIComponent(hash.slice(1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: following the same link again moves there again.
  useEffect(() => {
    if (cell === null) return
    // After the page has been announced, which takes focus to its beginning.
    const timer = window.setTimeout(() => {
      const box = document.getElementById(cell)
      box?.scrollIntoView({ block: 'center' })
      box?.focus({ preventScroll: true })
    }, 50)
    return () => window.clearTimeout(timer)
  }, [cell, key])
  return cell
}
