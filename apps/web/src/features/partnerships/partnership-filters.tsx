import type { Council } from '@accord/api-client'
import type { ListSearch } from '#lib/list-search.ts'
import { Choice } from '#ui/choice.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ratingChoices } from './partnership-words.ts'

type PartnershipFiltersProps = {
  list: ListSearch
  /** The register shown: a council, or 'all'. */
  register: string
  councils: readonly Council[]
  clearHref: string | null
}

export function PartnershipFilters({ list, register, councils, clearHref }: PartnershipFiltersProps) {
  const value = (name: string) => list.filterOf(name) ?? ''
  return (
    <FilterForm
      label="Filter partnerships"
      kept={{ quarter: list.filterOf('quarter'), sort: list.filterOf('sort') }}
      clearHref={clearHref}
    >
      <SearchField label="Words in the name" name="search" value={value('search')} />
      <Choice
        label="Register of"
        name="council"
        value={register}
        options={[
          ...councils.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'all', label: 'Every partnership' },
        ]}
      />
      <Choice
        label="Significant"
        name="significant"
        value={value('significant')}
        options={[
          { value: '', label: 'Significant or not' },
          { value: 'true', label: 'Significant' },
          { value: 'false', label: 'Not significant' },
        ]}
      />
      <Choice
        label="Scope"
        name="scope"
        value={value('scope')}
        options={[
          { value: '', label: 'Any' },
          { value: 'countywide', label: 'Countywide' },
          { value: 'district_specific', label: 'District-specific' },
        ]}
      />
      <Choice label="Value for money" name="rating" value={value('rating')} options={ratingChoices} />
    </FilterForm>
  )
}
