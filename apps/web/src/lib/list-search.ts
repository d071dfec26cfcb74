import { useLocation, useSearchParams } from 'react-router'
import { withSearch } from './paths.ts'

type Changes = Readonly<Record<string, string | number | null>>

export type ListSearch = {
  /** A filter in force, null where it is not set. */
  filterOf: (name: string) => string | null
  /** The same list with some filters changed; always its first page, unless the page is what changes. */
  hrefWith: (changes: Changes) => string
  page: number
  /** True when any of these filters is set. */
  isFiltered: (names: readonly string[]) => boolean
}

/** The filters, sort and page of a list, all kept in its address. */
export function useListSearch(): ListSearch {
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  const filterOf = (name: string) => search.get(name) || null
  const page = Number(search.get('page') ?? 1)
  return {
    filterOf,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    hrefWith: (changes) => withSearch(pathname, { ...Object.fromEntries(search), page: null, ...changes }),
    isFiltered: (names) => names.some((name) => filterOf(name) !== null),
  }
}
