import type { Framework, Import } from '@accord/api-client'
import type { ListSearch } from '#lib/list-search.ts'
import type { Place } from '#lib/paths.ts'

/** What every step of an import is shown with. */
export type ImportViewProps = {
  found: Import
  frameworks: readonly Framework[]
  list: ListSearch
  place: Place
}
