import { useSyncExternalStore } from 'react'

// The width at which a page is laid out for a phone; the same as in the style sheets.
const narrow = '(max-width: 640px)'

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches)
}
