import { useParams, useSearchParams } from 'react-router'
import type { Place } from './paths.ts'

/** The council and quarter in the address, from its path or after its question mark. */
export function usePlace(): Place {
  const { council, quarter } = useParams()
  const [search] = useSearchParams()
  return { council: council ?? search.get('council'), quarter: quarter ?? search.get('quarter') }
}
